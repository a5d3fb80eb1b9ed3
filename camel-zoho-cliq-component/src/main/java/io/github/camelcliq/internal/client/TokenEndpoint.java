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
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The token endpoint of Zoho's accounts server (Zoho's OAuth page), for one account. */
final class TokenEndpoint {

    private static final String TOKEN_PATH = "/oauth/v2/token";

    /**
     * What to check, by error code. Credentials of another data centre can cause each of them (Zoho's accounts help).
     */
    private static final Map<String, String> REMEDIES = Map.of(
            "invalid_client", "check clientId and dataCenter",
            "invalid_client_secret", "check clientSecret and dataCenter",
            "invalid_code", "check refreshToken and dataCenter; if it was revoked, make a new one");

    private static final String FORM = "application/x-www-form-urlencoded";

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
                        client.requestAbs(HttpMethod.POST, options.accountsUrl() + TOKEN_PATH)
                                .putHeader("Content-Type", FORM),
                        options.tokenTimeouts())))
                .compose(answer -> answer.cutOffBy() == null
                        ? Future.succeededFuture(TokenResponse.of(answer.status(), answer.body()))
                        : Future.failedFuture(answer.cutOffBy()))
                .otherwise(this::lost)
                .map(this::quoted);
    }

    /** Returns the body of the request. It is a form, so that no secret is in a URL. */
    private Buffer form() {
        return Buffer.buffer(credentials.form().entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&")));
    }

    /** Makes the failure of a token request without an answer. No post went out, so nothing was delivered. */
    private TokenResponse lost(Throwable failure) {
        return TokenResponse.failed(PostFailure.notPosted(
                ConnectionTrouble.proxyRefusal(failure) > 0 ? FailureKind.REJECTED : FailureKind.UNAVAILABLE,
                "no token from " + options.accountsUrl() + ": " + ConnectionTrouble.textOf(failure)));
    }

    private TokenResponse quoted(TokenResponse answer) {
        PostFailure failure = answer.failure();
        return failure == null
                ? answer
                : TokenResponse.failed(PostFailure.notPosted(
                        failure.kind(),
                        failure.code() == null ? null : QuotedText.of(failure.code(), credentials.secrets()),
                        QuotedText.of(failure.message(), credentials.secrets()) + remedy(failure.code()),
                        failure.retryAfter()));
    }

    /** Returns what to check after a frequent error, and the accounts server that answered it. */
    private String remedy(String error) {
        String remedy = error == null ? null : REMEDIES.get(error);
        return remedy == null ? "" : "; accounts server " + options.accountsUrl() + dataCenter() + ": " + remedy;
    }

    private String dataCenter() {
        return Stream.of(DataCenter.values())
                .filter(center -> center.accountsUrl().equalsIgnoreCase(options.accountsUrl()))
                .map(center -> ", data centre " + center)
                .findFirst()
                .orElse("");
    }
}
