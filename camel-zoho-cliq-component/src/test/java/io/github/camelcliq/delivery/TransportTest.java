package io.github.camelcliq.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcliq.CliqComponent;
import io.github.camelcliq.CliqException;
import io.github.camelcliq.CliqUnavailableException;
import io.github.camelcliq.client.Delivery;
import io.github.camelcliq.sandbox.Sandbox;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.PfxOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.support.jsse.KeyStoreParameters;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.jsse.TrustManagersParameters;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Posts go by the ways that an application's network calls for. */
class TransportTest extends DeliveryTestSupport {

    private static final String PASSWORD = "changeit";

    private static Path localhost;
    private static Path elsewhere;

    private Sandbox sandbox;
    private Vertx vertx;

    @BeforeAll
    static void makeKeys(@TempDir Path folder) throws Exception {
        localhost = keysFor("localhost", folder);
        elsewhere = keysFor("elsewhere.example", folder);
    }

    @BeforeEach
    void start() {
        sandbox = closing(Sandbox.builder().start());
        vertx = Vertx.vertx();
        closing(() -> vertx.close());
    }

    @Test
    void throughAProxyThatWantsToKnowWhoAsks() throws Exception {
        List<String> seen = new CopyOnWriteArrayList<>();
        HttpServer proxy = listening(new HttpServerOptions(), request -> {
            seen.add(request.uri() + " " + request.getHeader("Proxy-Authorization"));
            request.response().setStatusCode(204).end();
        });
        CamelContext context = context(sandbox, configuration -> {
            configuration.setBaseUrl("http://cliq.invalid");
            configuration.setProxyHost("127.0.0.1");
            configuration.setProxyPort(proxy.actualPort());
            configuration.setProxyUsername("ann");
            configuration.setProxyPassword("secret");
        });

        Exchange exchange = postAndWait(context, "cliq:chat/x", "Hello");

        assertThat(exchange.getException()).isNull();
        assertThat(seen).containsExactly("http://cliq.invalid/api/v2/chats/x/messages Basic YW5uOnNlY3JldA==");
    }

    @Test
    void withTheWordBeforeTheTokenThatZohoUsesItself() throws Exception {
        List<String> seen = new CopyOnWriteArrayList<>();
        HttpServer server = listening(new HttpServerOptions(), request -> {
            seen.add(request.getHeader("Authorization"));
            request.response().setStatusCode(204).end();
        });
        CamelContext context =
                context(sandbox, configuration -> configuration.setBaseUrl("http://127.0.0.1:" + server.actualPort()));

        postAndWait(context, "cliq:chat/x?accessToken=one", "Hello");
        postAndWait(context, "cliq:chat/x?accessToken=two&authorizationScheme=Zoho-oauthtoken", "Hello");

        assertThat(seen).containsExactly("Bearer one", "Zoho-oauthtoken two");
    }

    @Test
    void overTlsToAServerThatTheApplicationTrusts() throws Exception {
        Gate gate = new Gate(localhost);
        CamelContext context = context(sandbox, configuration -> {
            configuration.setBaseUrl(gate.url());
            configuration.setSslContextParameters(trusting(localhost));
        });

        assertThat(postAndWait(context, "cliq:chat/x", "Hello").getException()).isNull();
        assertThat(texts(sandbox.messages())).containsExactly("Hello");
        assertThat(gate.versions).containsExactly(HttpVersion.HTTP_1_1);
    }

    @Test
    void overHttp2WhereThatIsWanted() throws Exception {
        Gate gate = new Gate(localhost);
        CamelContext context = context(sandbox, configuration -> {
            configuration.setBaseUrl(gate.url());
            configuration.setSslContextParameters(trusting(localhost));
            configuration.setHttp2(true);
        });

        assertThat(postAndWait(context, "cliq:chat/x", "Hello").getException()).isNull();
        assertThat(gate.versions).containsExactly(HttpVersion.HTTP_2);
    }

    @Test
    void withTheTrustThatIsSetForTheWholeContext() throws Exception {
        Gate gate = new Gate(localhost);
        CamelContext context = context(sandbox, configuration -> configuration.setBaseUrl(gate.url()));
        context.setSSLContextParameters(trusting(localhost));
        context.getComponent("cliq", CliqComponent.class).setUseGlobalSslContextParameters(true);

        assertThat(postAndWait(context, "cliq:chat/x", "Hello").getException()).isNull();
    }

    @Test
    void neverToAServerThatNobodyTrusts() throws Exception {
        Gate gate = new Gate(localhost);
        CamelContext context = context(sandbox, configuration -> configuration.setBaseUrl(gate.url()));

        assertNotDelivered(postAndWait(context, "cliq:chat/x", "Hello"));
    }

    @Test
    void neverToATrustedServerOfAnotherNameUnlessThatIsWanted() throws Exception {
        Gate gate = new Gate(elsewhere);
        CamelContext strict = context(sandbox, configuration -> {
            configuration.setBaseUrl(gate.url());
            configuration.setSslContextParameters(trusting(elsewhere));
        });
        CamelContext lax = context(sandbox, configuration -> {
            configuration.setBaseUrl(gate.url());
            configuration.setSslContextParameters(trusting(elsewhere));
            configuration.setHostnameVerification(false);
        });

        assertNotDelivered(postAndWait(strict, "cliq:chat/x", "Hello"));
        assertThat(postAndWait(lax, "cliq:chat/x", "Hello").getException()).isNull();
    }

    private void assertNotDelivered(Exchange exchange) {
        CliqException failure = failure(exchange);
        assertThat(failure).isExactlyInstanceOf(CliqUnavailableException.class);
        assertThat(failure.getDelivery()).isEqualTo(Delivery.NOT_DELIVERED);
        assertThat(sandbox.requests()).isEmpty();
    }

    private HttpServer listening(HttpServerOptions options, Handler<HttpServerRequest> handler) throws Exception {
        return vertx.createHttpServer(options)
                .requestHandler(handler)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
    }

    /** Speaks TLS, HTTP/1.1 and HTTP/2 in front of the sandbox, which does not. */
    private final class Gate {

        private final List<HttpVersion> versions = new CopyOnWriteArrayList<>();
        private final HttpServer server;

        Gate(Path keys) throws Exception {
            server = listening(
                    new HttpServerOptions()
                            .setSsl(true)
                            .setUseAlpn(true)
                            .setKeyCertOptions(
                                    new PfxOptions().setPath(keys.toString()).setPassword(PASSWORD)),
                    this::pass);
        }

        String url() {
            return "https://localhost:" + server.actualPort();
        }

        private void pass(HttpServerRequest request) {
            versions.add(request.version());
            RequestOptions to = new RequestOptions()
                    .setHost("127.0.0.1")
                    .setPort(sandbox.port())
                    .setMethod(request.method())
                    .setURI(request.uri());
            request.body()
                    .compose(body -> vertx.createHttpClient()
                            .request(to)
                            .compose(onward -> onward.putHeader("Content-Type", "application/json")
                                    .putHeader("Authorization", request.getHeader("Authorization"))
                                    .send(body)))
                    .onSuccess(answer -> request.response()
                            .setStatusCode(answer.statusCode())
                            .end())
                    .onFailure(lost -> request.response().setStatusCode(502).end());
        }
    }

    private static SSLContextParameters trusting(Path keys) {
        KeyStoreParameters store = new KeyStoreParameters();
        store.setResource("file:" + keys);
        store.setType("PKCS12");
        store.setPassword(PASSWORD);
        TrustManagersParameters trust = new TrustManagersParameters();
        trust.setKeyStore(store);
        SSLContextParameters parameters = new SSLContextParameters();
        parameters.setTrustManagers(trust);
        return parameters;
    }

    private static Path keysFor(String host, Path folder) throws IOException, InterruptedException {
        Path keys = folder.resolve(host + ".p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        host,
                        "-keyalg",
                        "EC",
                        "-validity",
                        "2",
                        "-dname",
                        "CN=" + host,
                        "-ext",
                        "san=dns:" + host,
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        keys.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(keytool.waitFor()).isZero();
        return keys;
    }
}
