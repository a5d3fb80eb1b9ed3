package io.github.camelcliq.sandbox;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** A connection to a sandbox on which somebody writes whatever they like, byte by byte. */
final class RawConnection implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 60_000;

    private final Socket socket;
    private final InputStream in;

    private RawConnection(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream());
    }

    static RawConnection to(Sandbox sandbox) throws IOException {
        Socket socket = new Socket("127.0.0.1", sandbox.port());
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.setTcpNoDelay(true);
        return new RawConnection(socket);
    }

    /** A request that lacks nothing, for a connection that is to stay open. */
    static String request(String method, String path, String body, String... headers) {
        return head(method, path, headers) + "Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length
                + "\r\n\r\n" + body;
    }

    /** The head of a request, without the empty line at its end. */
    static String head(String method, String path, String... headers) {
        StringBuilder head = new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n"
                + "Authorization: Bearer sandbox-token\r\nContent-Type: application/json\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        return head.toString();
    }

    RawConnection write(String text) throws IOException {
        return write(text.getBytes(StandardCharsets.UTF_8));
    }

    RawConnection write(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        return this;
    }

    /** Writes as long as the sandbox lets it. */
    RawConnection writeWhatItTakes(byte[] bytes) {
        try {
            return write(bytes);
        } catch (IOException closedMeanwhile) {
            return this;
        }
    }

    /** Whether the sandbox has closed the connection; if it has not, another byte is written. */
    boolean isClosedOrDrips(char next) {
        try {
            socket.setSoTimeout(1);
            while (in.read() >= 0) {
                // an answer before the end
            }
            return true;
        } catch (SocketTimeoutException open) {
            return !drips(next);
        } catch (IOException reset) {
            return true;
        }
    }

    private boolean drips(char next) {
        try {
            write(String.valueOf(next));
            return true;
        } catch (IOException reset) {
            return false;
        }
    }

    /** Says that nothing more comes, and can still read. */
    RawConnection endOutput() throws IOException {
        socket.shutdownOutput();
        return this;
    }

    /** Vanishes without saying goodbye. */
    void abort() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    /** Reads one answer, whose length it has to say if it has a body. */
    RawAnswer answer() throws IOException {
        String head = readHead();
        byte[] body = in.readNBytes(RawAnswer.contentLength(head));
        return new RawAnswer(head, new String(body, StandardCharsets.UTF_8));
    }

    /** Reads to the end, which may be a reset, and gives the status of the first answer: 0 where there is none. */
    int statusBeforeTheEnd() throws IOException {
        String answer = rest();
        return answer.isEmpty() ? 0 : RawAnswer.status(answer);
    }

    /** Reads to the end, which may be a reset. */
    String rest() throws IOException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        try {
            in.transferTo(read);
        } catch (SocketTimeoutException stillOpen) {
            throw stillOpen;
        } catch (IOException reset) {
            // as good an end as any
        }
        return read.toString(StandardCharsets.ISO_8859_1);
    }

    private String readHead() throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("closed after " + head);
            }
            head.append((char) next);
        }
        return head.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    /**
     * An answer as it came.
     *
     * @param head status line and headers
     */
    record RawAnswer(String head, String body) {

        int status() {
            return status(head);
        }

        boolean hasHeader(String header) {
            return head.toLowerCase().contains("\r\n" + header.toLowerCase() + "\r\n");
        }

        static int status(String answer) {
            return Integer.parseInt(answer.substring("HTTP/1.1 ".length(), "HTTP/1.1 200".length()));
        }

        static int contentLength(String head) {
            for (String line : head.toLowerCase().split("\r\n")) {
                if (line.startsWith("content-length:")) {
                    return Integer.parseInt(
                            line.substring("content-length:".length()).strip());
                }
            }
            return 0;
        }
    }
}
