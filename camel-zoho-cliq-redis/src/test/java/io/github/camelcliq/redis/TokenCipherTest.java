package io.github.camelcliq.redis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What Redis has of an access token tells nothing to those who do not know the client secret. */
class TokenCipherTest {

    private static final String TOKEN = "1000.0123456789.abcdef";

    private final TokenCipher cipher = new TokenCipher("secret");

    @Test
    void opensWhatItSealed() {
        assertThat(new TokenCipher("secret").open(cipher.seal(TOKEN))).contains(TOKEN);
    }

    @Test
    void sealsDifferentlyEachTimeAndShowsNothing() {
        assertThat(cipher.seal(TOKEN))
                .isNotEqualTo(cipher.seal(TOKEN))
                .doesNotContain(TOKEN)
                .doesNotContain(" ");
    }

    @Test
    void opensNothingElse() {
        String sealed = cipher.seal(TOKEN);
        char first = sealed.charAt(0);

        assertThat(new TokenCipher("another secret").open(sealed)).isEmpty();
        assertThat(cipher.open((first == 'A' ? 'B' : 'A') + sealed.substring(1)))
                .isEmpty();
        assertThat(cipher.open("")).isEmpty();
        assertThat(cipher.open("no base64!")).isEmpty();
    }
}
