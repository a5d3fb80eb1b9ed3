package io.github.camelcliq.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Somebody's own server that a Cliq function calls: keeps what arrives, and answers as a test says. */
final class FunctionServer implements AutoCloseable {

    private final List<Arrived> arrived = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private volatile Answering answering = exchange -> answer(exchange, 200, "{\"output\": {}}");

    FunctionServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.setExecutor(threads);
        server.createContext("/", this::take);
        server.start();
    }

    /** Where it listens, with a path. */
    String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /** Answers everything from now on with this body, written with single quotes, and the status 200. */
    void answers(String json) {
        answers(200, Caller.json(json));
    }

    void answers(int status, String body) {
        answering = exchange -> answer(exchange, status, body);
    }

    void answers(Answering choice) {
        answering = choice;
    }

    List<Arrived> arrived() {
        return List.copyOf(arrived);
    }

    /** The only request that arrived. */
    Arrived only() {
        if (arrived.size() != 1) {
            throw new AssertionError(arrived.size() + " requests arrived");
        }
        return arrived.get(0);
    }

    static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void take(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        arrived.add(new Arrived(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                exchange.getRequestHeaders().getFirst("Content-Type"),
                exchange.getRequestHeaders().getFirst("X-Cliq-Signature"),
                body));
        answering.answer(exchange);
    }

    /** How a request is answered. */
    interface Answering {
        void answer(HttpExchange exchange) throws IOException;
    }

    /** A request that arrived. */
    record Arrived(String method, String path, String contentType, String signature, byte[] body) {

        JsonNode json() {
            try {
                return new ObjectMapper().readTree(new String(body, StandardCharsets.UTF_8));
            } catch (JsonProcessingException notJson) {
                throw new AssertionError(notJson);
            }
        }
    }
}
