package io.github.camelcliq.client;

import io.vertx.core.Context;
import io.vertx.ext.web.client.WebClient;

/**
 * Cliq's host, as one account posts to it.
 *
 * @param web makes the requests; follows no redirects, since a token goes to the configured host only
 * @param loop where a caller that is a worker has its requests made
 * @param address where they go
 * @param headers what they say besides the message
 * @param options the host's address, and how posts are authorised
 * @param credentials the account's, which go into no text
 * @param answers reads what comes back
 */
record CliqHost(
        WebClient web,
        Context loop,
        HttpAddress address,
        PostHeaders headers,
        ClientOptions options,
        Credentials credentials,
        AnswerReader answers) {}
