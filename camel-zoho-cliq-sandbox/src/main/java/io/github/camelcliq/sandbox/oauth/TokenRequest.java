package io.github.camelcliq.sandbox.oauth;

import java.time.Instant;

/**
 * One request to the token endpoint and how it was answered. No credential is kept, neither what was sent nor what was
 * given out.
 *
 * @param time when it arrived
 * @param grantType {@code refresh_token} or {@code client_credentials}; {@code null} where it was neither, or nobody
 *     looked
 * @param user the Cliq user whom the new token lets post; {@code null} where none was given out
 * @param status the HTTP status answered; 0 where the connection ended before one was
 * @param error the error answered, such as {@code invalid_code}; {@code null} where a token was given out, or where a
 *     fault answered in the endpoint's place
 */
public record TokenRequest(Instant time, String grantType, String user, int status, String error) {}
