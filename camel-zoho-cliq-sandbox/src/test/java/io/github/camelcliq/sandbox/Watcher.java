package io.github.camelcliq.sandbox;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;

/** Somebody who watches a sandbox by its server-sent events, as a page does. */
final class Watcher implements AutoCloseable, Flow.Subscriber<String> {

    private final List<Event> events = new CopyOnWriteArrayList<>();
    private List<String> block = new ArrayList<>();
    private volatile Flow.Subscription subscription;
    private volatile String lastId;
    private volatile boolean greeted;
    private volatile boolean over;

    /** Opens the stream, and waits until the sandbox has answered. */
    static Watcher of(Sandbox sandbox) {
        return of(sandbox, null);
    }

    /** Opens the stream where another one ended. */
    static Watcher of(Sandbox sandbox, String lastEventId) {
        Watcher watcher = new Watcher();
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + "/sandbox/events"));
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        HttpClient.newHttpClient().sendAsync(request.build(), HttpResponse.BodyHandlers.fromLineSubscriber(watcher));
        await().until(() -> watcher.greeted);
        return watcher;
    }

    List<Event> events() {
        return List.copyOf(events);
    }

    List<Event> events(String type) {
        return events.stream().filter(event -> event.type().equals(type)).toList();
    }

    /** Whether the stream has ended. */
    boolean isOver() {
        return over;
    }

    String lastId() {
        return lastId;
    }

    @Override
    public void onSubscribe(Flow.Subscription opened) {
        subscription = opened;
        opened.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(String line) {
        if (line.isEmpty()) {
            dispatch();
            block = new ArrayList<>();
        } else {
            block.add(line);
        }
    }

    private void dispatch() {
        StringBuilder data = new StringBuilder();
        String type = null;
        for (String line : block) {
            if (line.startsWith("id: ")) {
                lastId = line.substring(4);
            } else if (line.startsWith("event: ")) {
                type = line.substring(7);
            } else if (line.startsWith("data: ")) {
                data.append(line.substring(6)).append('\n');
            }
        }
        if (type == null) {
            greeted = true;
        } else {
            events.add(new Event(lastId, type, data.toString()));
        }
    }

    @Override
    public void onError(Throwable lost) {
        over = true;
    }

    @Override
    public void onComplete() {
        over = true;
    }

    @Override
    public void close() {
        subscription.cancel();
    }

    /** What the sandbox told. */
    record Event(String id, String type, String data) {

        JsonNode json() {
            try {
                return new ObjectMapper().readTree(data);
            } catch (JsonProcessingException notJson) {
                throw new AssertionError("told " + data, notJson);
            }
        }
    }
}
