/**
 * Who may post, and how access tokens are come by: Zoho's accounts server, as far as Cliq's clients need it.
 * {@link io.github.camelcliq.sandbox.oauth.OAuthClient} says what is registered,
 * {@link io.github.camelcliq.sandbox.oauth.TokenRules} how tokens are given out. Knows nothing of HTTP.
 */
package io.github.camelcliq.sandbox.oauth;
