package io.github.camelcliq;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcliq.client.AccessTokenSupplier;
import io.github.camelcliq.internal.client.CliqClient;
import io.github.camelcliq.sandbox.Fault;
import io.github.camelcliq.sandbox.Sandbox;
import io.github.camelcliq.sandbox.ScriptedAnswer;
import io.github.camelcliq.sandbox.limits.ThrottleAnswer;
import io.github.camelcliq.sandbox.oauth.OAuthClient;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import java.lang.management.ManagementFactory;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.console.DevConsole.MediaType;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.util.URISupport;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever an account posts with and whatever goes wrong, no secret is told. */
class SecretsTest extends DeliveryTestSupport {

    private static final String USER = "ann";
    private static final String REFRESH_TOKEN = "1000.refresh+a/b=c";
    private static final String CLIENT_ID = "1000.CLIENTIDOFANN";
    private static final String CLIENT_SECRET = "very+secret/of=ann";
    private static final String GRANTED_TOKEN = "1000.granted.0123456789";
    private static final String STATIC_TOKEN = "1000.static.0123456789";
    private static final String SUPPLIED_TOKEN = "1000.supplied.0123456789";
    private static final String ZAPIKEY = "1001.zapi+key/of=ann";

    private static final String JMX_DISABLED = "org.apache.camel.jmx.disabled";

    private static String jmxWas;

    /** The options of one kind of credentials, and what of them nobody may see. */
    record Kind(String name, Consumer<CliqAccount> options, List<String> secrets) {

        @Override
        public String toString() {
            return name;
        }

        /** What the accounts server is asked with. */
        Kind asked() {
            return new Kind(
                    name,
                    options,
                    secrets.stream()
                            .filter(secret -> !secret.equals(GRANTED_TOKEN))
                            .toList());
        }

        List<String> encoded() {
            return secrets.stream()
                    .map(secret -> URLEncoder.encode(secret, StandardCharsets.UTF_8))
                    .toList();
        }
    }

    /** An application's own tokens, which fail in a way that tells too much, now and then. */
    static final class Supplier implements AccessTokenSupplier {

        private boolean failing;

        @Override
        public CompletionStage<String> get() {
            return failing
                    ? CompletableFuture.failedStage(new IllegalStateException("no use for " + SUPPLIED_TOKEN))
                    : CompletableFuture.completedStage(SUPPLIED_TOKEN);
        }

        @Override
        public void refused(String accessToken) {
            failing = true;
        }

        @Override
        public String toString() {
            return "a supplier of " + SUPPLIED_TOKEN;
        }
    }

    @BeforeAll
    static void turnJmxOn() {
        jmxWas = System.getProperty(JMX_DISABLED);
        System.setProperty(JMX_DISABLED, "false");
    }

    @AfterAll
    static void turnJmxBack() {
        if (jmxWas == null) {
            System.clearProperty(JMX_DISABLED);
        } else {
            System.setProperty(JMX_DISABLED, jmxWas);
        }
    }

    static Stream<Kind> credentials() {
        Consumer<CliqAccount> client = account -> {
            account.setClientId(CLIENT_ID);
            account.setClientSecret(CLIENT_SECRET);
        };
        return Stream.of(
                new Kind(
                        "refresh token",
                        client.andThen(account -> account.setRefreshToken(REFRESH_TOKEN)),
                        List.of(REFRESH_TOKEN, CLIENT_ID, CLIENT_SECRET, GRANTED_TOKEN)),
                new Kind(
                        "client credentials",
                        client.andThen(account -> account.setScope("ZohoCliq.Webhooks.CREATE")),
                        List.of(CLIENT_ID, CLIENT_SECRET, GRANTED_TOKEN)),
                new Kind("access token", account -> account.setAccessToken(STATIC_TOKEN), List.of(STATIC_TOKEN)),
                new Kind("webhook token", account -> account.setZapikey(ZAPIKEY), List.of(ZAPIKEY)),
                new Kind(
                        "supplier",
                        account -> account.setAccessTokenSupplier(new Supplier()),
                        List.of(SUPPLIED_TOKEN)));
    }

    @ParameterizedTest
    @MethodSource("credentials")
    void areToldByNothing(Kind credentials) throws Exception {
        List<String> told = new ArrayList<>();
        try (CapturedLog log = new CapturedLog("io.github.camelcliq", Level.TRACE)) {
            Sandbox sandbox = closing(sandbox());
            SkippingTiming timing = closing(new SkippingTiming());
            String uri = "cliq:channel/announcements";
            CamelContext context = context(timing, sandbox, credentials, 60_000);
            CamelContext impatient = context(timing, sandbox, credentials, 100);

            sandbox.tokenFaults().next(echoingError(400, credentials));
            told.addAll(post(context, uri));
            sandbox.tokenFaults().always(Fault.hang());
            sandbox.faults().always(Fault.hang());
            told.addAll(post(impatient, uri));
            sandbox.tokenFaults().clear();
            sandbox.faults().clear();
            timing.skip(Duration.ofMinutes(15));
            grantToken(sandbox);
            for (Fault fault : postFaults(credentials)) {
                sandbox.faults().next(fault);
                told.addAll(post(context, uri));
            }
            sandbox.faults().next(Fault.hang());
            told.addAll(post(context, uri + "?account=impatient"));
            sandbox.goOffline();
            told.addAll(post(context, uri));
            sandbox.goOnline();
            timing.skip(Duration.ofMinutes(15));
            sandbox.tokenFaults().next(echoingError(500, credentials));
            sandbox.faults().next(2, echoing(401, credentials));
            told.addAll(post(context, uri));
            sandbox.faults().next(Fault.throttled(ThrottleAnswer.FLAT, Duration.ofMinutes(10)));
            told.addAll(post(context, uri));
            told.addAll(post(context, uri));
            told.addAll(namesIn(context));
            told.addAll(shownByJmx(context));
            told.addAll(tagsOfMeters(context));
            told.addAll(log.lines());

            assertThat(sandbox.requests()).as("what was told: %s", told).hasSizeGreaterThan(8);
            assertThat(sandbox.tokenRequests().isEmpty() || told.stream().anyMatch(SecretsTest::quotesTheTokenError))
                    .as("the accounts server was quoted, masked: %s", told)
                    .isTrue();
        }
        assertThat(told)
                .hasSizeGreaterThan(10)
                .allSatisfy(text ->
                        assertThat(text).doesNotContain(credentials.secrets()).doesNotContain(credentials.encoded()));
    }

    private Vertx vertx() {
        Vertx vertx = Vertx.vertx();
        closing(() -> vertx.close());
        return vertx;
    }

    private static Sandbox sandbox() {
        return Sandbox.builder()
                .accessTokenOf(USER, STATIC_TOKEN)
                .accessTokenOf(USER, SUPPLIED_TOKEN)
                .accessTokenOf(USER, GRANTED_TOKEN)
                .zapikeyOf(USER, ZAPIKEY)
                .client(OAuthClient.of(CLIENT_ID, CLIENT_SECRET)
                        .refreshToken(REFRESH_TOKEN, USER)
                        .clientCredentials(USER))
                .start();
    }

    private CamelContext context(SkippingTiming timing, Sandbox sandbox, Kind credentials, int readTimeout)
            throws Exception {
        RouteBuilder route = new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:announce").to("cliq:channel/announcements");
            }
        };
        Consumer<CamelContext> preparation = context -> {
            CliqComponent component = context.getComponent("cliq", CliqComponent.class);
            context.getRegistry().bind("timing", timing);
            context.getRegistry().bind("meters", new SimpleMeterRegistry());
            setUp(component.getDefaultAccount(), sandbox, credentials, readTimeout);
            CliqAccount impatient = new CliqAccount();
            setUp(impatient, sandbox, credentials, 100);
            context.getRegistry().bind("impatient", impatient);
        };
        return started(preparation, route);
    }

    private static void setUp(CliqAccount account, Sandbox sandbox, Kind credentials, int readTimeout) {
        account.setBaseUrl(sandbox.baseUrl());
        account.setAccountsUrl(sandbox.baseUrl());
        account.setReadTimeout(Duration.ofMillis(readTimeout));
        credentials.options().accept(account);
    }

    private static void grantToken(Sandbox sandbox) {
        sandbox.tokenFaults()
                .next(Fault.answer(
                        200,
                        "application/json",
                        "{\"access_token\": \"" + GRANTED_TOKEN + "\", \"expires_in\": 36000}"));
    }

    private static List<Fault> postFaults(Kind credentials) {
        return List.of(
                Fault.delay(Duration.ZERO),
                echoing(400, credentials),
                echoing(403, credentials),
                echoing(500, credentials),
                Fault.answer(ScriptedAnswer.of(302, "text/" + credentials.secrets(), "")
                        .header("Location", "http://localhost/?zapikey=" + ZAPIKEY)),
                Fault.htmlPage(502),
                Fault.cutBeforeReading(),
                Fault.cutBeforeAnswering());
    }

    /** An answer that repeats whatever it may have been asked with, as it is and as it stands in a URL. */
    private static Fault echoing(int status, Kind credentials) {
        String message = "No use for " + credentials.secrets() + " or " + credentials.encoded();
        return Fault.answer(
                status,
                "application/json",
                "{\"message\": \"" + message + "\", \"code\": \"" + credentials.secrets()
                        + "\", \"error_description\": \"" + message + "\"}");
    }

    /** The same of the accounts server, which is asked with no access token, in the fields of its refusals. */
    private static Fault echoingError(int status, Kind credentials) {
        Kind asked = credentials.asked();
        return Fault.answer(
                status,
                "application/json",
                "{\"error\": \"" + asked.secrets() + "\", \"error_description\": \"No use for " + asked.encoded()
                        + "\"}");
    }

    private static boolean quotesTheTokenError(String text) {
        return text.contains("the token endpoint refused (HTTP 400): [xxxxxx");
    }

    /** Everything that the exchange says of its end. */
    private List<String> post(CamelContext context, String uri) throws Exception {
        Exchange exchange = postAndWait(context, uri, "Hello");
        List<String> told = new ArrayList<>();
        for (Throwable cause = exchange.getException(); cause != null; cause = cause.getCause()) {
            told.add(cause.toString());
        }
        told.add(exchange.getMessage().getHeaders().toString());
        told.addAll(shownToOperators(context));
        return told;
    }

    /** Whatever the context's MBeans have that is text: their names and attributes. */
    private static List<String> shownByJmx(CamelContext context) throws JMException {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        List<String> shown = new ArrayList<>();
        for (ObjectName name : server.queryNames(new ObjectName("org.apache.camel:*"), null)) {
            shown.add(name.getCanonicalName());
            for (MBeanAttributeInfo attribute : server.getMBeanInfo(name).getAttributes()) {
                if (attribute.getType().equals("java.lang.String")) {
                    shown.add(attribute.getName() + "=" + server.getAttribute(name, attribute.getName()));
                }
            }
        }
        assertThat(shown)
                .as("of the endpoint of %s", context)
                .anyMatch(text -> text.startsWith("EndpointUri=cliq:"))
                .anyMatch(text -> text.startsWith("EndpointBaseUri=cliq:"))
                .anyMatch(text -> text.startsWith("LastFailure="))
                .anyMatch(text -> text.startsWith("CredentialTrouble="));

        return shown;
    }

    /** What the console and the health checks show of the accounts. */
    private static List<String> shownToOperators(CamelContext context) {
        HealthCheckHelper.getHealthCheckRepository(context, "producers").setEnabled(true);
        List<String> shown = new ArrayList<>();
        for (HealthCheck.Result result : HealthCheckHelper.invoke(context)) {
            shown.add(result.getMessage() + " " + result.getDetails());
        }
        shown.add(String.valueOf(OperatorConsole.of(context).call(MediaType.TEXT)));
        shown.add(String.valueOf(OperatorConsole.of(context).call(MediaType.JSON)));
        assertThat(shown).filteredOn(text -> text.contains("posts.success")).hasSizeGreaterThan(2);
        return shown;
    }

    private static List<String> tagsOfMeters(CamelContext context) {
        List<String> tags = context.getRegistry().findSingleByType(MeterRegistry.class).getMeters().stream()
                .map(meter -> meter.getId().toString())
                .toList();
        assertThat(tags).as("the meters of %s", context).isNotEmpty();
        return tags;
    }

    /** What consoles and debuggers show. */
    private static List<String> namesIn(CamelContext context) {
        List<String> names = new ArrayList<>();
        for (Endpoint endpoint : context.getEndpoints()) {
            names.add(endpoint.toString());
            names.add(URISupport.sanitizeUri(endpoint.getEndpointUri()));
            if (endpoint instanceof CliqEndpoint cliq) {
                names.add(cliq.getServiceUrl() + cliq.getServiceMetadata());
                names.add(String.valueOf(cliq.getConfiguration()));
                names.add(String.valueOf(cliq.getComponent().getDefaultAccount()));
            }
        }
        for (CliqClient client : CliqClients.of(context)) {
            names.add(client + " " + client.options() + " " + client.figures());
        }
        return names;
    }
}
