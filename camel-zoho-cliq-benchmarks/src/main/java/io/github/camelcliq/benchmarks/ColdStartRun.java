package io.github.camelcliq.benchmarks;

import io.github.camelcliq.sandbox.Sandbox;
import io.github.camelcliq.sandbox.standalone.StandaloneSandbox;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * One start of the standalone sandbox in a JVM of its own: ends with 0 once its first post was answered with 200, and
 * prints last how many milliseconds that took. It posts through a plain socket, so that no HTTP client is measured.
 */
public final class ColdStartRun {

    private static final String BODY = "{\"text\": \"Hello\", \"sync_message\": true}";

    private ColdStartRun() {}

    /** Takes no arguments. */
    public static void main(String[] arguments) throws IOException {
        int port = freePort();
        long start = System.nanoTime();
        StandaloneSandbox.main(new String[] {"--port", String.valueOf(port)});
        String status = post(port);
        long took = Duration.ofNanos(System.nanoTime() - start).toMillis();
        System.out.println("200".equals(status) ? took : "answered with " + status);
        System.exit("200".equals(status) ? 0 : 1);
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getByName(Sandbox.DEFAULT_HOST))) {
            return probe.getLocalPort();
        }
    }

    /** @return the status */
    private static String post(int port) throws IOException {
        try (Socket connection = new Socket(Sandbox.DEFAULT_HOST, port)) {
            String request = "POST /api/v2/chats/CT_1/messages HTTP/1.1\r\n"
                    + "Host: " + Sandbox.DEFAULT_HOST + ":" + port + "\r\n"
                    + "Authorization: Bearer " + Sandbox.DEFAULT_ACCESS_TOKEN + "\r\n"
                    + "Content-Type: application/json\r\n"
                    + "Content-Length: " + BODY.length() + "\r\n\r\n"
                    + BODY;
            connection.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            byte[] line = connection.getInputStream().readNBytes("HTTP/1.1 200".length());
            return new String(line, StandardCharsets.US_ASCII).substring("HTTP/1.1 ".length());
        }
    }
}
