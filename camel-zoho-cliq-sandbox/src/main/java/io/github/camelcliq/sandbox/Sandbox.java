package io.github.camelcliq.sandbox;

import io.github.camelcliq.sandbox.click.Click;
import io.github.camelcliq.sandbox.click.ClickOutcome;
import io.github.camelcliq.sandbox.click.ClickSigner;
import io.github.camelcliq.sandbox.control.SandboxCore;
import io.github.camelcliq.sandbox.fault.FaultInjector;
import io.github.camelcliq.sandbox.function.LateResponses;
import io.github.camelcliq.sandbox.http.ListenAddress;
import io.github.camelcliq.sandbox.http.TimerDelay;
import io.github.camelcliq.sandbox.judging.Fidelity;
import io.github.camelcliq.sandbox.judging.MessageJudge;
import io.github.camelcliq.sandbox.judging.RuleLevel;
import io.github.camelcliq.sandbox.limits.Budget;
import io.github.camelcliq.sandbox.limits.Limits;
import io.github.camelcliq.sandbox.limits.ThrottleAnswer;
import io.github.camelcliq.sandbox.limits.UserBudgets;
import io.github.camelcliq.sandbox.oauth.AccessTokens;
import io.github.camelcliq.sandbox.oauth.ConfiguredCredentials;
import io.github.camelcliq.sandbox.oauth.OAuthClient;
import io.github.camelcliq.sandbox.oauth.TokenIssuer;
import io.github.camelcliq.sandbox.oauth.TokenRequest;
import io.github.camelcliq.sandbox.oauth.TokenRules;
import io.github.camelcliq.sandbox.oauth.WebhookTokens;
import io.github.camelcliq.sandbox.organisation.CliqFunction;
import io.github.camelcliq.sandbox.organisation.Organisation;
import io.github.camelcliq.sandbox.state.ChatDirectory;
import io.github.camelcliq.sandbox.state.HistorySize;
import io.github.camelcliq.sandbox.state.SandboxState;
import io.vertx.ext.web.Route;
import java.security.KeyPair;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * A local Cliq: an HTTP server on the loopback address that takes messages as Cliq does, judges them by the references'
 * rules, answers with Cliq's own statuses and bodies, and shows what it got.
 *
 * <pre>{@code
 * try (Sandbox sandbox = Sandbox.builder().start()) {
 *     // post to sandbox.baseUrl() + "/api/v2/chats/CT_1/messages" with "Authorization: Bearer sandbox-token"
 *     assertThat(sandbox.awaitMessages(1, Duration.ofSeconds(5))).hasSize(1);
 * }
 * }</pre>
 *
 * <p>It answers
 *
 * <ul>
 *   <li>the posting paths of API v2 and v3 below {@code /api}, with the limits and locks of each user where
 *       {@link Builder#limits} says so;
 *   <li>{@code POST /oauth/v2/token}, as Zoho's accounts server does, so that its base URL serves for both;
 *   <li>a page that lists the messages at {@code /};
 *   <li>{@code GET /sandbox/messages} (with {@code ?chat=}, {@code kind=}, {@code since=}, {@code limit=} some of them;
 *       with {@code wait=} and {@code timeout=} once so many are there), {@code GET /sandbox/requests} and {@code GET
 *       /sandbox/token-requests}: what happened; {@code GET /sandbox/events}: the same as it happens;
 *   <li>{@code GET /sandbox/organisation}: who and what there is;
 *   <li>{@code POST /sandbox/click} and {@code POST /sandbox/vote}: what people do with messages; the
 *       {@code response_url} of a click takes one late answer; {@code GET /sandbox/public-key} verifies clicks;
 *   <li>{@code POST /sandbox/clock}, {@code /sandbox/limits}, {@code /sandbox/lock}, {@code /sandbox/faults} and
 *       {@code /sandbox/reset}: what this class turns as well; {@code GET} shows the first two and the faults, and
 *       {@code GET /sandbox/budget?user=} where a user stands;
 *   <li>{@code GET /sandbox/openapi.yaml}: what describes all of these below {@code /sandbox/}, as OpenAPI 3.1.
 * </ul>
 *
 * <p>All methods may be called from any thread but the ones that wait, {@link Builder#start()}, {@link #awaitMessages},
 * {@link #goOffline()}, {@link #goOnline()} and {@link #close()}: not from an event loop. What it remembers shows no
 * credential.
 */
public final class Sandbox implements AutoCloseable {

    /** The access token that is accepted where the builder names none: {@value}. */
    public static final String DEFAULT_ACCESS_TOKEN = ConfiguredCredentials.DEFAULT_ACCESS_TOKEN;

    /** The Cliq user to whom everything belongs where the builder names no other: {@value}. */
    public static final String DEFAULT_USER = ConfiguredCredentials.DEFAULT_USER;

    /** The client id that the token endpoint knows where the builder names none: {@value}. */
    public static final String DEFAULT_CLIENT_ID = ConfiguredCredentials.DEFAULT_CLIENT_ID;

    /** The secret of {@value #DEFAULT_CLIENT_ID}: {@value}. */
    public static final String DEFAULT_CLIENT_SECRET = ConfiguredCredentials.DEFAULT_CLIENT_SECRET;

    /** The refresh token of {@value #DEFAULT_CLIENT_ID}: {@value}. */
    public static final String DEFAULT_REFRESH_TOKEN = ConfiguredCredentials.DEFAULT_REFRESH_TOKEN;

    /** The address it listens on where the builder names none: {@value}. */
    public static final String DEFAULT_HOST = ListenAddress.DEFAULT_HOST;

    /** How many messages, and how many requests, are remembered where the builder does not say: {@value}. */
    public static final int DEFAULT_HISTORY = 10_000;

    /** How many bytes the messages hold, and how many the requests, where the builder does not say: {@value}. */
    public static final long DEFAULT_HISTORY_BYTES = 64L * 1024 * 1024;

    // our choice: how long Cliq waits is not documented, and one Zoho product waits as long
    private static final Duration DEFAULT_CLICK_TIMEOUT = Duration.ofSeconds(5);

    private static final Duration DEFAULT_BODY_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration DEFAULT_IDLE_TIMEOUT = Duration.ofMinutes(5);

    private final SandboxCore core;
    private final SandboxServer server;
    private final Runnable whenSkipped;

    private Sandbox(SandboxCore core, SandboxServer server) {
        this.core = core;
        this.server = server;
        this.whenSkipped = () -> core.state().events().changed("clock");
        core.clock().watch(whenSkipped);
    }

    /**
     * Begins to load, in the background, what judges messages, so that a sandbox that is started next answers its first
     * post sooner. Nobody has to call it; it returns at once.
     */
    public static void prepare() {
        Thread loader = new Thread(() -> MessageJudge.of(Fidelity.REFERENCE, RuleLevel.REFERENCE), "sandbox-prepare");
        loader.setDaemon(true);
        loader.start();
    }

    /** Begins a sandbox on a free port that accepts {@value #DEFAULT_ACCESS_TOKEN}. */
    public static Builder builder() {
        return new Builder();
    }

    /** The address it listens on, as {@link Builder#host} was told. */
    public String host() {
        return server.address().host();
    }

    /** Whether it can be reached from this machine alone. */
    public boolean isLoopback() {
        return server.address().isLoopback();
    }

    /** The port it listens on. */
    public int port() {
        return server.port();
    }

    /**
     * Where somebody on this machine reaches it, such as {@code http://127.0.0.1:49152}: without a slash at the end.
     */
    public String baseUrl() {
        return server.url();
    }

    /** The messages accepted since the start or the last reset, oldest first: a copy. */
    public List<ReceivedMessage> messages() {
        return core.state().messages().snapshot();
    }

    /**
     * The messages accepted for one target, oldest first: a copy.
     *
     * @param chat the chat id, channel name, channel id, user or bot, as it was before percent-encoding
     */
    public List<ReceivedMessage> messages(String chat) {
        return core.state().messagesTo(chat);
    }

    /** The message with that id as it is now; empty where it is not there, or no more. */
    public Optional<ReceivedMessage> message(String id) {
        return core.state().messages().find(id);
    }

    /**
     * Votes in a poll, in place of the vote that the user may have given before.
     *
     * @param message the message's id
     * @param option the option's index, from 0
     * @param user the ZUID or the email of somebody of the organisation
     * @return the message with the vote
     * @throws IllegalArgumentException if there is no such message, option or user, or the message has no poll
     */
    public ReceivedMessage vote(String message, int option, String user) {
        return core.votes().vote(message, option, user);
    }

    /**
     * Clicks a button, as a person does: a function is told, and its answer shown; what any other action would do is
     * said and not done. Waits for what comes of it.
     *
     * @return what came of it; that nobody answered, or something that Cliq could not show, is an outcome as well
     * @throws IllegalArgumentException if there is no such message, button or user, or something was typed that nobody
     *     asked for
     */
    public ClickOutcome click(Click click) {
        try {
            return clickLater(click).join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof IllegalArgumentException refused ? refused : failed;
        }
    }

    /**
     * Clicks a button without waiting.
     *
     * @return what came of it, as {@link #click} has it; completed on an event loop, which must not wait
     */
    public CompletableFuture<ClickOutcome> clickLater(Click click) {
        return server.click(Objects.requireNonNull(click, "click"));
    }

    /**
     * The public key by which clicks can be verified, as Cliq shows it: X.509, base64, without armour. Where the
     * builder was given no keys they are made when they are first needed, which may take half a second.
     */
    public String publicKey() {
        return core.signer().publicKey();
    }

    /**
     * Waits until so many messages were accepted since the start or the last reset.
     *
     * @return all messages there are then
     * @throws IllegalStateException if the time is over first, or the thread is interrupted (its flag stays set)
     */
    public List<ReceivedMessage> awaitMessages(int count, Duration atMost) {
        try {
            long accepted = core.state().messages().awaitCount(count, atMost);
            if (accepted < count) {
                throw new IllegalStateException(accepted + " of " + count + " messages were accepted within " + atMost);
            }
            return messages();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for messages", interrupted);
        }
    }

    /** Who and what there is in this Cliq. */
    public Organisation organisation() {
        return core.chats().organisation();
    }

    /**
     * One more function from now on, or another one in place of the one of its name and owner: for an application that
     * knows its own port only once it has started, after the sandbox. A reset leaves it as it is.
     *
     * <pre>{@code
     * cliq.function(CliqFunction.of("approve_q4_budget", "http://127.0.0.1:" + port + "/cliq/functions"));
     * }</pre>
     */
    public void function(CliqFunction function) {
        core.chats().function(function);
    }

    /** Every request below {@code /api} since the start or the last reset, in the order they were answered: a copy. */
    public List<JournalEntry> requests() {
        return core.state().journal().snapshot();
    }

    /** How many requests below {@code /api} have arrived and are not answered yet. */
    public int openRequests() {
        return core.state().openPosts();
    }

    /** How many connections are open, those included on which nothing is asked. */
    public int openConnections() {
        return server.openConnections();
    }

    /** The highest {@link #openRequests()} since the start or the last reset. */
    public int mostOpenRequests() {
        return core.state().mostOpenPosts();
    }

    /**
     * Makes every answer to a request below {@code /api} wait, scripted ones included; the request is judged, and its
     * message kept, at once. No thread waits.
     *
     * @param delay how long, in whole milliseconds; zero, the default, answers at once
     */
    public void answerDelay(Duration delay) {
        core.faults().delay(delay);
    }

    /**
     * Dictates the answer to the next post that has no fault queued yet; it is not judged, and its message not kept.
     *
     * @see ScriptedAnswer#of(int, String, String)
     */
    public void answerNext(int status, String contentType, String body) {
        answerNext(ScriptedAnswer.of(status, contentType, body));
    }

    /**
     * Dictates the answer to the next post that has no fault queued yet; it may be cut off, or none at all. The post is
     * not judged, and its message not kept.
     */
    public void answerNext(ScriptedAnswer answer) {
        core.faults().next(Fault.answer(answer));
    }

    /**
     * What goes wrong with posts. Faults concern requests that post to a path that takes messages, whatever their token
     * and their body.
     */
    public FaultInjector faults() {
        return core.faults();
    }

    /** What goes wrong with requests to the token endpoint. */
    public FaultInjector tokenFaults() {
        return core.tokenFaults();
    }

    /** What time it is in the sandbox; a test may move it on. */
    public SandboxClock clock() {
        return core.clock();
    }

    /** The limits that hold now. */
    public Limits limits() {
        return core.budgets().limits();
    }

    /** Sets other limits until the next reset. What was posted already counts against them. */
    public void limits(Limits others) {
        core.limits(others);
    }

    /** Sets how users are told that they post too often, until the next reset. */
    public void throttleAnswer(ThrottleAnswer answer) {
        core.state().throttleAnswer(answer);
    }

    /** Where {@value #DEFAULT_USER} stands with the limits. */
    public Budget budget() {
        return budget(DEFAULT_USER);
    }

    /**
     * Where a user stands with the limits.
     *
     * @throws IllegalArgumentException if no credential belongs to such a user
     */
    public Budget budget(String user) {
        return core.budget(user);
    }

    /**
     * Locks a user out from now on, as if they had posted too often; in place of a lock that is in force.
     *
     * @param duration how long, on the sandbox's clock; more than nothing
     * @throws IllegalArgumentException if no credential belongs to such a user
     */
    public void lock(String user, Duration duration) {
        core.lock(user, duration);
    }

    /**
     * Every request to the token endpoint since the start or the last reset, in the order they were answered: a copy.
     */
    public List<TokenRequest> tokenRequests() {
        return core.state().tokenRequests().snapshot();
    }

    /** How many requests to the token endpoint have arrived and are not answered yet. */
    public int openTokenRequests() {
        return core.state().openTokenRequests();
    }

    /** The rules that the token endpoint keeps now. */
    public TokenRules tokenRules() {
        return core.issuer().rules();
    }

    /**
     * Sets other rules for the token endpoint until the next reset. Tokens that are out live as long as they were told.
     */
    public void tokenRules(TokenRules others) {
        core.issuer().rules(others);
    }

    /** Lets all access tokens expire, those of the builder included; these live again after a reset. */
    public void expireTokens() {
        core.accessTokens().expireAll();
    }

    /**
     * Revokes a refresh token until the next reset. Access tokens that it got live on.
     *
     * @throws IllegalArgumentException if no client has it
     */
    public void revoke(String refreshToken) {
        core.issuer().revoke(refreshToken);
    }

    /**
     * Stops listening and cuts every connection: who connects is refused. Everything else stays as it is. Going offline
     * again does nothing.
     */
    public void goOffline() {
        server.goOffline();
    }

    /**
     * Listens again, on the same port.
     *
     * @throws IllegalStateException if somebody else has taken the port meanwhile
     */
    public void goOnline() {
        server.goOnline();
    }

    /**
     * Forgets messages, requests, chats that nobody listed, clicks that may still be answered, faults, the delay, posts
     * counted, locks, token requests counted and what was revoked, and goes back to the limits and rules of the start.
     * Requests that hang are cut; access tokens that were given out live on; the clock stays as it is.
     */
    public void reset() {
        core.reset();
    }

    /** What its server answers to. */
    List<Route> routes() {
        return server.router().getRoutes();
    }

    /** Stops listening, closes every connection and waits for that. Closing again does nothing. */
    @Override
    public void close() {
        core.clock().unwatch(whenSkipped);
        server.close();
    }

    /** What a sandbox is started with. */
    public static final class Builder {

        private ListenAddress address = ListenAddress.of(DEFAULT_HOST);
        private int port;
        private SandboxClock clock = SandboxClock.system();
        private Fidelity fidelity = Fidelity.REFERENCE;
        private RuleLevel rules = RuleLevel.REFERENCE;
        private int history = DEFAULT_HISTORY;
        private long historyBytes = DEFAULT_HISTORY_BYTES;
        private Duration bodyTimeout = DEFAULT_BODY_TIMEOUT;
        private Duration clickTimeout = DEFAULT_CLICK_TIMEOUT;
        private ClickSigner signer = ClickSigner.withNewKeys();
        private Duration idleTimeout = DEFAULT_IDLE_TIMEOUT;
        private Limits limits = Limits.OFF;
        private ThrottleAnswer throttleAnswer = ThrottleAnswer.FLAT;
        private TokenRules tokenRules = TokenRules.OF_ZOHO;
        private Organisation organisation = Organisation.example();
        private final ConfiguredCredentials credentials = new ConfiguredCredentials();

        private Builder() {}

        /**
         * The address to listen on: an IP address or a name of this machine; {@value Sandbox#DEFAULT_HOST} by default,
         * which nobody on another machine can reach. Anywhere else, whoever reaches the port can read every message and
         * turn everything: a sandbox asks for no password outside {@code /api}.
         *
         * @throws IllegalArgumentException if it is blank, or names no address
         */
        public Builder host(String host) {
            this.address = ListenAddress.of(host);
            return this;
        }

        /** The port to listen on; 0, the default, finds a free one. */
        public Builder port(int number) {
            if (number < 0 || number > 65_535) {
                throw new IllegalArgumentException("not a port: " + number);
            }
            this.port = number;
            return this;
        }

        /**
         * The access tokens of {@value Sandbox#DEFAULT_USER} to accept, at least one; by default
         * {@value Sandbox#DEFAULT_ACCESS_TOKEN} alone. They have all scopes, and live until they are told to expire.
         */
        public Builder accessToken(String first, String... more) {
            credentials.replaceDefaultTokens(first, more);
            return this;
        }

        /**
         * One more access token to accept, which lives until it is told to expire.
         *
         * @param user the Cliq user whom it lets post; several tokens may have the same
         * @param scopes what it allows; all that posting may need, where none is named
         */
        public Builder accessTokenOf(String user, String token, String... scopes) {
            credentials.addToken(user, token, scopes);
            return this;
        }

        /** Lets no access token in but those that {@link #accessTokenOf} names. */
        public Builder withoutDefaultToken() {
            credentials.dropDefaultTokens();
            return this;
        }

        /**
         * One more webhook token to accept, as {@code zapikey}, for v2 channel and bot posts; by default there is none.
         */
        public Builder zapikeyOf(String user, String zapikey) {
            credentials.addZapikey(user, zapikey);
            return this;
        }

        /**
         * One more client that may ask the token endpoint for access tokens. The first takes the place of the default
         * one, {@value Sandbox#DEFAULT_CLIENT_ID} with the secret {@value Sandbox#DEFAULT_CLIENT_SECRET}, which has
         * {@value Sandbox#DEFAULT_REFRESH_TOKEN} and may use {@code client_credentials}, both for
         * {@value Sandbox#DEFAULT_USER}.
         */
        public Builder client(OAuthClient client) {
            credentials.addClient(client);
            return this;
        }

        /** How the token endpoint gives out tokens; {@link TokenRules#OF_ZOHO} by default. */
        public Builder tokenRules(TokenRules rules) {
            this.tokenRules = Objects.requireNonNull(rules, "rules");
            return this;
        }

        /**
         * How often users may post; {@link Limits#OFF} by default, so that tests may post as fast as they can.
         * {@link Limits#OF_CLIQ} is what Cliq documents.
         */
        public Builder limits(Limits choice) {
            this.limits = Objects.requireNonNull(choice, "limits");
            return this;
        }

        /** How users are told that they post too often; {@link ThrottleAnswer#FLAT} by default. */
        public Builder throttleAnswer(ThrottleAnswer answer) {
            this.throttleAnswer = Objects.requireNonNull(answer, "answer");
            return this;
        }

        /** What time it is in the sandbox; {@link SandboxClock#system()} by default. */
        public Builder clock(SandboxClock choice) {
            this.clock = Objects.requireNonNull(choice, "clock");
            return this;
        }

        /**
         * How long the body of a request may take, from its head to its last byte, in whole milliseconds of real time;
         * later it is answered with 408, and the connection closed. By default 30 s.
         */
        public Builder bodyTimeout(Duration longest) {
            this.bodyTimeout = TimerDelay.of(longest, "a body takes");
            return this;
        }

        /**
         * How long a connection may be open without a request under way, in whole milliseconds of real time; then it is
         * closed. A request is under way from the end of its head until it is answered, however late that is. By
         * default 5 min. How many connections there may be is for the operating system to say.
         */
        public Builder idleTimeout(Duration longest) {
            this.idleTimeout = TimerDelay.of(longest, "a connection is idle for");
            return this;
        }

        /**
         * How messages are judged where the references and a live Cliq differ; {@link Fidelity#REFERENCE} by default.
         */
        public Builder fidelity(Fidelity choice) {
            this.fidelity = Objects.requireNonNull(choice, "fidelity");
            return this;
        }

        /**
         * How much of a message is refused where the references disagree or say nothing; {@link RuleLevel#REFERENCE} by
         * default. What is doubtful and passes is among the {@link JournalEntry#remarks()}.
         */
        public Builder rules(RuleLevel level) {
            this.rules = Objects.requireNonNull(level, "level");
            return this;
        }

        /**
         * How long a function may take to answer a click, in whole milliseconds of real time; by default 5 s. Later it
         * may still answer to the {@code response_url}, once.
         */
        public Builder clickTimeout(Duration longest) {
            this.clickTimeout = TimerDelay.of(longest, "an answer takes");
            return this;
        }

        /** The RSA keys that clicks are signed with; by default new ones of 2,048 bits. */
        public Builder clickKeys(KeyPair keys) {
            this.signer = ClickSigner.with(keys);
            return this;
        }

        /**
         * The RSA key that clicks are signed with.
         *
         * @param pkcs8 a private key in PKCS#8, base64, with or without PEM armour
         * @throws IllegalArgumentException if it is none
         */
        public Builder clickKey(String pkcs8) {
            this.signer = ClickSigner.with(pkcs8);
            return this;
        }

        /** Who and what there is in this Cliq; {@link Organisation#example()} by default. */
        public Builder organisation(Organisation choice) {
            this.organisation = Objects.requireNonNull(choice, "organisation");
            return this;
        }

        /**
         * How many messages, and how many requests, are remembered before the oldest are forgotten; by default
         * {@value Sandbox#DEFAULT_HISTORY}. Both are also bounded by {@link #historyBytes}.
         */
        public Builder history(int entries) {
            if (entries < 1) {
                throw new IllegalArgumentException("a history remembers at least one entry, not " + entries);
            }
            this.history = entries;
            return this;
        }

        /**
         * How many bytes the messages hold, and how many the requests, before the oldest are forgotten, each character
         * of theirs counted as two; by default {@value Sandbox#DEFAULT_HISTORY_BYTES}, which is 64 MiB. The newest one
         * is always remembered.
         */
        public Builder historyBytes(long bytes) {
            if (bytes < 1) {
                throw new IllegalArgumentException("a history holds at least one byte, not " + bytes);
            }
            this.historyBytes = bytes;
            return this;
        }

        /**
         * Starts listening, and waits until it does.
         *
         * @throws IllegalStateException if it cannot, as where the port is taken
         */
        public Sandbox start() {
            AccessTokens accessTokens = new AccessTokens(clock, credentials.accessTokens());
            SandboxState state = new SandboxState(new HistorySize(history, historyBytes), clock, throttleAnswer);
            SandboxCore core = new SandboxCore(
                    clock,
                    state,
                    new UserBudgets(clock, limits),
                    accessTokens,
                    new WebhookTokens(credentials.zapikeys()),
                    new TokenIssuer(clock, accessTokens, credentials.clients(), tokenRules),
                    new FaultInjector(() -> state.events().changed("faults")),
                    new FaultInjector(() -> state.events().changed("faults")),
                    new ChatDirectory(organisation, () -> state.events().changed("organisation")),
                    signer,
                    new LateResponses(),
                    credentials.users());
            SandboxServer.Settings settings =
                    new SandboxServer.Settings(address, fidelity, rules, bodyTimeout, idleTimeout, clickTimeout);
            return new Sandbox(core, SandboxServer.start(settings, port, core));
        }
    }
}
