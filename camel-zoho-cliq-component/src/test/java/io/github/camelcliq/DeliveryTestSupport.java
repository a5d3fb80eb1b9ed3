package io.github.camelcliq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelcliq.internal.client.CliqClient;
import io.github.camelcliq.sandbox.ReceivedMessage;
import io.github.camelcliq.sandbox.Sandbox;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.camel.AsyncProcessor;
import org.apache.camel.AsyncProducer;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configurator;
import org.junit.jupiter.api.AfterEach;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the tests of delivery share: local Cliqs and Camel contexts that end with the test, and a watch over every
 * callback.
 */
abstract class DeliveryTestSupport {

    static final String CHAT = CliqTestSupport.CHAT;

    /** Far longer than anything here takes, so that a test fails rather than hangs. */
    static final Duration PATIENCE = PatientWaits.LONGEST;

    private static final ObjectMapper JSON = new ObjectMapper();

    /** For what is measured and not asserted. */
    static final Logger LOG = LoggerFactory.getLogger(DeliveryTestSupport.class);

    static {
        Configurator.setLevel(LOG.getName(), Level.INFO);
    }

    final CallbackWatch watch = new CallbackWatch();
    private final List<AutoCloseable> open = new ArrayList<>();

    /** Closes something at the end of the test, before what was opened earlier. */
    final <T extends AutoCloseable> T closing(T resource) {
        open.add(resource);
        return resource;
    }

    @AfterEach
    void everyCallbackIsCalledOnceAndEverythingCloses() throws Exception {
        try {
            watch.assertAllCalledOnce();
        } finally {
            for (int last = open.size() - 1; last >= 0; last--) {
                open.get(last).close();
            }
        }
    }

    /** A running Camel context whose component posts to a local Cliq, with a static token and unpaced. */
    final CamelContext context(Sandbox sandbox, Consumer<CliqAccount> options, RoutesBuilder... routes)
            throws Exception {
        return context(sandbox, (account, endpoints) -> options.accept(account), routes);
    }

    /** The same, with a say in the options of endpoints too. */
    final CamelContext context(
            Sandbox sandbox, BiConsumer<CliqAccount, CliqConfiguration> options, RoutesBuilder... routes)
            throws Exception {
        return started(
                context -> {
                    CliqComponent component = context.getComponent("cliq", CliqComponent.class);
                    CliqAccount account = component.getDefaultAccount();
                    pointAt(sandbox, account);
                    account.setPacing(false);
                    options.accept(account, component.getConfiguration());
                },
                routes);
    }

    /** Has an account post to a local Cliq with a static token. */
    static void pointAt(Sandbox sandbox, CliqAccount account) {
        account.setBaseUrl(sandbox.baseUrl());
        account.setAccountsUrl(sandbox.baseUrl());
        account.setAccessToken(Sandbox.DEFAULT_ACCESS_TOKEN);
    }

    final CamelContext started(Consumer<CamelContext> preparation, RoutesBuilder... routes) throws Exception {
        DefaultCamelContext context = closing(new DefaultCamelContext());
        context.getShutdownStrategy().setTimeout(PATIENCE.toSeconds());
        preparation.accept(context);
        for (RoutesBuilder some : routes) {
            context.addRoutes(some);
        }
        context.start();
        return context;
    }

    /** The credentials of a refresh token in place of whatever was there. */
    static void refreshToken(CliqAccount account) {
        account.setAccessToken(null);
        account.setRefreshToken(Sandbox.DEFAULT_REFRESH_TOKEN);
        account.setClientId(Sandbox.DEFAULT_CLIENT_ID);
        account.setClientSecret(Sandbox.DEFAULT_CLIENT_SECRET);
    }

    static AsyncProducer producer(CamelContext context, String uri) throws Exception {
        AsyncProducer producer = context.getEndpoint(uri).createAsyncProducer();
        producer.start();
        return producer;
    }

    final CompletableFuture<Exchange> post(CamelContext context, AsyncProcessor producer, String text) {
        Exchange exchange = new DefaultExchange(context);
        exchange.getMessage().setBody(text);
        return watch.post(producer, exchange);
    }

    /** Posts and waits for the end, good or bad. */
    final Exchange postAndWait(CamelContext context, String uri, String text) throws Exception {
        AsyncProducer producer = producer(context, uri);
        try {
            return settled(post(context, producer, text));
        } finally {
            producer.stop();
        }
    }

    static Exchange settled(CompletableFuture<Exchange> exchange) throws Exception {
        return exchange.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    static List<Exchange> allSettled(List<CompletableFuture<Exchange>> exchanges) throws Exception {
        CompletableFuture.allOf(exchanges.toArray(CompletableFuture[]::new))
                .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        return exchanges.stream().map(CompletableFuture::join).toList();
    }

    static CliqException failure(Exchange exchange) {
        assertThat(exchange.getException()).isInstanceOf(CliqException.class);
        return (CliqException) exchange.getException();
    }

    static String text(ReceivedMessage message) {
        try {
            return JSON.readTree(message.json()).path("text").asText();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<String> texts(List<ReceivedMessage> messages) {
        return messages.stream().map(DeliveryTestSupport::text).toList();
    }

    /** From the first acceptance to the last, on the sandbox's clock. */
    static Duration acceptance(Sandbox sandbox) {
        List<Instant> times =
                sandbox.messages().stream().map(ReceivedMessage::time).sorted().toList();
        return Duration.between(times.get(0), times.get(times.size() - 1));
    }

    /** Nothing in use, in flight or waiting, on either side. */
    static void assertNothingIsLeft(CamelContext context, Sandbox sandbox) {
        await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(10)).untilAsserted(() -> {
            for (CliqClient client : CliqClients.of(context)) {
                assertThat(client.inFlight()).as("posts not settled").isZero();
                assertThat(client.figures().posts().inFlight())
                        .as("permits out")
                        .isZero();
                assertThat(client.figures().waiting()).as("posts waiting").isZero();
            }
            assertThat(sandbox.openRequests()).as("open posts").isZero();
            assertThat(sandbox.openTokenRequests()).as("open token requests").isZero();
        });
    }
}
