package io.github.camelcliq.client;

import java.util.concurrent.CompletionStage;

/**
 * Gets access tokens by a way of the application's own, such as a token service that several applications share. Called
 * from many threads, event loops among them: it must not block.
 */
public interface AccessTokenSupplier {

    /** The token to post with. Asked before every post, so keep it; a stage that fails fails the post. */
    CompletionStage<String> get();

    /**
     * Hears that Cliq refused a token with 401. The post is tried once more, with whatever {@link #get} then gives,
     * where that is another token.
     */
    default void refused(String accessToken) {}
}
