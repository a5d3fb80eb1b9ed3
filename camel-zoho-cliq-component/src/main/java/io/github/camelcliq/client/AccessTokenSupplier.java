package io.github.camelcliq.client;

import java.util.concurrent.CompletionStage;

/**
 * Gets access tokens by a way of the application's own, such as a token service that several applications share. Called
 * from many threads, event loops among them: it must not block.
 */
public interface AccessTokenSupplier {

    /**
     * The token to post with. Asked before every post, so keep it. A stage that fails, or does not end within the
     * account's {@code totalTimeout}, fails the post and those that wait behind it: unavailable, not delivered.
     */
    CompletionStage<String> get();

    /**
     * Hears that Cliq refused a token. The post is tried once more with the token that {@link #get} then gives, if that
     * is another one. While it is the same one, one post a minute tries it again and the others fail. Posts that were
     * under way together each tell of the same token: compare it with the one that you hold before you get another.
     */
    default void refused(String accessToken) {}
}
