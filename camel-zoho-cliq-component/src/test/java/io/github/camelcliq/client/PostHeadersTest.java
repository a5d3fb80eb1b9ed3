package io.github.camelcliq.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class PostHeadersTest {

    private static final AccessToken TOKEN = new AccessToken("first");

    private final PostHeaders headers =
            new PostHeaders("camel-zoho-cliq", new Credentials.StaticToken("first"), AuthorizationScheme.BEARER);

    @Test
    void theyNameTheTokenThatThePostIsMadeWith() {
        assertThat(authorization(TOKEN)).contains("Bearer first");
        assertThat(authorization(new AccessToken("second"))).contains("Bearer second");
        assertThat(authorization(TOKEN)).contains("Bearer first");
    }

    private Optional<String> authorization(AccessToken token) {
        return headers.with(token).authorization().map(CharSequence::toString);
    }

    @Test
    void theirTextShowsNoToken() {
        assertThat(headers.with(TOKEN)).asString().doesNotContain("first");
    }

    @Test
    void theyAreMadeOnceForEachToken() {
        assertThat(headers.with(TOKEN)).isSameAs(headers.with(TOKEN));
    }

    @Test
    void aWebhookTokenStandsInNoHeader() {
        PostHeaders webhook =
                new PostHeaders("camel-zoho-cliq", new Credentials.WebhookToken("zapikey"), AuthorizationScheme.BEARER);

        assertThat(webhook.with(new AccessToken("zapikey")).authorization()).isEmpty();
    }
}
