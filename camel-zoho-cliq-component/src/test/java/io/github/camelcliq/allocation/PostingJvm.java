package io.github.camelcliq.allocation;

import com.sun.management.ThreadMXBean;
import io.github.camelcliq.message.CliqMessage;
import io.github.camelcliq.message.MessageJson;
import io.github.camelcliq.message.MessageRules;
import io.github.camelcliq.message.RecipientsField;
import io.github.camelcliq.message.TargetKind;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/**
 * Posts in a JVM in which nothing else runs, and prints a line for each {@link Figure} with the bytes that were
 * allocated for it. Whoever answers is in another JVM, so that all threads of this one count.
 */
final class PostingJvm {

    /** Posts on their way at the same time. */
    private static final int IN_FLIGHT = 64;

    /** Messages in each measurement; they differ by less than fifty bytes a message from one to the next. */
    private static final int MESSAGES = 1_000;

    private static final int ROUNDS = 3;

    private final Poster reference;
    private final Poster routes;
    private final Poster pooled;

    private PostingJvm(Vertx vertx, int port) throws Exception {
        this.reference = new WebClientPoster(vertx, port, IN_FLIGHT);
        this.routes = RoutePoster.ofNewExchanges(vertx, port, IN_FLIGHT);
        this.pooled = RoutePoster.ofPooledExchanges(vertx, port, IN_FLIGHT);
    }

    /** Takes the port at which posts are answered with 204. */
    public static void main(String[] arguments) {
        try {
            // one event loop, as the component makes it for itself
            Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
            new PostingJvm(vertx, Integer.parseInt(arguments[0])).printPosts();
            print(Figure.CHECK, bytesOfChecking());
            print(Figure.WRITE, bytesOfWriting());
        } catch (Throwable failure) {
            failure.printStackTrace();
            System.exit(1);
        }
        // connections and routes end with the JVM
        System.exit(0);
    }

    private static void print(Figure figure, long bytes) {
        System.out.println(figure + " " + bytes);
    }

    private void printPosts() throws InterruptedException {
        measure();
        List<Post> rounds = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            rounds.add(measure());
        }
        print(Figure.REFERENCE, median(rounds.stream().map(Post::reference).toList()));
        print(Figure.POST, median(rounds.stream().map(Post::above).toList()));
        print(Figure.POOLED_POST, median(rounds.stream().map(Post::pooledAbove).toList()));
    }

    /** Bytes of a post: of the reference, and of the component above it. */
    private record Post(long reference, long above, long pooledAbove) {}

    private Post measure() throws InterruptedException {
        long least = bytesOfPost(reference);
        return new Post(least, bytesOfPost(routes) - least, bytesOfPost(pooled) - least);
    }

    private static long bytesOfPost(Poster poster) throws InterruptedException {
        AllocatedBytes bytes = new AllocatedBytes();
        Lanes.post(poster, IN_FLIGHT, MESSAGES);
        return bytes.sum() / MESSAGES;
    }

    private static long median(List<Long> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private static long bytesOfChecking() {
        CliqMessage message = BudgetMessage.typed();
        return bytesOf(() -> MessageRules.DEFAULT.check(message, TargetKind.CHAT));
    }

    private static long bytesOfWriting() {
        CliqMessage message = BudgetMessage.typed();
        return bytesOf(() -> MessageJson.write(message, RecipientsField.USER_IDS));
    }

    private static long bytesOf(Runnable work) {
        repeat(work);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        repeat(work);
        return (threads.getCurrentThreadAllocatedBytes() - before) / MESSAGES;
    }

    private static void repeat(Runnable work) {
        for (int message = 0; message < MESSAGES; message++) {
            work.run();
        }
    }
}
