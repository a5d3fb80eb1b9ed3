package io.github.camelcliq.sandbox.control;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The description of the control API: {@code openapi.yaml} beside this class, read at the first request. */
final class OpenApiFile {

    private static final String NAME = "openapi.yaml";

    private OpenApiFile() {}

    static void send(RoutingContext context) {
        context.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/yaml;charset=UTF-8")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
                .putHeader("X-Content-Type-Options", "nosniff")
                .end(Content.BYTES);
    }

    /** Is loaded at the first request. */
    private static final class Content {

        static final Buffer BYTES = read();

        private static Buffer read() {
            try (InputStream file = OpenApiFile.class.getResourceAsStream(NAME)) {
                return Buffer.buffer(file.readAllBytes());
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }
}
