package io.github.camelcliq.sandbox.oauth;

import java.time.Instant;

/**
 * One request to the token endpoint, and its answer. It keeps no credential: neither those of the request nor the new
 * token.
 *
 * @param time when it arrived
 * @param grantType {@code refresh_token} or {@code client_credentials}; {@code null} if it was neither, or if the
 *     request was not judged
 * @param user the Cliq user who posts with the new token; {@code null} if no token was given out
 * @param status the HTTP status of the answer; 0 if the connection ended before an answer
 * @param error the error of the answer, such as {@code invalid_code}; {@code null} if a token was given out, or if a
 *     fault replaced the answer
 */
public record TokenRequest(Instant time, String grantType, String user, int status, String error) {}
