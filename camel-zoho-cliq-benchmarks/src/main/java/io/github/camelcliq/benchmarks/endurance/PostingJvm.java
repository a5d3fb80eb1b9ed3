package io.github.camelcliq.benchmarks.endurance;

import io.github.camelcliq.benchmarks.ChildJvm;
import io.github.camelcliq.benchmarks.endurance.MessageAccounts.Told;
import java.io.IOException;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/** An application in a JVM of its own that posts each id that it reads, and prints what it knows of it in the end. */
final class PostingJvm implements AutoCloseable {

    private final ChildJvm jvm;
    private final MessageAccounts accounts;
    private final Consumer<String[]> others;
    private final Set<String> open = ConcurrentHashMap.newKeySet();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final Thread reader = new Thread(this::read, "application");

    /** @param others takes the words of each line that is about something else */
    PostingJvm(ChildJvm jvm, MessageAccounts accounts, Consumer<String[]> others) {
        this.jvm = jvm;
        this.accounts = accounts;
        this.others = others;
        reader.setDaemon(true);
        reader.start();
    }

    void post(String id) {
        accounts.sent(id);
        open.add(id);
        jvm.say(id);
    }

    void say(String word) {
        jvm.say(word);
    }

    /** Returns how many messages wait for their outcome. */
    int open() {
        return open.size();
    }

    /** Returns lines that name no outcome. */
    Queue<String> failures() {
        return failures;
    }

    private void read() {
        try {
            while (true) {
                String[] words = jvm.answer().split(" ");
                if (words[0].equals("told")) {
                    told(words[1], words[2]);
                } else {
                    others.accept(words);
                }
            }
        } catch (IOException ended) {
            // the JVM was killed or closed
        }
    }

    private void told(String id, String outcome) {
        try {
            accounts.told(id, Told.valueOf(outcome));
        } catch (IllegalArgumentException anotherException) {
            // its sender knows nothing, and so the message is not accounted for
            failures.add(id + ": " + outcome);
        }
        open.remove(id);
    }

    /** Kills it. It knows nothing of its open messages. */
    void kill() throws InterruptedException {
        jvm.kill();
        reader.join();
        open.forEach(id -> accounts.told(id, Told.UNKNOWN));
        open.clear();
    }

    /** Ends its input, so that it stops. */
    void endInput() {
        jvm.endInput();
    }

    /** Ends its input, and waits until it has stopped and told all. */
    void stop() throws InterruptedException {
        jvm.endInput();
        reader.join();
    }

    @Override
    public void close() {
        jvm.close();
    }
}
