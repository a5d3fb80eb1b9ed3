package io.github.camelcliq.benchmarks.start;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.camelcliq.benchmarks.ChildJvm;
import io.github.camelcliq.benchmarks.report.Form;
import io.github.camelcliq.benchmarks.report.Machine;
import io.github.camelcliq.benchmarks.report.Publication;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;

/**
 * Starts the applications in turn, each in a new JVM, and tells how long they took to the first 204 for a post: in a
 * file, and in the guide.
 */
public final class Start {

    private static final int ROUNDS = 15;
    private static final int SHORT_ROUNDS = 3;

    private final String url;

    private Start(String url) {
        this.url = url;
    }

    /** Takes the form, full or short, the directory to write to, and the page of the guide. */
    public static void main(String[] arguments) throws Exception {
        Publication publication = Publication.of(arguments);
        HttpServer server = acceptingServer();
        try {
            Start start = new Start("http://127.0.0.1:" + server.getAddress().getPort());
            int rounds = publication.form() == Form.FULL ? ROUNDS : SHORT_ROUNDS;
            publication.publish(new StartReport(new StartRun(Machine.here(), start.rounds(rounds))));
        } finally {
            server.stop(0);
        }
    }

    private static HttpServer acceptingServer() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", Start::accept);
        server.start();
        return server;
    }

    private static void accept(HttpExchange post) throws IOException {
        post.getRequestBody().readAllBytes();
        post.sendResponseHeaders(204, -1);
        post.close();
    }

    /** One more than are counted: the first one fills the machine's caches. */
    private List<StartRun.Round> rounds(int counted) throws Exception {
        List<StartRun.Round> rounds = new ArrayList<>();
        for (int round = 0; round <= counted; round++) {
            rounds.add(round(round % 2 == 0));
            System.out.println(rounds.get(round));
        }
        return rounds.subList(1, rounds.size());
    }

    private StartRun.Round round(boolean cliqFirst) throws Exception {
        if (cliqFirst) {
            double cliq = millis(Application.CLIQ);
            return new StartRun.Round(cliq, millis(Application.VERTX_HTTP));
        }
        double vertxHttp = millis(Application.VERTX_HTTP);
        return new StartRun.Round(millis(Application.CLIQ), vertxHttp);
    }

    private double millis(Application application) throws Exception {
        try (ChildJvm jvm = ChildJvm.start(FirstPost.class, application.name(), url)) {
            return Long.parseLong(jvm.answer()) / 1e3;
        }
    }
}
