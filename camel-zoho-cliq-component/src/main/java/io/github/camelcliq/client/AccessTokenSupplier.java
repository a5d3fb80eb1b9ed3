package io.github.camelcliq.client;

import java.util.concurrent.CompletionStage;

/**
 * Supplies access tokens from the application, such as from a token service that several applications share. Called
 * from many threads, including event loops, so it must not block.
 */
public interface AccessTokenSupplier {

    /**
     * Returns the token to post with. Called before every post, so keep the token. If the stage fails, or does not end
     * within the account's {@code totalTimeout}, the post and the posts behind it fail as unavailable, not delivered.
     */
    CompletionStage<String> get();

    /**
     * Called when Cliq refused a token. The post is tried once more if {@link #get} then gives another token. While it
     * gives the same token, one post a minute tries it again and the others fail. Several posts may report the same
     * token: compare it with your current token before you get another.
     */
    default void refused(String accessToken) {}
}
