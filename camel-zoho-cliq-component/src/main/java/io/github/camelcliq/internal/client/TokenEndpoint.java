package io.github.camelcliq.internal.client;

import io.github.camelcliq.client.DataCenter;
import io.github.camelcliq.internal.http.EventLoop;
import io.github.camelcliq.internal.http.HttpPost;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.client.WebClient;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The token endpoint of Zoho's accounts server (Zoho's OAuth page), for one account. */
final class TokenEndpoint {

    private final EventLoop loop;
    private final Future<WebClient> web;
    private final ClientOptions options;
    private final Credentials.Grant credentials;

    TokenEndpoint(EventLoop loop, Future<WebClient> web, ClientOptions options, Credentials.Grant credentials) {
        this.loop = loop;
        this.web = web;
        this.options = options;
        this.credentials = credentials;
    }

    /** Asks for a token once. The future always succeeds. */
    Future<TokenResponse> request() {
        HttpPost post = new HttpPost(loop.vertx(), form(), () -> true);
        return loop.call(() -> web.compose(client -> post.send(
                        client.requestAbs(HttpMethod.POST, options.accountsUrl() + "/oauth/v2/token")
                                .putHeader("Content-Type", "application/x-www-form-urlencoded"),
                        options.tokenTimeouts())))
                .compose(answer -> answer.cutOffBy() == null
                        ? Future.succeededFuture(
                                TokenResponse.of(answer.status(), answer.body(), credentials.secrets(), server()))
                        : Future.failedFuture(answer.cutOffBy()))
                .otherwise(this::lost);
    }

    /** Returns the body of the request. It is a form, so that no secret is in a URL. */
    private Buffer form() {
        return Buffer.buffer(credentials.form().entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&")));
    }

    /** Makes the failure of a token request without an answer. No post went out, so nothing was delivered. */
    private TokenResponse lost(Throwable failure) {
        String said = "no token from " + options.accountsUrl() + ": " + ConnectionTrouble.textOf(failure);
        return TokenResponse.failed(PostFailure.notPosted(
                ConnectionTrouble.proxyRefusal(failure) > 0 ? FailureKind.REJECTED : FailureKind.UNAVAILABLE,
                QuotedText.of(said, credentials.secrets())));
    }

    /** Returns the accounts server, and the data centre that it belongs to. */
    private String server() {
        return Stream.of(DataCenter.values())
                .filter(center -> center.accountsUrl().equalsIgnoreCase(options.accountsUrl()))
                .map(center -> options.accountsUrl() + ", data centre " + center)
                .findFirst()
                .orElse(options.accountsUrl());
    }
}
