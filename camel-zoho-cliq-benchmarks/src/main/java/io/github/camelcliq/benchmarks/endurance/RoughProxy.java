package io.github.camelcliq.benchmarks.endurance;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A TCP proxy that now and then delays bytes, cuts a connection, or closes one half of it. */
final class RoughProxy implements AutoCloseable {

    private static final double PART = 0.005;
    private static final int LONGEST_DELAY_MILLIS = 500;

    private final int target;
    private final Random random;
    private final ServerSocket listening;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger delays = new AtomicInteger();
    private final AtomicInteger cuts = new AtomicInteger();
    private final AtomicInteger halves = new AtomicInteger();

    /** @param target a port of this machine */
    RoughProxy(int target, long seed) throws IOException {
        this.target = target;
        this.random = new Random(seed);
        this.listening = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        threads.execute(this::listen);
    }

    String url() {
        return "http://127.0.0.1:" + listening.getLocalPort();
    }

    /** How often it did what. */
    @Override
    public String toString() {
        return "%,d delays, %,d cuts, %,d half-closes".formatted(delays.get(), cuts.get(), halves.get());
    }

    private void listen() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                threads.execute(() -> connect(client));
            } catch (IOException closed) {
                // the loop ends if the proxy was closed
            }
        }
    }

    private void connect(Socket client) {
        try {
            Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
            threads.execute(() -> pump(client, server));
            pump(server, client);
        } catch (IOException offline) {
            close(client);
        }
    }

    /** Copies one direction. Its end, or a cut, ends both. */
    private void pump(Socket from, Socket to) {
        byte[] bytes = new byte[8192];
        try {
            InputStream in = from.getInputStream();
            for (int count = in.read(bytes); count > 0; count = in.read(bytes)) {
                double chance = random.nextDouble();
                if (chance < PART) {
                    halves.incrementAndGet();
                    to.shutdownOutput();
                    return;
                }
                if (chance < 2 * PART) {
                    cuts.incrementAndGet();
                    to.getOutputStream().write(bytes, 0, random.nextInt(count));
                    break;
                }
                if (chance < 4 * PART) {
                    delays.incrementAndGet();
                    Thread.sleep(random.nextInt(LONGEST_DELAY_MILLIS));
                }
                to.getOutputStream().write(bytes, 0, count);
            }
        } catch (IOException | InterruptedException ended) {
            // the other end closed the connection, or the proxy was closed
        }
        close(from);
        close(to);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException alreadyClosed) {
            // there is nothing left to close
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        threads.shutdownNow();
    }
}
