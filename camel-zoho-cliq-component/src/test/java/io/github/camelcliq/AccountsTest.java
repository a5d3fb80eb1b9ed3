package io.github.camelcliq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelcliq.client.AccessTokenSupplier;
import io.github.camelcliq.client.DataCenter;
import io.github.camelcliq.internal.pacing.ManualTiming;
import io.github.camelcliq.sandbox.Fault;
import io.github.camelcliq.sandbox.ReceivedMessage;
import io.github.camelcliq.sandbox.Sandbox;
import io.vertx.core.Vertx;
import io.vertx.core.net.TrustOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.PropertyBindingSupport;
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

    private static void nothing(CliqAccount account) {
        account.setAccessToken(null);
    }

    /** One more account, known to the registry by its name. */
    private CliqAccount bind(CamelContext context, String name, String accessToken) {
        CliqAccount account = new CliqAccount();
        account.setBaseUrl(sandbox.baseUrl());
        account.setAccountsUrl(sandbox.baseUrl());
        account.setAccessToken(accessToken);
        account.setPacing(false);
        context.getRegistry().bind(name, account);
        return account;
    }

    private static CliqAccount defaultAccount(CamelContext context) {
        return context.getComponent("cliq", CliqComponent.class).getDefaultAccount();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "                                      | credentials are missing; accessToken; refreshToken; zapikey",
                "accessToken=a, zapikey=b              | several kinds; accessToken, zapikey",
                "refreshToken=a, accessToken=b         | several kinds; clientId is missing; clientSecret is missing",
                "refreshToken=a                        | clientId is missing; clientSecret is missing",
                "clientId=a                            | clientSecret is missing; need refreshToken, or scope",
                "scope=a, zapikey=b                    | several kinds; clientId is missing; clientSecret is missing",
                "accessToken=a, soid=b                 | soid",
                "accessToken=a, baseUrl=cliq.zoho.com  | option baseUrl must be the http or https URL",
                "accessToken=a, baseUrl=ftp://zoho.com | option baseUrl must be the http or https URL",
                "accessToken=a, baseUrl=https://a:b@c  | option baseUrl must be the http or https URL",
                "accessToken=a, baseUrl=https://c/?a   | option baseUrl must be the http or https URL",
                "accessToken=a, baseUrl=http://c:99999 | option baseUrl must be the http or https URL",
                "accessToken=a, baseUrl=https://c/api/v2/channelsbyname/x | option baseUrl; the path of an API call",
                "accessToken=a, accountsUrl=https://accounts.zoho.com/oauth/v2/token | option accountsUrl; the path of an API",
                "accessToken=a, maximumQueued=-1, readTimeout=0ms, connectTimeout=25d | maximumQueued; readTimeout; connectTimeout",
                "accessToken=a, proxyHost=c, proxyPort=0 | proxyPort"
            })
    void whatIsWrongIsToldAtOnceAndAllOfIt(String options, String complaints) throws Exception {
        CamelContext context = context(sandbox, AccountsTest::nothing);
        CliqAccount account = bind(context, "ann", null);
        Map<String, Object> values = new HashMap<>();
        for (String option : options == null ? new String[0] : options.split(", ")) {
            values.put(option.substring(0, option.indexOf('=')), option.substring(option.indexOf('=') + 1));
        }
        PropertyBindingSupport.bindProperties(context, account, values);

        assertThatThrownBy(() -> producer(context, URI + "?account=ann"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("account ann: ")
                .hasMessageContainingAll(complaints.split("; "));
    }

    @Test
    void anAccountThatIsNotThereIsAnErrorThatNamesThoseThatAre() throws Exception {
        CamelContext context = context(sandbox, account -> {});
        context.getComponent("cliq", CliqComponent.class).getAccounts().put("us", new CliqAccount());

        assertThatThrownBy(() -> producer(context, URI + "?account=eu"))
                .hasMessageContainingAll("no account 'eu'", "[us]", "camel.component.cliq.accounts[eu]", "registry");
    }

    @Test
    void anEndpointThatNamesNoAccountIsToldThoseThatThereAre() throws Exception {
        CamelContext context = context(sandbox, AccountsTest::nothing);
        bind(context, "bob", "token-of-bob");

        assertThatThrownBy(() -> producer(context, URI))
                .hasMessageContainingAll("credentials are missing", "choose one of [bob] with account=name");
    }

    /** As on Spring Boot without the starter. */
    @Test
    void credentialsInPropertiesThatDidNotReachTheComponentAreNamedAndNotShown() throws Exception {
        CamelContext context = context(sandbox, AccountsTest::nothing);
        context.getPropertiesComponent().addInitialProperty("camel.component.cliq.zapikey", "sesame");
        context.getPropertiesComponent().addInitialProperty("camel.component.cliq.accounts[eu].client-id", "sesame");
        bind(context, "bob", null);

        assertThatThrownBy(() -> producer(context, URI))
                .hasMessageContainingAll(
                        "credentials are missing",
                        "the property camel.component.cliq.zapikey is set, and did not reach the component",
                        "camel-zoho-cliq-starter")
                .hasMessageNotContaining("sesame");
        assertThatThrownBy(() -> producer(context, URI + "?account=eu"))
                .hasMessageContainingAll(
                        "no account 'eu'", "the property camel.component.cliq.accounts[eu].client-id is set")
                .hasMessageNotContaining("sesame");
        assertThatThrownBy(() -> producer(context, URI + "?account=bob"))
                .hasMessageContaining("credentials are missing")
                .hasMessageNotContaining("starter");
    }

    @Test
    void anotherObjectInThePlaceOfAnAccountIsAnErrorThatNamesItsClassAndNoValue() throws Exception {
        CamelContext context = context(sandbox, account -> {});
        context.getRegistry().bind("text", "sesame");
        CliqComponent component = context.getComponent("cliq", CliqComponent.class);
        PropertyBindingSupport.build().bind(context, component, "accounts[eu]", "#bean:text");

        assertThatThrownBy(() -> producer(context, URI + "?account=eu"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("The account 'eu' is a java.lang.String. Set camel.component.cliq.accounts[eu]")
                .hasMessageNotContaining("sesame");
    }

    @Test
    void anEndpointPostsWithTheAccountThatItNames() throws Exception {
        CamelContext context = context(sandbox, DeliveryTestSupport::refreshToken);
        bind(context, "bob", "token-of-bob");

        postAndWait(context, URI + "?account=bob", "from bob");
        postAndWait(context, URI, "from the component");
        sandbox.faults().next(Fault.answer(403, null, ""));
        assertThat(postAndWait(context, URI + "?account=bob", "refused").getException())
                .hasMessageStartingWith("Message to chat/" + CHAT + " with the account bob failed: HTTP 403");

        assertThat(sandbox.messages()).extracting(ReceivedMessage::user).containsExactly("bob", Sandbox.DEFAULT_USER);
    }

    @Test
    void aComponentMayNameTheAccountOfAllItsEndpoints() throws Exception {
        CamelContext context = context(sandbox, (account, endpoints) -> {
            account.setAccessToken(null);
            endpoints.setAccount("bob");
        });
        bind(context, "bob", "token-of-bob");

        postAndWait(context, URI, "from bob");

        assertThat(sandbox.messages()).extracting(ReceivedMessage::user).containsExactly("bob");
    }

    @Test
    void endpointsAndComponentsAndDynamicOnesOfOneAccountShareItsClient() throws Exception {
        CamelContext context = context(sandbox, account -> {}, new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in").toD("cliq:chat/${body}").toD("cliq:channel/${body}");
            }
        });
        CliqComponent other = new CliqComponent();
        other.getDefaultAccount().setBaseUrl(sandbox.baseUrl());
        other.getDefaultAccount().setAccountsUrl(sandbox.baseUrl());
        other.getDefaultAccount().setAccessToken(Sandbox.DEFAULT_ACCESS_TOKEN);
        other.getDefaultAccount().setPacing(false);
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
        CamelContext context = context(sandbox, (account, endpoints) -> endpoints.setMaximumWait(10));
        oneAMinute(bind(context, "ann", "token-of-ann"));
        oneAMinute(bind(context, "bob", "token-of-bob"));

        assertThat(postAndWait(context, URI + "?account=ann", "1").getException())
                .isNull();
        assertThat(postAndWait(context, URI + "?account=bob", "2").getException())
                .isNull();
        assertThat(postAndWait(context, URI + "?account=ann", "3").getException())
                .isInstanceOf(CliqThrottledException.class);
        assertThat(CliqClients.of(context)).hasSize(2);
    }

    @Test
    void accountsOfOneUserShareTheBudgetThatTheyName() throws Exception {
        CamelContext context = context(sandbox, (account, endpoints) -> endpoints.setMaximumWait(10));
        for (String name : List.of("token-of-ann", "other-token-of-ann")) {
            CliqAccount account = bind(context, name, name);
            oneAMinute(account);
            account.setBudgetKey("ann");
        }

        assertThat(postAndWait(context, URI + "?account=token-of-ann", "1").getException())
                .isNull();
        Exchange second = postAndWait(context, URI + "?account=other-token-of-ann", "2");

        assertThat(second.getException()).isInstanceOf(CliqThrottledException.class);
        assertThat(sandbox.messages()).hasSize(1);
    }

    private static void oneAMinute(CliqAccount account) {
        account.setPacing(true);
        account.setPostsPerWindow(1);
        account.setRestrictedPostsPerWindow(1);
    }

    @Test
    void accountsWithTheSameCredentialsHaveTheSameOptionsWhileTheyPost() throws Exception {
        CamelContext context = context(sandbox, account -> {});
        producer(context, URI);
        CliqAccount same = bind(context, "same", Sandbox.DEFAULT_ACCESS_TOKEN);

        same.getWebClientOptions().setMaxPoolSize(3);
        same.setProxyPort(99);
        same.setProxyUsername("ann");
        same.setProxyPassword("sesame");
        assertThatThrownBy(() -> producer(context, "cliq:chat/x?account=same"))
                .hasMessageContainingAll(
                        "webClientOptions", "proxyPort (99 here, 3128 there)", "proxyUsername", "same options")
                .hasMessageNotContainingAny("ann", "sesame");
        bind(context, "limited", Sandbox.DEFAULT_ACCESS_TOKEN).setPostsPerWindow(7);
        assertThatThrownBy(() -> producer(context, "cliq:chat/x?account=limited"))
                .hasMessageContainingAll("postsPerWindow", "a budget must have the same options");
    }

    @Test
    void accountsWithTheSameCredentialsTrustTheSameServers() throws Exception {
        TrustOptions ours = TrustOptions.wrap(systemTrust());
        CamelContext context =
                context(sandbox, account -> account.getWebClientOptions().setTrustOptions(ours));
        producer(context, URI);
        producer(context, URI + "2");
        CliqAccount same = bind(context, "same", Sandbox.DEFAULT_ACCESS_TOKEN);

        same.getWebClientOptions().setTrustOptions(ours);
        producer(context, URI + "?account=same");
        bind(context, "other", Sandbox.DEFAULT_ACCESS_TOKEN)
                .getWebClientOptions()
                .setTrustOptions(TrustOptions.wrap(systemTrust()));
        assertThatThrownBy(() -> producer(context, URI + "?account=other"))
                .hasMessageContaining("Accounts that share credentials must have the same options while one of them"
                        + " posts; different are webClientOptions");
    }

    private static TrustManager systemTrust() throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init((KeyStore) null);
        return factory.getTrustManagers()[0];
    }

    @Test
    void anAccountThatNobodyUsesTakesOtherOptions() throws Exception {
        CamelContext context = context(sandbox, account -> {});
        producer(context, URI).stop();

        defaultAccount(context).getWebClientOptions().setMaxPoolSize(3);
        assertThat(postAndWait(context, URI, "Hello").getException()).isNull();
        assertThat(CliqClients.of(context)).hasSize(1);
    }

    @Test
    void aRouteThatComesBackWithOtherLimitsStartsAndWhatItPostedBeforeCounts() throws Exception {
        CamelContext context = context(sandbox, (account, endpoints) -> {
            account.setPacing(true);
            account.setPostsPerWindow(3);
            endpoints.setMaximumWait(10);
        });
        for (int post = 0; post < 3; post++) {
            assertThat(postAndWait(context, URI, "before").getException()).isNull();
        }

        defaultAccount(context).setPostsPerWindow(4);
        assertThat(postAndWait(context, URI, "after").getException()).isNull();
        assertThat(postAndWait(context, URI, "too many").getException()).isInstanceOf(CliqThrottledException.class);

        defaultAccount(context).setPacing(false);
        assertThat(postAndWait(context, URI, "unpaced").getException()).isNull();
    }

    @Test
    void otherCredentialsOfAnAccountAreUsedFromTheNextStartOnAndItsPostsCount() throws Exception {
        CamelContext context = context(sandbox, (account, endpoints) -> {
            account.setAccessToken("token-of-ann");
            account.setPacing(true);
            account.setPostsPerWindow(2);
            endpoints.setMaximumWait(10);
        });
        assertThat(postAndWait(context, URI, "with the first token").getException())
                .isNull();

        defaultAccount(context).setAccessToken("other-token-of-ann");
        assertThat(postAndWait(context, URI, "with the next token").getException())
                .isNull();
        Exchange third = postAndWait(context, URI, "too many");

        assertThat(third.getException()).isInstanceOf(CliqThrottledException.class);
        assertThat(CliqClients.of(context)).hasSize(2);
        assertThat(sandbox.messages()).hasSize(2);
    }

    @Test
    void earlierCredentialsOfAnAccountAreForgottenThoughItGoesOnPosting() throws Exception {
        ManualTiming time = new ManualTiming();
        CamelContext context = started(it -> {
            CliqComponent component = it.getComponent("cliq", CliqComponent.class);
            it.getRegistry().bind("timing", time);
            component.getDefaultAccount().setBaseUrl(sandbox.baseUrl());
        });
        for (int hour = 0; hour < 24; hour++) {
            defaultAccount(context).setAccessToken(hour % 2 == 0 ? "token-of-ann" : "token-of-" + hour);
            postAndWait(context, URI, "Hello");
            time.pass(Duration.ofHours(1));
        }

        assertThat(CliqClients.of(context)).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void anAccountThatIsRefusedIsNotLeftBehind() throws Exception {
        CamelContext context = context(sandbox, account -> {});
        CliqAccount ann = bind(context, "ann", "token-of-ann");
        CliqAccount other = bind(context, "other", "other-token-of-ann");
        oneAMinute(ann);
        oneAMinute(other);
        ann.setBudgetKey("ann");
        other.setBudgetKey("ann");
        other.setPostsPerWindow(7);
        producer(context, URI + "?account=ann");

        assertThatThrownBy(() -> producer(context, URI + "?account=other"))
                .hasMessageContaining("a budget must have the same options");
        other.setPostsPerWindow(1);
        producer(context, URI + "?account=other");

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
            CliqAccount account =
                    starting.getComponent("cliq", CliqComponent.class).getDefaultAccount();
            account.setDataCenter(dataCenter);
            account.setAccessToken("never-used");
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
                    account -> {
                        refreshToken(account);
                        account.setBaseUrl(host);
                        account.setAccountsUrl(host);
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
        CompletableFuture<String> refused = new CompletableFuture<>();
        AccessTokenSupplier supplier = new AccessTokenSupplier() {
            @Override
            public CompletableFuture<String> get() {
                return CompletableFuture.completedFuture(refused.isDone() ? "token-of-bob" : "of-yesterday");
            }

            @Override
            public void refused(String accessToken) {
                refused.complete(accessToken);
            }
        };
        CamelContext context = context(sandbox, account -> {
            account.setAccessToken(null);
            account.setAccessTokenSupplier(supplier);
        });

        Exchange exchange = postAndWait(context, URI, "Hello");

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
                CliqAccount account =
                        starting.getComponent("cliq", CliqComponent.class).getDefaultAccount();
                account.setBaseUrl(sandbox.baseUrl());
                account.setAccessToken("token-of-bob");
            });
            assertThat(context.getComponent("cliq", CliqComponent.class).getVertx())
                    .isSameAs(vertx);
            assertThat(postAndWait(context, URI, "Hello").getException()).isNull();
            context.stop();

            CompletableFuture<Boolean> alive = new CompletableFuture<>();
            vertx.setTimer(1, fired -> alive.complete(true));
            assertThat(alive).succeedsWithin(PATIENCE);
        } finally {
            vertx.close();
        }
    }

    @Test
    void theTokensOfOneDataCentreNeverGoToAnother() throws Exception {
        Sandbox elsewhere =
                closing(Sandbox.builder().accessToken("token-of-bob").start());
        CamelContext context = context(sandbox, account -> account.setAccessToken("token-of-ann"));
        bind(context, "bob", "token-of-bob").setBaseUrl(elsewhere.baseUrl());

        postAndWait(context, URI, "here");
        postAndWait(context, URI + "?account=bob", "there");

        assertThat(texts(sandbox.messages())).isEqualTo(List.of("here"));
        assertThat(texts(elsewhere.messages())).isEqualTo(List.of("there"));
        assertThat(CliqClients.of(context)).hasSize(2);
    }
}
