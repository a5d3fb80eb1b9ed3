package io.github.camelcliq.benchmarks.side;

import io.vertx.core.Vertx;

/** The ways to post that are held against each other. */
enum Variant {
    REFERENCE("Web Client, body ready", (vertx, stub, chats) -> WebClientPoster.ofBytes(vertx, stub, chats)),
    AGAIN("the same once more", (vertx, stub, chats) -> WebClientPoster.ofBytes(vertx, stub, chats)),
    JACKSON("Web Client, Jackson", (vertx, stub, chats) -> WebClientPoster.ofJson(vertx, stub, chats)),
    TYPED("cliq:, typed body", (vertx, stub, chats) -> new Routes(vertx, stub, chats).typed()),
    POOLED("cliq:, pooled exchanges", (vertx, stub, chats) -> new Routes(vertx, stub, chats).pooled()),
    REFRESHED("cliq:, refresh token", (vertx, stub, chats) -> new Routes(vertx, stub, chats).refreshed()),
    STRING("cliq:, JSON string", (vertx, stub, chats) -> new Routes(vertx, stub, chats).string()),
    HEADERS("cliq:, headers only", (vertx, stub, chats) -> new Routes(vertx, stub, chats).headers()),
    VERTX_HTTP("marshal, vertx-http:", (vertx, stub, chats) -> new Routes(vertx, stub, chats).vertxHttp()),
    HTTP("marshal, http:, 64 threads", (vertx, stub, chats) -> new Routes(vertx, stub, chats).http());

    private final String label;
    private final Way way;

    Variant(String label, Way way) {
        this.label = label;
        this.way = way;
    }

    /** What it is called in the table. */
    String label() {
        return label;
    }

    /** Makes clients, routes and whatever else it takes, ready to post. */
    Poster open(Vertx vertx, StubProcess stub, int chats) throws Exception {
        return way.open(vertx, stub, chats);
    }

    private interface Way {

        Poster open(Vertx vertx, StubProcess stub, int chats) throws Exception;
    }
}
