/**
 * Credentials for posts, and Zoho's accounts server as far as Cliq's clients need it.
 * {@link io.github.camelcliq.sandbox.oauth.OAuthClient} is a registered client,
 * {@link io.github.camelcliq.sandbox.oauth.TokenRules} says how tokens are given out. Knows nothing of HTTP.
 */
package io.github.camelcliq.sandbox.oauth;
