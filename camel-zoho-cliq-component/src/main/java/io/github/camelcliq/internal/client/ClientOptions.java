package io.github.camelcliq.internal.client;

import io.github.camelcliq.client.AuthorizationScheme;
import io.github.camelcliq.internal.http.HttpPost.Timeouts;
import java.time.Duration;

/**
 * How the client of one account talks to Cliq.
 *
 * @param baseUrl scheme, host, optional port and path prefix, such as {@code https://cliq.zoho.com}; tokens go to this
 *     host only
 * @param accountsUrl the same for the accounts server, such as {@code https://accounts.zoho.com}; credentials go to
 *     this host only
 * @param authorizationScheme the word before the token
 * @param maximumRetryAfter the longest {@code Retry-After} that is honoured
 * @param tokenTimeouts how long a request for a token waits for the network
 * @param sharedTokens the tokens that other JVMs use too; {@code null} if this JVM has its own
 */
public record ClientOptions(
        String baseUrl,
        String accountsUrl,
        AuthorizationScheme authorizationScheme,
        Duration maximumRetryAfter,
        Timeouts tokenTimeouts,
        SharedTokens sharedTokens) {}
