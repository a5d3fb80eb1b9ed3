package io.github.camelcliq.internal.click;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.camel.AsyncCallback;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.component.platform.http.PlatformHttpComponent;
import org.apache.camel.component.platform.http.PlatformHttpConstants;
import org.apache.camel.component.platform.http.PlatformHttpEndpoint;
import org.apache.camel.component.platform.http.spi.PlatformHttpEngine;
import org.apache.camel.support.AsyncProcessorSupport;
import org.apache.camel.support.SynchronizationAdapter;
import org.apache.camel.support.service.ServiceHelper;

/**
 * A path on the application's HTTP server, by Camel's platform-http. Only this class uses platform-http, so an
 * application that only posts does not need it. Only the values of {@link ClickRequest} go further, since each header
 * and query parameter of a request is a header of the exchange.
 */
final class PlatformHttpServer implements ClickServer {

    private final org.apache.camel.Consumer consumer;
    private final Unwritten unwritten = new Unwritten();

    /**
     * Opens the path.
     *
     * @param path the path, with the slash at its start
     * @param clicks called for each request, on a thread of the server that waits for the answer
     * @throws Exception if there is no server, or if it refuses the path
     */
    PlatformHttpServer(CamelContext context, String path, BiConsumer<ClickRequest, Consumer<ClickResponse>> clicks)
            throws Exception {
        PlatformHttpEndpoint endpoint =
                new RawBodyEndpoint(path, context.getComponent("platform-http", PlatformHttpComponent.class));
        endpoint.setUseStreaming(isSpringBoot(context));
        this.consumer = endpoint.createConsumer(new Requests(clicks, unwritten));
        ServiceHelper.startService(consumer);
    }

    /**
     * Returns whether the server is Spring Boot's. Only there a body that is not streamed is decoded, and its bytes are
     * lost.
     */
    private static boolean isSpringBoot(CamelContext context) {
        PlatformHttpEngine engine = context.getRegistry()
                .lookupByNameAndType(PlatformHttpConstants.PLATFORM_HTTP_ENGINE_NAME, PlatformHttpEngine.class);
        return engine != null && engine.getClass().getName().contains(".springboot.");
    }

    @Override
    public void awaitWritten(Duration maximumWait) {
        unwritten.awaitNone(maximumWait);
    }

    @Override
    public void close() {
        ServiceHelper.stopAndShutdownService(consumer);
    }

    /**
     * An endpoint that leaves bodies as they arrived. On Spring Boot, platform-http unpacks gzip and reads forms before
     * the verification. Then anyone could fill the log with stack traces by requests with a wrong content type or
     * encoding.
     */
    private static final class RawBodyEndpoint extends PlatformHttpEndpoint {

        RawBodyEndpoint(String path, PlatformHttpComponent server) {
            super("platform-http:" + path, path, server);
            setRequestTimeout(server.getRequestTimeout());
            setPopulateBodyWithForm(false);
        }

        @Override
        public void configureExchange(Exchange exchange) {
            exchange.setProperty(Exchange.SKIP_GZIP_ENCODING, true);
            exchange.setProperty(Exchange.SKIP_WWW_FORM_URLENCODED, true);
        }
    }

    private static final class Requests extends AsyncProcessorSupport {

        private final BiConsumer<ClickRequest, Consumer<ClickResponse>> clicks;
        private final Unwritten unwritten;

        Requests(BiConsumer<ClickRequest, Consumer<ClickResponse>> clicks, Unwritten unwritten) {
            this.clicks = clicks;
            this.unwritten = unwritten;
        }

        @Override
        public boolean process(Exchange exchange, AsyncCallback callback) {
            clicks.accept(new Request(exchange.getMessage()), answer -> {
                write(exchange.getMessage(), answer);
                unwritten.until(exchange);
                callback.done(false);
            });
            return false;
        }

        /** Writes the answer. Removes the headers of the request, since the server would send them with the answer. */
        private static void write(Message message, ClickResponse answer) {
            message.removeHeaders("*");
            message.setHeader(Exchange.HTTP_RESPONSE_CODE, answer.status());
            message.setHeader(Exchange.CONTENT_TYPE, "application/json");
            if (answer.status() == 405) {
                message.setHeader("Allow", "POST");
            }
            message.setBody(answer.json().getBytes(StandardCharsets.UTF_8));
        }
    }

    /**
     * Counts the answers that were given and are not written yet. The server ends an exchange when its answer is
     * written.
     */
    private static final class Unwritten extends SynchronizationAdapter {

        // guarded by this
        private int count;
        private long lastGiven;

        synchronized void until(Exchange written) {
            if (written.getUnitOfWork() != null) {
                written.getUnitOfWork().addSynchronization(this);
                count++;
                lastGiven = System.nanoTime();
            }
        }

        @Override
        public synchronized void onDone(Exchange exchange) {
            count--;
            notifyAll();
        }

        /**
         * Waits until all answers are written. The wait counts from the last answer, so an answer that is never written
         * delays a stop once, and not once for each route.
         */
        synchronized void awaitNone(Duration maximumWait) {
            long end = lastGiven + maximumWait.toNanos();
            boolean interrupted = false;
            for (long left = end - System.nanoTime(); count > 0 && left > 0; left = end - System.nanoTime()) {
                try {
                    TimeUnit.NANOSECONDS.timedWait(this, left);
                } catch (InterruptedException untilWritten) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private record Request(Message message) implements ClickRequest {

        @Override
        public String method() {
            return value(Exchange.HTTP_METHOD).orElse("").toUpperCase(Locale.ROOT);
        }

        @Override
        public String contentType() {
            return value(Exchange.CONTENT_TYPE).orElse("").strip().toLowerCase(Locale.ROOT);
        }

        /**
         * Returns a value that occurs once. A value that occurs several times, or as header and parameter, is a list.
         */
        @Override
        public Optional<String> value(String name) {
            Object value = message.getHeader(name);
            return value == null || value instanceof List ? Optional.empty() : Optional.of(value.toString());
        }

        @Override
        public byte[] body(int longest) throws IOException {
            if (message.getBody() instanceof InputStream stream) {
                return stream.readNBytes(longest + 1);
            }
            byte[] body = message.getBody(byte[].class);
            return body == null ? new byte[0] : body;
        }
    }
}
