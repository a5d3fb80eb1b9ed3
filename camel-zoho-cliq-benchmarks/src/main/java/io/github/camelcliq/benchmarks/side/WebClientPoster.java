package io.github.camelcliq.benchmarks.side;

import io.vertx.core.AsyncResult;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.jackson.DatabindCodec;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Vert.x Web Client alone, with one prepared request for each chat: no check, no pacing, no route. */
final class WebClientPoster implements Poster {

    private static final String JSON = "application/json;charset=UTF-8";

    private final WebClient web;
    private final List<HttpRequest<Buffer>> requests;
    private final Supplier<Buffer> body;

    private WebClientPoster(Vertx vertx, StubProcess stub, int chats, Supplier<Buffer> body) {
        this.web = WebClient.create(
                vertx, new WebClientOptions().setMaxPoolSize(chats).setDecompressionSupported(false));
        this.requests = IntStream.range(0, chats)
                .mapToObj(chat -> request(stub, Chats.path(chat)))
                .toList();
        this.body = body;
    }

    /** With a body that is serialised once and for all. */
    static Poster ofBytes(Vertx vertx, StubProcess stub, int chats) {
        Buffer body = Buffer.buffer(BudgetMessage.json());
        return new WebClientPoster(vertx, stub, chats, () -> body);
    }

    /** With a body that Jackson serialises for each post. */
    static Poster ofJson(Vertx vertx, StubProcess stub, int chats) {
        BudgetMessage message = BudgetMessage.plain();
        DatabindCodec codec = new DatabindCodec();
        return new WebClientPoster(vertx, stub, chats, () -> codec.toBuffer(message, false));
    }

    private HttpRequest<Buffer> request(StubProcess stub, String path) {
        return web.post(stub.port(), "127.0.0.1", path)
                .putHeader(HttpHeaders.CONTENT_TYPE.toString(), JSON)
                .bearerTokenAuthentication(Chats.ACCESS_TOKEN);
    }

    @Override
    public void post(int chat, Answered answered) {
        requests.get(chat).sendBuffer(body.get(), answer -> answered.answered(failure(answer)));
    }

    private static Throwable failure(AsyncResult<HttpResponse<Buffer>> answer) {
        if (answer.failed()) {
            return answer.cause();
        }
        int status = answer.result().statusCode();
        return status == 204 ? null : new IllegalStateException("answered with " + status);
    }

    @Override
    public void close() {
        web.close();
    }
}
