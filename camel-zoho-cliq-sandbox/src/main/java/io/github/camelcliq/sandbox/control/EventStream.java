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
 * Sends the events of the sandbox to its readers, as server-sent events. Each reader has a position in the log, and
 * gets events as fast as it reads them. A reader whose next event the log has forgotten gets the event {@code reload}.
 * Lives on one event loop.
 */
final class EventStream {

    /** How often something is sent to each reader, in milliseconds, so that a lost reader is noticed. */
    private static final long BEAT_MILLIS = 15_000;

    private final EventLog log;
    private final Set<Reader> readers = new LinkedHashSet<>();

    EventStream(Vertx vertx, EventLog log) {
        this.log = log;
        log.whenAdded(new Coalescer(vertx.getOrCreateContext(), this::tellAll));
        vertx.setPeriodic(BEAT_MILLIS, beat -> readers.forEach(Reader::beat));
    }

    /** Sends a new reader all events from now on, or those after its {@code Last-Event-ID}. */
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

    /** Returns the position after a {@code Last-Event-ID}; an unknown number if it is not a number. */
    private long position(String lastEventId) {
        if (lastEventId == null || lastEventId.isEmpty()) {
            return log.newest();
        }
        return lastEventId.matches("[0-9]{1,18}") ? Long.parseLong(lastEventId) : -1;
    }

    /** A client that reads the events. */
    private final class Reader {

        private final HttpServerResponse response;
        private long at;

        Reader(HttpServerResponse response, long at) {
            this.response = response;
            this.at = at;
        }

        /** Sends the reconnection time, and the reader's position even before the first event. */
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
            // the JSON of a message may have line breaks; each kind of them ends a line of data
            String lines = String.join("\ndata: ", data.split("\r\n|\r|\n", -1));
            response.write("id: " + at + "\nevent: " + type + "\ndata: " + lines + "\n\n");
        }
    }
}
