package io.github.camelcliq.client;

import io.vertx.core.impl.ContextInternal;
import io.vertx.ext.web.client.WebClient;

/**
 * Cliq's host, as one account posts to it.
 *
 * @param web makes the requests; follows no redirects, since a token goes to the configured host only
 * @param loop the event loop on which all its requests are made
 * @param timers look after those that wait for their answers
 * @param address where they go
 * @param headers what they say besides the message
 * @param options the host's address, and how posts are authorised
 * @param credentials the account's, which go into no text
 * @param answers reads what comes back
 */
record CliqHost(
        WebClient web,
        ContextInternal loop,
        AnswerTimers timers,
        HttpAddress address,
        PostHeaders headers,
        ClientOptions options,
        Credentials credentials,
        AnswerReader answers) {}
