package io.github.camelcliq.internal.client;

import io.vertx.core.Future;
import java.util.function.Supplier;

/** The access token of an account that several JVMs share. One of them at a time asks for a new one. */
public interface SharedTokens {

    /**
     * Returns the shared token. If this JVM got the same token before, and so has used it up, this JVM or another one
     * asks for a new one.
     *
     * @param request asks the accounts server once
     */
    Future<TokenResponse> next(Supplier<Future<TokenResponse>> request);

    void close();
}
