package io.github.camelcliq.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is no HTTP/1.1 is refused, and its connection closed. */
class GarbageTest {

    private static final long SEED = 20261122;

    @RegisterExtension
    static final SoundSandbox SANDBOX = new SoundSandbox();

    static Stream<Arguments> garbage() {
        return Stream.of(
                arguments("every byte there is", 400, everyByte()),
                arguments("zeros", 400, new byte[100_000]),
                arguments("TLS", 400, new byte[] {0x16, 3, 1}),
                arguments("a letter", 414, ascii("x".repeat(100_000))),
                arguments("an older HTTP", 400, ascii("GET /\r\n\r\n")),
                arguments("a later HTTP", 501, ascii("GET / HTTP/9.9\r\nHost: localhost\r\n\r\n")),
                arguments("HTTP/2 without asking", 501, ascii("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n")),
                arguments("no method", 400, ascii(" / HTTP/1.1\r\nHost: localhost\r\n\r\n")),
                arguments("a space in the path", 400, ascii("GET /a b HTTP/1.1\r\nHost: localhost\r\n\r\n")),
                arguments("line feeds alone", 400, ascii("GET / HTTP/1.1\nHost: localhost\n\n")),
                arguments("a header without a colon", 400, ascii("GET / HTTP/1.1\r\nHost\r\n\r\n")),
                arguments("a zero in a header", 400, ascii("GET / HTTP/1.1\r\nHost: local\0host\r\n\r\n")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("garbage")
    void isRefusedAndItsConnectionClosed(String kind, int status, byte[] garbage) throws Exception {
        assertThat(SANDBOX.statusBeforeTheEnd(garbage)).isEqualTo(status);
        assertThat(SANDBOX.sandbox().requests()).isEmpty();
    }

    static Stream<byte[]> noise() {
        Random random = new Random(SEED);
        return IntStream.range(0, 50).mapToObj(number -> {
            byte[] bytes = new byte[1 + random.nextInt(5_000)];
            random.nextBytes(bytes);
            return bytes;
        });
    }

    @ParameterizedTest
    @MethodSource("noise")
    void noiseIsNoMessage(byte[] noise) throws Exception {
        try (RawConnection connection = SANDBOX.connect()) {
            connection.writeWhatItTakes(noise).writeWhatItTakes(ascii("\r\n\r\n"));
        }
        assertThat(SANDBOX.sandbox().messages()).isEmpty();
    }

    private static byte[] everyByte() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        IntStream.range(0, 256 * 40).forEach(bytes::write);
        return bytes.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
