package io.github.camelcliq.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who signed it, and that nothing was changed since. */
class SignatureVerifierTest {

    private static final String BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    private static final CliqKey KEY = new CliqKey();
    private static final CliqKey OTHER = new CliqKey();
    private static final byte[] BODY = Clicks.sampleBytes();
    private static final String SIGNATURE = KEY.sign(BODY);
    private static final SignatureVerifier VERIFIER = SignatureVerifier.of(List.of(KEY.publicKey()));

    @Test
    void whatCliqSignedPasses() {
        assertThat(VERIFIER.verify(BODY, SIGNATURE)).isTrue();
    }

    @Test
    void theKeyMayStandAsPemOrBareAndWithLineBreaks() {
        String broken = KEY.publicKey().replaceAll("(.{40})", "$1\r\n ");

        assertThat(SignatureVerifier.of(List.of(KEY.pem())).verify(BODY, SIGNATURE))
                .isTrue();
        assertThat(SignatureVerifier.of(List.of(broken)).verify(BODY, SIGNATURE))
                .isTrue();
    }

    @Test
    void duringAChangeOfKeysBothCount() {
        for (List<String> keys : List.of(
                List.of(KEY.publicKey(), OTHER.publicKey()),
                List.of(KEY.publicKey() + "," + OTHER.publicKey()),
                List.of(KEY.pem() + OTHER.pem()))) {
            SignatureVerifier both = SignatureVerifier.of(keys);
            assertThat(both.verify(BODY, SIGNATURE)).isTrue();
            assertThat(both.verify(BODY, OTHER.sign(BODY))).isTrue();
        }
    }

    @Test
    void aForeignKeysSignatureIsRefused() {
        assertThat(VERIFIER.verify(BODY, OTHER.sign(BODY))).isFalse();
    }

    @Test
    void aSignatureOfTheLengthOfALongerKeyIsRefused() {
        byte[] of3072Bits = Arrays.copyOf(Base64.getDecoder().decode(SIGNATURE), 3072 / 8);

        assertThat(VERIFIER.verify(BODY, Base64.getEncoder().encodeToString(of3072Bits)))
                .isFalse();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "AAAA", "?", "not base64!", "====", "A", "\u0000"})
    void aHeaderThatIsNoSignatureIsRefused(String header) {
        assertThat(VERIFIER.verify(BODY, header)).isFalse();
    }

    @Test
    void changingAnySingleByteOfTheBodyIsRefused() {
        for (int i = 0; i < BODY.length; i++) {
            byte[] changed = BODY.clone();
            changed[i] ^= 1;
            assertThat(VERIFIER.verify(changed, SIGNATURE)).as("byte %d", i).isFalse();
        }
    }

    @Property(tries = 500)
    void anyOtherBodyIsRefused(@ForAll Random random, @ForAll @IntRange(max = 2) int what) {
        int at = random.nextInt(BODY.length);
        byte[] changed =
                switch (what) {
                    case 0 -> Arrays.copyOf(BODY, at);
                    case 1 -> Arrays.copyOf(BODY, BODY.length + 1 + random.nextInt(9));
                    default -> {
                        byte[] other = BODY.clone();
                        other[at] += (byte) (1 + random.nextInt(255));
                        yield other;
                    }
                };
        assertThat(VERIFIER.verify(changed, SIGNATURE)).isFalse();
    }

    /** The last character before the padding has four spellings for the same bytes: they are refused as well. */
    @Test
    void changingAnySingleCharacterOfTheSignatureIsRefused() {
        for (int i = 0; i < SIGNATURE.length(); i++) {
            for (char other : candidates(i)) {
                String changed = SIGNATURE.substring(0, i) + other + SIGNATURE.substring(i + 1);
                if (!changed.equals(SIGNATURE)) {
                    assertThat(VERIFIER.verify(BODY, changed))
                            .as("character %d as %s", i, other)
                            .isFalse();
                }
            }
        }
    }

    private static char[] candidates(int i) {
        return (i >= SIGNATURE.length() - 3 ? BASE64 : "Aa/=").toCharArray();
    }

    @Test
    void aSignatureWithoutItsPaddingIsRefused() {
        assertThat(SIGNATURE).endsWith("==");
        assertThat(VERIFIER.verify(BODY, SIGNATURE.substring(0, SIGNATURE.length() - 2)))
                .isFalse();
        assertThat(VERIFIER.verify(BODY, SIGNATURE + "\n")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " , ",
                "MIIB",
                "no base64!",
                "-----BEGIN PUBLIC KEY-----",
                "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----",
                "-----BEGIN RSA PUBLIC KEY-----\nMIIB\n-----END RSA PUBLIC KEY-----"
            })
    void aKeyThatIsNoneIsSaid(String key) {
        assertThatThrownBy(() -> SignatureVerifier.of(List.of(key))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aShortKeyIsRefused() {
        String key = new CliqKey(1024).publicKey();

        assertThatThrownBy(() -> SignatureVerifier.of(List.of(key)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2048 bits");
    }

    @Test
    void aPlusThatBecameASpaceIsNotTakenForALineBreak() {
        String key = KEY.publicKey().replaceFirst("[A-Z]", "+").replaceFirst("\\+", " ");

        assertThatThrownBy(() -> SignatureVerifier.of(List.of(key))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void withoutAKeyThereIsNoVerifier() {
        assertThatThrownBy(() -> SignatureVerifier.of(List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
