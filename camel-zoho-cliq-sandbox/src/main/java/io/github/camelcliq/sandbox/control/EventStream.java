package io.github.camelcliq.sandbox.control;

import io.github.camelcliq.sandbox.http.Coalescer;
import io.github.camelcliq.sandbox.http.LocalHttp;
import io.github.camelcliq.sandbox.state.EventLog;
import io.github.camelcliq.sandbox.state.SandboxEvent;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Tells whoever watches what happens, as server-sent events. Each reader is at some number of the log, and is written
 * to as fast as they read; who is so slow, or was away so long, that the log has forgotten what comes next is told to
 * {@code reload}. Lives on one event loop.
 */
final class EventStream {

    /** How often a reader hears something, so that one who is gone is noticed. */
    private static final long BEAT_MILLIS = 15_000;

    private final EventLog log;
    private final Set<Reader> readers = new LinkedHashSet<>();

    EventStream(Vertx vertx, EventLog log) {
        this.log = log;
        log.whenAdded(new Coalescer(vertx.getOrCreateContext(), this::tellAll));
        vertx.setPeriodic(BEAT_MILLIS, beat -> readers.forEach(Reader::beat));
    }

    /** Tells who sent this request everything from now on, or from where its {@code Last-Event-ID} was. */
    void open(RoutingContext context) {
        HttpServerRequest request = context.request();
        HttpServerResponse response =
                LocalHttp.momentary(context, "text/event-stream;charset=UTF-8").setChunked(true);
        Reader reader = new Reader(response, position(request.getHeader("Last-Event-ID")));
        readers.add(reader);
        context.addEndHandler(ended -> readers.remove(reader));
        response.drainHandler(drained -> reader.tell());
        reader.greet();
        reader.tell();
    }

    private void tellAll() {
        List.copyOf(readers).forEach(Reader::tell);
    }

    /** Where a reader goes on; a number that was never given to anybody, where what they say is none. */
    private long position(String lastEventId) {
        if (lastEventId == null || lastEventId.isEmpty()) {
            return log.newest();
        }
        return lastEventId.matches("[0-9]{1,18}") ? Long.parseLong(lastEventId) : -1;
    }

    /** Somebody who watches. */
    private final class Reader {

        private final HttpServerResponse response;
        private long at;

        Reader(HttpServerResponse response, long at) {
            this.response = response;
            this.at = at;
        }

        /** Says how soon to come back after a lost connection, and where they are although nothing happened yet. */
        void greet() {
            response.write("retry: 1000\n" + (log.isKnownSince(at) ? "id: " + at + "\n" : "") + "\n");
        }

        void tell() {
            while (!response.closed() && !response.writeQueueFull()) {
                if (!log.isKnownSince(at)) {
                    reload();
                } else if (!tellNext()) {
                    return;
                }
            }
        }

        void beat() {
            if (!response.closed() && !response.writeQueueFull()) {
                response.write(":\n\n");
            }
        }

        private boolean tellNext() {
            SandboxEvent next = log.after(at).orElse(null);
            if (next == null) {
                return false;
            }
            at = next.number();
            write(next.type().label(), ControlJson.event(next));
            return true;
        }

        private void reload() {
            at = log.newest();
            write("reload", "{}");
        }

        private void write(String type, String data) {
            // a message's JSON is as it arrived, line breaks included, and a line of data ends at each kind of them
            String lines = String.join("\ndata: ", data.split("\r\n|\r|\n", -1));
            response.write("id: " + at + "\nevent: " + type + "\ndata: " + lines + "\n\n");
        }
    }
}
