package io.github.camelcliq.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelcliq.CliqClients;
import io.github.camelcliq.CliqComponent;
import io.github.camelcliq.CliqConfiguration;
import io.github.camelcliq.CliqThrottledException;
import io.github.camelcliq.client.AccessTokenSupplier;
import io.github.camelcliq.client.DataCenter;
import io.github.camelcliq.sandbox.ReceivedMessage;
import io.github.camelcliq.sandbox.Sandbox;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which account an endpoint posts with, with whom it shares it, and what is wrong with it, told at start. */
class AccountsTest extends DeliveryTestSupport {

    private static final String URI = "cliq:chat/" + CHAT;

    private Sandbox sandbox;

    @BeforeEach
    void start() {
        sandbox = closing(Sandbox.builder()
                .accessTokenOf("ann", "token-of-ann", "ZohoCliq.Webhooks.CREATE")
                .accessTokenOf("ann", "other-token-of-ann")
                .accessTokenOf("bob", "token-of-bob")
                .start());
    }

    private static void nothing(CliqConfiguration configuration) {
        configuration.setAccessToken(null);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x=                                            | credentials are missing; accessToken; refreshToken; zapikey",
                "accessToken=a&zapikey=b                       | several kinds; accessToken, zapikey",
                "refreshToken=a&accessToken=b                  | several kinds; clientId is missing; clientSecret is missing",
                "refreshToken=a                                | clientId is missing; clientSecret is missing",
                "clientId=a                                    | clientSecret is missing; need refreshToken, or scope",
                "scope=a&zapikey=b                             | several kinds; clientId is missing; clientSecret is missing",
                "accessToken=a&soid=b                          | soid"
            })
    void whatIsWrongIsToldAtOnceAndAllOfIt(String options, String complaints) throws Exception {
        CamelContext context = context(sandbox, AccountsTest::nothing);
        String uri = options.startsWith("x=") ? URI : URI + "?" + options;

        assertThatThrownBy(() -> producer(context, uri))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(complaints.split("; "));
    }

    @Test
    void theCredentialsOfAnEndpointTakeThePlaceOfItsComponents() throws Exception {
        CamelContext context = context(sandbox, DeliveryTestSupport::refreshToken);

        postAndWait(context, URI + "?accessToken=token-of-bob", "from bob");
        postAndWait(context, URI, "from the component");

        assertThat(sandbox.messages()).extracting(ReceivedMessage::user).containsExactly("bob", Sandbox.DEFAULT_USER);
    }

    @Test
    void endpointsAndComponentsAndDynamicOnesOfOneAccountShareItsClient() throws Exception {
        CamelContext context = context(sandbox, configuration -> {}, new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in").toD("cliq:chat/${body}").toD("cliq:channel/${body}");
            }
        });
        CliqComponent other = new CliqComponent();
        other.getConfiguration().setBaseUrl(sandbox.baseUrl());
        other.getConfiguration().setAccountsUrl(sandbox.baseUrl());
        other.getConfiguration().setAccessToken(Sandbox.DEFAULT_ACCESS_TOKEN);
        other.getConfiguration().setPacing(false);
        context.addComponent("other", other);
        ProducerTemplate template = context.createProducerTemplate();
        template.sendBody("direct:in", "one");
        template.sendBody("direct:in", "two");

        assertThat(postAndWait(context, URI, "Hello").getException()).isNull();
        assertThat(postAndWait(context, "other:chat/x", "Hello").getException()).isNull();

        assertThat(CliqClients.of(context)).hasSize(1);
        assertThat(sandbox.messages()).hasSize(6);
    }

    @Test
    void accountsDoNotShareABudget() throws Exception {
        CamelContext context = context(sandbox, AccountsTest::oneAMinute);

        assertThat(postAndWait(context, URI + "?accessToken=token-of-ann", "1").getException())
                .isNull();
        assertThat(postAndWait(context, URI + "?accessToken=token-of-bob", "2").getException())
                .isNull();
        assertThat(postAndWait(context, URI + "?accessToken=token-of-ann", "3").getException())
                .isInstanceOf(CliqThrottledException.class);
        assertThat(CliqClients.of(context)).hasSize(2);
    }

    @Test
    void accountsOfOneUserShareTheBudgetThatTheyName() throws Exception {
        CamelContext context = context(sandbox, configuration -> {
            oneAMinute(configuration);
            configuration.setBudgetKey("ann");
        });

        assertThat(postAndWait(context, URI + "?accessToken=token-of-ann", "1").getException())
                .isNull();
        Exchange second = postAndWait(context, URI + "?accessToken=other-token-of-ann", "2");

        assertThat(second.getException()).isInstanceOf(CliqThrottledException.class);
        assertThat(sandbox.messages()).hasSize(1);
    }

    private static void oneAMinute(CliqConfiguration configuration) {
        configuration.setPacing(true);
        configuration.setPostsPerWindow(1);
        configuration.setRestrictedPostsPerWindow(1);
        configuration.setMaximumWait(10);
    }

    @Test
    void anAccountHasOneSetOfOptions() throws Exception {
        CamelContext context = context(sandbox, configuration -> {});
        producer(context, URI);

        assertThatThrownBy(() -> producer(context, "cliq:chat/x?poolSize=3&http2=true"))
                .hasMessageContainingAll("poolSize", "http2", "same options");
        assertThatThrownBy(() -> producer(context, "cliq:chat/x?pacing=true&postsPerWindow=7"))
                .hasMessageContainingAll("pacing", "postsPerWindow", "same options");
        assertThatThrownBy(() -> producer(context, "cliq:chat/x?proxyUsername=ann&proxyPassword=sesame"))
                .hasMessageContainingAll("proxyUsername", "proxyPassword", "same options")
                .hasMessageNotContainingAny("ann", "sesame");
    }

    @Test
    void anAccountThatNobodyUsesTakesTheOptionsOfWhoComesNext() throws Exception {
        CamelContext context = context(sandbox, configuration -> {});
        producer(context, URI).stop();

        assertThat(postAndWait(context, URI + "?poolSize=3", "Hello").getException())
                .isNull();
        assertThat(CliqClients.of(context)).hasSize(1);
    }

    @Test
    void anEndpointThatIsRefusedLeavesNoAccountBehind() throws Exception {
        CamelContext context = context(sandbox, AccountsTest::oneAMinute);
        producer(context, URI + "?accessToken=token-of-ann&budgetKey=ann");

        assertThatThrownBy(() -> producer(
                        context, URI + "?accessToken=other-token-of-ann&budgetKey=ann&postsPerWindow=7&poolSize=3"))
                .hasMessageContaining("a budget must have the same options");
        producer(context, URI + "?accessToken=other-token-of-ann&budgetKey=ann");

        assertThat(CliqClients.of(context)).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "US, zoho.com",
        "EU, zoho.eu",
        "IN, zoho.in",
        "AU, zoho.com.au",
        "JP, zoho.jp",
        "CN, zoho.com.cn",
        "SA, zoho.sa",
        "UK, zoho.uk",
        "CA, zohocloud.ca"
    })
    void aDataCentreSetsBothHosts(DataCenter dataCenter, String domain) throws Exception {
        CamelContext context = started(starting -> {
            CliqConfiguration configuration =
                    starting.getComponent("cliq", CliqComponent.class).getConfiguration();
            configuration.setDataCenter(dataCenter);
            configuration.setAccessToken("never-used");
        });

        producer(context, URI);

        assertThat(CliqClients.of(context).get(0).options().baseUrl()).isEqualTo("https://cliq." + domain);
        assertThat(CliqClients.of(context).get(0).options().accountsUrl()).isEqualTo("https://accounts." + domain);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void nothingTouchesTheNetworkAtStart(boolean lazy) throws Exception {
        try (ServerSocket nobody = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            String host = "http://127.0.0.1:" + nobody.getLocalPort();
            CamelContext context = context(
                    sandbox,
                    configuration -> {
                        refreshToken(configuration);
                        configuration.setBaseUrl(host);
                        configuration.setAccountsUrl(host);
                    },
                    new RouteBuilder() {
                        @Override
                        public void configure() {
                            from("direct:in").to(URI + "?lazyStartProducer=" + lazy);
                        }
                    });

            assertThat(context.isStarted()).isTrue();
            assertThat(firstToConnect(nobody)).as("this test alone connects").isTrue();
        }
    }

    /** Connects, and says whether nobody did so before. */
    private static boolean firstToConnect(ServerSocket server) throws IOException {
        try (Socket ours = new Socket(server.getInetAddress(), server.getLocalPort());
                Socket first = server.accept()) {
            return first.getPort() == ours.getLocalPort();
        }
    }

    @Test
    void anApplicationMaySupplyTokensAndHearsOfARefusedOne() throws Exception {
        CamelContext context = context(sandbox, AccountsTest::nothing);
        CompletableFuture<String> refused = new CompletableFuture<>();
        context.getRegistry().bind("tokens", new AccessTokenSupplier() {
            @Override
            public CompletableFuture<String> get() {
                return CompletableFuture.completedFuture(refused.isDone() ? "token-of-bob" : "of-yesterday");
            }

            @Override
            public void refused(String accessToken) {
                refused.complete(accessToken);
            }
        });

        Exchange exchange = postAndWait(context, URI + "?accessTokenSupplier=#tokens", "Hello");

        assertThat(exchange.getException()).isNull();
        assertThat(refused).isCompletedWithValue("of-yesterday");
        assertThat(sandbox.messages()).extracting(ReceivedMessage::user).containsExactly("bob");
    }

    @Test
    void theVertxOfTheApplicationIsUsedAndLeftRunning() throws Exception {
        Vertx vertx = Vertx.vertx();
        try {
            CamelContext context = started(starting -> {
                starting.getRegistry().bind("vertx", vertx);
                CliqConfiguration configuration =
                        starting.getComponent("cliq", CliqComponent.class).getConfiguration();
                configuration.setBaseUrl(sandbox.baseUrl());
                configuration.setAccessToken("token-of-bob");
            });
            assertThat(context.getComponent("cliq", CliqComponent.class).getVertx())
                    .isSameAs(vertx);
            assertThat(postAndWait(context, URI, "Hello").getException()).isNull();
            context.stop();

            CompletableFuture<Boolean> alive = new CompletableFuture<>();
            vertx.setTimer(1, fired -> alive.complete(true));
            assertThat(alive).succeedsWithin(Duration.ofSeconds(5));
        } finally {
            vertx.close();
        }
    }

    @Test
    void theTokensOfOneDataCentreNeverGoToAnother() throws Exception {
        Sandbox elsewhere =
                closing(Sandbox.builder().accessToken("token-of-bob").start());
        CamelContext context = context(sandbox, configuration -> {});

        postAndWait(context, URI + "?accessToken=token-of-ann", "here");
        postAndWait(context, URI + "?accessToken=token-of-bob&baseUrl=" + elsewhere.baseUrl(), "there");

        assertThat(texts(sandbox.messages())).isEqualTo(List.of("here"));
        assertThat(texts(elsewhere.messages())).isEqualTo(List.of("there"));
        assertThat(CliqClients.of(context)).hasSize(2);
    }
}
