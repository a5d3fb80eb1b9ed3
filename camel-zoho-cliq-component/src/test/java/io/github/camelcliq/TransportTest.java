package io.github.camelcliq;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcliq.client.AuthorizationScheme;
import io.github.camelcliq.client.DataCenter;
import io.github.camelcliq.client.Delivery;
import io.github.camelcliq.sandbox.Fault;
import io.github.camelcliq.sandbox.Sandbox;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.PfxOptions;
import io.vertx.core.net.ProxyType;
import io.vertx.ext.web.client.WebClientOptions;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.apache.camel.AsyncProducer;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.support.jsse.CipherSuitesParameters;
import org.apache.camel.support.jsse.KeyManagersParameters;
import org.apache.camel.support.jsse.KeyStoreParameters;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.jsse.TrustManagersParameters;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Posts go by the ways that an application's network calls for. */
class TransportTest extends DeliveryTestSupport {

    private static final String PASSWORD = "changeit";
    private static final String ELSEWHERE = "accounts.zoho.eu";

    private static Path localhost;

    /** Of a host that is not the local one. */
    private static Path elsewhere;

    /** Of a server whose certificate, by this authority, has expired. */
    private static Path expired;

    private static Path authority;

    private Sandbox sandbox;
    private Vertx vertx;

    @BeforeAll
    static void makeKeys(@TempDir Path folder) throws Exception {
        localhost = folder.resolve("localhost.p12");
        elsewhere = folder.resolve("elsewhere.p12");
        expired = folder.resolve("expired.p12");
        authority = folder.resolve("authority.p12");
        Process first = makingKeys("localhost", localhost, "-validity", "2");
        Process second = makingKeys(ELSEWHERE, elsewhere, "-validity", "2");
        awaitMade(makingKeys("authority", expired, "-validity", "20", "-startdate", "-10d", "-ext", "bc=ca:true"));
        awaitMade(makingKeys("localhost", expired, "-signer", "authority", "-startdate", "-9d", "-validity", "2"));
        awaitMade(first);
        awaitMade(second);
        keepTheCertificateOf("authority", expired, authority);
    }

    private static void awaitMade(Process maker) throws InterruptedException {
        assertThat(maker.waitFor()).isZero();
    }

    /** A certificate that is trusted by itself may be of any time; one that an authority signed may not. */
    private static void keepTheCertificateOf(String alias, Path from, Path to) throws Exception {
        Certificate certificate =
                KeyStore.getInstance(from.toFile(), PASSWORD.toCharArray()).getCertificate(alias);
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry(alias, certificate);
        try (OutputStream file = Files.newOutputStream(to)) {
            trusted.store(file, PASSWORD.toCharArray());
        }
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
        CamelContext context = context(sandbox, account -> {
            account.setBaseUrl("http://cliq.invalid");
            account.setProxyHost("127.0.0.1");
            account.setProxyPort(proxy.actualPort());
            account.setProxyUsername("ann");
            account.setProxyPassword("secret");
        });

        Exchange exchange = postAndWait(context, "cliq:chat/x", "Hello");

        assertThat(exchange.getException()).isNull();
        assertThat(seen).containsExactly("http://cliq.invalid/api/v2/chats/x/messages Basic YW5uOnNlY3JldA==");
    }

    @Test
    void throughASocksProxyThatFindsTheHostByItself() throws Exception {
        SocksProxy proxy = new SocksProxy(sandbox.port());
        CamelContext context = context(sandbox, account -> {
            account.setBaseUrl("http://cliq.invalid");
            account.setProxyType(ProxyType.SOCKS5);
            account.setProxyHost("127.0.0.1");
            account.setProxyPort(proxy.server.actualPort());
            account.setProxyUsername("ann");
            account.setProxyPassword("secret");
        });

        assertThat(postAndWait(context, "cliq:chat/x", "Hello").getException()).isNull();
        assertThat(proxy.asked).containsExactly("ann secret", "cliq.invalid:80");
        assertThat(texts(sandbox.messages())).containsExactly("Hello");
    }

    /** Asked is the EU's accounts server itself, as a server of the test plays it. */
    @Test
    void refusedCredentialsNameTheDataCentre() throws Exception {
        HttpServer accounts = listening(
                new HttpServerOptions().setSsl(true).setKeyCertOptions(pfx(elsewhere)),
                request -> request.response().end("{\"error\": \"invalid_client\"}"));
        SocksProxy proxy = new SocksProxy(accounts.actualPort());
        CamelContext context = context(sandbox, account -> {
            refreshToken(account);
            account.setAccountsUrl(null);
            account.setDataCenter(DataCenter.EU);
            account.setSslContextParameters(trusting(elsewhere));
            account.setProxyType(ProxyType.SOCKS5);
            account.setProxyHost("127.0.0.1");
            account.setProxyPort(proxy.server.actualPort());
            account.setProxyUsername("ann");
            account.setProxyPassword("secret");
        });

        assertThat(postAndWait(context, "cliq:chat/x", "Hello").getException())
                .isExactlyInstanceOf(CliqAuthException.class)
                .hasMessageContaining("(HTTP 200): invalid_client; accounts server https://accounts.zoho.eu,"
                        + " data centre EU: check clientId and dataCenter");
    }

    @Test
    void withTheWordBeforeTheTokenThatZohoUsesItself() throws Exception {
        List<String> seen = new CopyOnWriteArrayList<>();
        HttpServer server = listening(new HttpServerOptions(), request -> {
            seen.add(request.getHeader("Authorization"));
            request.response().setStatusCode(204).end();
        });
        String url = "http://127.0.0.1:" + server.actualPort();
        CamelContext bearer = context(sandbox, account -> {
            account.setBaseUrl(url);
            account.setAccessToken("one");
        });
        CamelContext zoho = context(sandbox, account -> {
            account.setBaseUrl(url);
            account.setAccessToken("two");
            account.setAuthorizationScheme(AuthorizationScheme.ZOHO_OAUTHTOKEN);
        });

        postAndWait(bearer, "cliq:chat/x", "Hello");
        postAndWait(zoho, "cliq:chat/x", "Hello");

        assertThat(seen).containsExactly("Bearer one", "Zoho-oauthtoken two");
    }

    @Test
    void overTlsToAServerThatTheApplicationTrusts() throws Exception {
        Gate gate = new Gate(localhost);
        CamelContext context = context(sandbox, account -> {
            account.setBaseUrl(gate.url());
            account.setSslContextParameters(trusting(localhost));
        });

        assertThat(postAndWait(context, "cliq:chat/x", "Hello").getException()).isNull();
        assertThat(texts(sandbox.messages())).containsExactly("Hello");
        assertThat(gate.versions).containsExactly(HttpVersion.HTTP_1_1);
    }

    @Test
    void withTheCertificateThatTheServerDemands() throws Exception {
        Gate gate = new Gate(new HttpServerOptions()
                .setClientAuth(ClientAuth.REQUIRED)
                .setTrustOptions(pfx(elsewhere))
                .setKeyCertOptions(pfx(localhost)));
        CamelContext unknown = context(sandbox, account -> {
            account.setBaseUrl(gate.url());
            account.setSslContextParameters(trusting(localhost));
        });
        CamelContext known = context(sandbox, account -> {
            account.setBaseUrl(gate.url());
            account.setSslContextParameters(shownAs(elsewhere, trusting(localhost)));
        });

        // with TLS 1.3 the server refuses after the client's side of the handshake is over: not always NOT_DELIVERED
        assertThat(failure(postAndWait(unknown, "cliq:chat/x", "Hello")))
                .isExactlyInstanceOf(CliqUnavailableException.class);
        assertThat(sandbox.requests()).isEmpty();
        assertThat(postAndWait(known, "cliq:chat/x", "Hello").getException()).isNull();
        assertThat(texts(sandbox.messages())).containsExactly("Hello");
    }

    /** A post that is given up would cost a connection of HTTP/2 one of its streams for good. */
    @Test
    void overHttp1WhateverIsWanted() throws Exception {
        Gate gate = new Gate(localhost);
        CamelContext context = context(sandbox, account -> {
            account.setBaseUrl(gate.url());
            account.setSslContextParameters(trusting(localhost));
            account.getWebClientOptions().setUseAlpn(true).setProtocolVersion(HttpVersion.HTTP_2);
        });

        assertThat(postAndWait(context, "cliq:chat/x", "Hello").getException()).isNull();
        assertThat(gate.versions).containsExactly(HttpVersion.HTTP_1_1);
    }

    /** The first post is given up, which closes its connection. */
    @Test
    void onePostAtATimeOnAConnectionWhateverIsWanted() throws Exception {
        sandbox.faults().next(Fault.hang());
        CamelContext context = context(sandbox, account -> {
            account.getWebClientOptions().setMaxPoolSize(1).setPipelining(true);
            account.setReadTimeout(Duration.ofSeconds(1));
        });
        AsyncProducer impatient = producer(context, "cliq:chat/x?ordered=false");
        context.getComponent("cliq", CliqComponent.class).getDefaultAccount().setReadTimeout(PATIENCE);
        AsyncProducer patient = producer(context, "cliq:chat/y?ordered=false");

        CompletableFuture<Exchange> first = post(context, impatient, "given up");
        CompletableFuture<Exchange> second = post(context, patient, "Hello");

        assertThat(failure(settled(first)).getDelivery()).isEqualTo(Delivery.UNKNOWN);
        assertThat(settled(second).getException()).isNull();
    }

    @Test
    void withTheTrustThatIsSetForTheWholeContext() throws Exception {
        Gate gate = new Gate(localhost);
        CamelContext context = context(sandbox, account -> account.setBaseUrl(gate.url()));
        context.setSSLContextParameters(trusting(localhost));
        context.getComponent("cliq", CliqComponent.class).setUseGlobalSslContextParameters(true);

        assertThat(postAndWait(context, "cliq:chat/x", "Hello").getException()).isNull();
    }

    @Test
    void withTheTrustOfTheAccountRatherThanThatOfItsWebClientOptions() throws Exception {
        Gate gate = new Gate(localhost);
        CamelContext context = context(sandbox, account -> {
            account.setBaseUrl(gate.url());
            account.setSslContextParameters(trusting(elsewhere));
            account.getWebClientOptions().setTrustAll(true);
        });

        assertNotDelivered(postAndWait(context, "cliq:chat/x", "Hello"));
    }

    @Test
    void withTheCipherSuitesOfTheAccountRatherThanThoseOfItsWebClientOptions() throws Exception {
        String weaker = "TLS_AES_128_GCM_SHA256";
        HttpServerOptions server = new HttpServerOptions().setKeyCertOptions(pfx(localhost));
        server.addEnabledCipherSuite(weaker);
        Gate gate = new Gate(server);
        CamelContext context = context(sandbox, account -> {
            account.setBaseUrl(gate.url());
            account.setSslContextParameters(trusting(localhost));
            CipherSuitesParameters suites = new CipherSuitesParameters();
            suites.setCipherSuite(List.of("TLS_AES_256_GCM_SHA384"));
            account.getSslContextParameters().setCipherSuites(suites);
            account.getWebClientOptions().addEnabledCipherSuite(weaker);
        });

        assertNotDelivered(postAndWait(context, "cliq:chat/x", "Hello"));
    }

    /** Vert.x gives all that ask for a shared client of one name the client of the first. */
    @Test
    void overConnectionsOfItsOwnWhateverIsWanted() throws Exception {
        Gate gate = new Gate(localhost);
        WebClientOptions shared = new WebClientOptions();
        shared.setShared(true);
        CamelContext context = context(sandbox, account -> {
            account.setBaseUrl(gate.url());
            account.setSslContextParameters(trusting(localhost));
            account.setWebClientOptions(shared);
        });
        CliqAccount other = new CliqAccount();
        other.setBaseUrl(gate.url());
        other.setAccessToken("other");
        other.setWebClientOptions(shared);
        context.getRegistry().bind("other", other);

        assertThat(postAndWait(context, "cliq:chat/x", "Hello").getException()).isNull();
        CliqException failure = failure(postAndWait(context, "cliq:chat/x?account=other", "Hello"));
        assertThat(failure).hasMessageContaining("the certificate is not trusted");
        assertThat(sandbox.requests()).hasSize(1);
    }

    @Test
    void neverToAServerThatNobodyTrusts() throws Exception {
        Gate gate = new Gate(localhost);
        CamelContext context = context(sandbox, account -> account.setBaseUrl(gate.url()));

        Exchange exchange = postAndWait(context, "cliq:chat/x", "Hello");

        assertNotDelivered(exchange);
        assertThat(exchange.getException())
                .hasMessageContaining(
                        "Failed to create SSL connection: the certificate is not trusted; the option sslContextParameters");
    }

    @Test
    void neverToAServerWhoseCertificateIsOutOfDate() throws Exception {
        Gate gate =
                new Gate(new HttpServerOptions().setKeyCertOptions(pfx(expired).setAlias("localhost")));
        CamelContext context = context(sandbox, account -> {
            account.setBaseUrl(gate.url());
            account.setSslContextParameters(trusting(authority));
        });

        Exchange exchange = postAndWait(context, "cliq:chat/x", "Hello");

        assertNotDelivered(exchange);
        assertThat(exchange.getException()).hasMessageContaining("the certificate has expired (NotAfter: ");
    }

    @Test
    void neverWithATokenOfAnAccountsServerThatNobodyTrusts() throws Exception {
        Gate gate = new Gate(localhost);
        CamelContext context = context(sandbox, account -> {
            refreshToken(account);
            account.setAccountsUrl(gate.url());
        });

        Exchange exchange = postAndWait(context, "cliq:chat/x", "Hello");

        assertNotDelivered(exchange);
        assertThat(exchange.getException())
                .hasMessageContaining("no token from " + gate.url())
                .hasMessageContaining("the certificate is not trusted");
    }

    @ParameterizedTest
    @CsvSource({"407 Proxy Authentication Required, false", "403 Forbidden, false", "503 Busy, true"})
    void notThroughAProxyThatDoesNotConnect(String status, boolean retryable) throws Exception {
        NetServer proxy = vertx.createNetServer()
                .connectHandler(
                        client -> client.handler(asked -> client.end(Buffer.buffer("HTTP/1.1 " + status + "\r\n\r\n"))))
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        CamelContext posting = context(sandbox, account -> {
            account.setBaseUrl("https://cliq.invalid");
            account.setProxyHost("127.0.0.1");
            account.setProxyPort(proxy.actualPort());
        });
        CamelContext asking = context(sandbox, account -> {
            refreshToken(account);
            account.setAccountsUrl("https://accounts.invalid");
            account.setProxyHost("127.0.0.1");
            account.setProxyPort(proxy.actualPort());
        });

        for (CamelContext context : List.of(posting, asking)) {
            CliqException failure = failure(postAndWait(context, "cliq:chat/x", "Hello"));
            assertThat(failure)
                    .isExactlyInstanceOf(retryable ? CliqUnavailableException.class : CliqRejectedException.class)
                    .hasMessageContaining("status: " + status);
            assertThat(failure.isRetryable()).isEqualTo(retryable);
            assertThat(failure.getDelivery()).isEqualTo(Delivery.NOT_DELIVERED);
            assertThat(failure.getMessage().contains("the options proxyUsername and proxyPassword"))
                    .isEqualTo(status.startsWith("407"));
        }
    }

    @Test
    void neverToATrustedServerOfAnotherNameUnlessThatIsWanted() throws Exception {
        Gate gate = new Gate(elsewhere);
        CamelContext strict = context(sandbox, account -> {
            account.setBaseUrl(gate.url());
            account.setSslContextParameters(trusting(elsewhere));
        });
        CamelContext lax = context(sandbox, account -> {
            account.setBaseUrl(gate.url());
            account.setSslContextParameters(trusting(elsewhere));
            account.getWebClientOptions().setVerifyHost(false);
        });

        Exchange refused = postAndWait(strict, "cliq:chat/x", "Hello");
        assertNotDelivered(refused);
        assertThat(refused.getException())
                .hasMessageContaining("the certificate is of another host (No subject alternative DNS name matching"
                        + " localhost found");
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
                .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    /** Speaks TLS, HTTP/1.1 and HTTP/2 in front of the sandbox, which does not. */
    private final class Gate {

        private final List<HttpVersion> versions = new CopyOnWriteArrayList<>();
        private final HttpServer server;

        Gate(Path keys) throws Exception {
            this(new HttpServerOptions().setKeyCertOptions(pfx(keys)));
        }

        Gate(HttpServerOptions options) throws Exception {
            server = listening(options.setSsl(true).setUseAlpn(true), this::pass);
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

    /** Wants a name and a password, and leads to one server whatever host it is asked for. */
    private final class SocksProxy {

        private final List<String> asked = new CopyOnWriteArrayList<>();
        private final NetServer server;
        private final int leadsTo;

        SocksProxy(int leadsTo) throws Exception {
            this.leadsTo = leadsTo;
            server = vertx.createNetServer()
                    .connectHandler(this::greet)
                    .listen(0, "127.0.0.1")
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }

        private void greet(NetSocket client) {
            client.handler(greeting -> {
                client.handler(login -> logIn(client, login));
                client.write(Buffer.buffer(new byte[] {5, 2}));
            });
        }

        private void logIn(NetSocket client, Buffer login) {
            int end = 2 + login.getByte(1);
            asked.add(login.getString(2, end) + " " + login.getString(end + 1, login.length()));
            client.handler(request -> connect(client, request));
            client.write(Buffer.buffer(new byte[] {1, 0}));
        }

        private void connect(NetSocket client, Buffer request) {
            int end = 5 + request.getByte(4);
            asked.add(request.getString(5, end) + ":" + request.getUnsignedShort(end));
            vertx.createNetClient().connect(leadsTo, "127.0.0.1").onSuccess(onward -> {
                onward.pipeTo(client);
                client.pipeTo(onward);
                client.write(Buffer.buffer(new byte[] {5, 0, 0, 1, 0, 0, 0, 0, 0, 0}));
            });
        }
    }

    private static PfxOptions pfx(Path keys) {
        return new PfxOptions().setPath(keys.toString()).setPassword(PASSWORD);
    }

    private static KeyStoreParameters store(Path keys) {
        KeyStoreParameters store = new KeyStoreParameters();
        store.setResource("file:" + keys);
        store.setType("PKCS12");
        store.setPassword(PASSWORD);
        return store;
    }

    private static SSLContextParameters shownAs(Path keys, SSLContextParameters parameters) {
        KeyManagersParameters shown = new KeyManagersParameters();
        shown.setKeyStore(store(keys));
        shown.setKeyPassword(PASSWORD);
        parameters.setKeyManagers(shown);
        return parameters;
    }

    private static SSLContextParameters trusting(Path keys) {
        TrustManagersParameters trust = new TrustManagersParameters();
        trust.setKeyStore(store(keys));
        SSLContextParameters parameters = new SSLContextParameters();
        parameters.setTrustManagers(trust);
        return parameters;
    }

    private static Process makingKeys(String host, Path keys, String... more) throws IOException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                host,
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + host,
                "-ext",
                "san=dns:" + host,
                "-storetype",
                "PKCS12",
                "-keystore",
                keys.toString(),
                "-storepass",
                PASSWORD));
        line.addAll(List.of(more));
        return new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
