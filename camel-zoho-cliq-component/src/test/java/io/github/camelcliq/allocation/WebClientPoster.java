package io.github.camelcliq.allocation;

import io.vertx.core.AsyncResult;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import java.util.List;
import java.util.stream.IntStream;

/** The reference: Vert.x Web Client alone, with a prepared request for each chat and a body serialised beforehand. */
final class WebClientPoster implements Poster {

    private final WebClient web;
    private final List<HttpRequest<Buffer>> requests;
    private final Buffer body = Buffer.buffer(BudgetMessage.json());

    WebClientPoster(Vertx vertx, int port, int chats) {
        this.web = WebClient.create(
                vertx, new WebClientOptions().setMaxPoolSize(chats).setDecompressionSupported(false));
        this.requests = IntStream.range(0, chats)
                .mapToObj(chat -> web.post(port, "127.0.0.1", "/api/v2/chats/" + Chats.id(chat) + "/messages")
                        .putHeader(HttpHeaders.CONTENT_TYPE.toString(), "application/json;charset=UTF-8")
                        .bearerTokenAuthentication(Chats.ACCESS_TOKEN))
                .toList();
    }

    @Override
    public void post(int chat, Answered answered) {
        requests.get(chat).sendBuffer(body, answer -> answered.answered(failure(answer)));
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
