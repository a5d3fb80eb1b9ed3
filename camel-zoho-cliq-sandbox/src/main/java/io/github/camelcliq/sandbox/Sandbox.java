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
 * A local Cliq: an HTTP server on the loopback address. It takes messages as Cliq does, judges them by the rules of
 * Zoho's pages, answers with Cliq's statuses and bodies, and shows what it got.
 *
 * <pre>{@code
 * try (Sandbox sandbox = Sandbox.builder().start()) {
 *     // post to sandbox.baseUrl() + "/api/v2/chats/CT_1/messages" with "Authorization: Bearer sandbox-token"
 *     assertThat(sandbox.awaitMessages(1, Duration.ofSeconds(5))).hasSize(1);
 * }
 * }</pre>
 *
 * <p>It serves
 *
 * <ul>
 *   <li>the posting paths of API v2 and v3 below {@code /api}, with the limits that {@link Builder#limits} sets for
 *       each user;
 *   <li>{@code POST /oauth/v2/token}, as Zoho's accounts server does, so that one base URL serves both;
 *   <li>a page that lists the messages at {@code /};
 *   <li>{@code GET /sandbox/messages}, {@code GET /sandbox/requests} and {@code GET /sandbox/token-requests}: what
 *       happened. The parameters {@code chat}, {@code kind}, {@code since} and {@code limit} choose messages;
 *       {@code wait} and {@code timeout} wait for a number of them. {@code GET /sandbox/events} sends the same as it
 *       happens;
 *   <li>{@code GET /sandbox/organisation}: the people, chats, channels, bots and functions;
 *   <li>{@code POST /sandbox/click} and {@code POST /sandbox/vote}: what people do with messages. The
 *       {@code response_url} of a click takes one late answer; {@code GET /sandbox/public-key} verifies clicks;
 *   <li>{@code POST /sandbox/clock}, {@code /sandbox/limits}, {@code /sandbox/lock}, {@code /sandbox/faults} and
 *       {@code /sandbox/reset}: the settings of this class. {@code GET} shows the clock, the limits and the faults.
 *       {@code GET /sandbox/budget?user=} shows the budget of a user;
 *   <li>{@code GET /sandbox/openapi.yaml}: the description of all paths below {@code /sandbox/}, as OpenAPI 3.1.
 * </ul>
 *
 * <p>All methods may be called from any thread. The methods that wait must not be called from an event loop:
 * {@link Builder#start()}, {@link #awaitMessages}, {@link #click}, {@link #goOffline()}, {@link #goOnline()} and
 * {@link #close()}. Messages and requests are shown without credentials.
 */
public final class Sandbox implements AutoCloseable {

    /** The access token that is accepted by default: {@value}. */
    public static final String DEFAULT_ACCESS_TOKEN = ConfiguredCredentials.DEFAULT_ACCESS_TOKEN;

    /** The Cliq user to whom credentials belong by default: {@value}. */
    public static final String DEFAULT_USER = ConfiguredCredentials.DEFAULT_USER;

    /** The client id that the token endpoint knows by default: {@value}. */
    public static final String DEFAULT_CLIENT_ID = ConfiguredCredentials.DEFAULT_CLIENT_ID;

    /** The secret of {@value #DEFAULT_CLIENT_ID}: {@value}. */
    public static final String DEFAULT_CLIENT_SECRET = ConfiguredCredentials.DEFAULT_CLIENT_SECRET;

    /** The refresh token of {@value #DEFAULT_CLIENT_ID}: {@value}. */
    public static final String DEFAULT_REFRESH_TOKEN = ConfiguredCredentials.DEFAULT_REFRESH_TOKEN;

    /** The address that the sandbox listens on by default: {@value}. */
    public static final String DEFAULT_HOST = ListenAddress.DEFAULT_HOST;

    /** How many messages, and how many requests, are remembered by default: {@value}. */
    public static final int DEFAULT_HISTORY = 10_000;

    /** How many bytes of messages, and how many bytes of requests, are remembered by default: {@value}. */
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
     * Begins to load the message rules in the background. A sandbox that is started next answers its first post sooner.
     * Calling it is optional. It returns at once.
     */
    public static void prepare() {
        Thread loader = new Thread(() -> MessageJudge.of(Fidelity.REFERENCE, RuleLevel.REFERENCE), "sandbox-prepare");
        loader.setDaemon(true);
        loader.start();
    }

    /** Returns a builder of a sandbox that listens on a free port and accepts {@value #DEFAULT_ACCESS_TOKEN}. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns the address it listens on, as {@link Builder#host} has it. */
    public String host() {
        return server.address().host();
    }

    /** Returns whether only this machine can reach it. */
    public boolean isLoopback() {
        return server.address().isLoopback();
    }

    /** Returns the port it listens on. */
    public int port() {
        return server.port();
    }

    /** Returns its URL for this machine, such as {@code http://127.0.0.1:49152}, without a slash at the end. */
    public String baseUrl() {
        return server.url();
    }

    /** Returns a copy of the messages accepted since the start or the last reset, oldest first. */
    public List<ReceivedMessage> messages() {
        return core.state().messages().snapshot();
    }

    /**
     * Returns a copy of the messages accepted for one target, oldest first.
     *
     * @param chat the chat id, channel name, channel id, user or bot, as it was before percent-encoding
     */
    public List<ReceivedMessage> messages(String chat) {
        return core.state().messagesTo(chat);
    }

    /**
     * Returns the message with an id, with its edits, votes and clicks; empty if there is no such message, or no
     * longer.
     */
    public Optional<ReceivedMessage> message(String id) {
        return core.state().messages().find(id);
    }

    /**
     * Votes in a poll. An earlier vote of the user is replaced.
     *
     * @param message the message's id
     * @param option the option's index, from 0
     * @param user the ZUID or the email of a person of the organisation
     * @return the message with the vote
     * @throws IllegalArgumentException if there is no such message, option or user, or the message has no poll
     */
    public ReceivedMessage vote(String message, int option, String user) {
        return core.votes().vote(message, option, user);
    }

    /**
     * Clicks a button, as a person does. A function is called, and its answer is shown. For other actions the outcome
     * only says what Cliq would do. Waits for the outcome.
     *
     * @return the outcome, also if the function did not answer, or if Cliq could not show its answer
     * @throws IllegalArgumentException if there is no such message, button or user, or if a text was typed that the
     *     button does not ask for
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
     * @return the outcome, as {@link #click} returns it. It completes on an event loop: do not block there
     */
    public CompletableFuture<ClickOutcome> clickLater(Click click) {
        return server.click(Objects.requireNonNull(click, "click"));
    }

    /**
     * Returns the public key that verifies clicks, as Cliq shows it: X.509, base64, without armour. Without keys in the
     * builder, the sandbox makes a key pair at the first need. That may take half a second.
     */
    public String publicKey() {
        return core.signer().publicKey();
    }

    /**
     * Waits until a number of messages were accepted since the start or the last reset.
     *
     * @return all messages at that time
     * @throws IllegalStateException if the time ends first, or if the thread is interrupted (its flag stays set)
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

    /** Returns the people, chats, channels, bots and functions of this Cliq. */
    public Organisation organisation() {
        return core.chats().organisation();
    }

    /**
     * Adds a function, or replaces the function of the same name and owner. For applications that start after the
     * sandbox and know their own port only then. A reset keeps it.
     *
     * <pre>{@code
     * cliq.function(CliqFunction.of("approve_q4_budget", "http://127.0.0.1:" + port + "/cliq/functions"));
     * }</pre>
     */
    public void function(CliqFunction function) {
        core.chats().function(function);
    }

    /**
     * Returns a copy of all requests below {@code /api} since the start or the last reset, in the order of their
     * answers.
     */
    public List<JournalEntry> requests() {
        return core.state().journal().snapshot();
    }

    /** Returns how many requests below {@code /api} have arrived and are not answered yet. */
    public int openRequests() {
        return core.state().openPosts();
    }

    /** Returns how many connections are open, with and without a request. */
    public int openConnections() {
        return server.openConnections();
    }

    /** Returns the highest {@link #openRequests()} since the start or the last reset. */
    public int mostOpenRequests() {
        return core.state().mostOpenPosts();
    }

    /**
     * Delays every answer to a request below {@code /api}, including scripted answers. The request is judged, and its
     * message is kept, at once. No thread waits.
     *
     * @param delay the delay, in whole milliseconds; zero, the default, answers at once
     */
    public void answerDelay(Duration delay) {
        core.faults().delay(delay);
    }

    /**
     * Sets the answer to the next post for which no fault is queued yet. The post is not judged, and its message is not
     * kept.
     *
     * @see ScriptedAnswer#of(int, String, String)
     */
    public void answerNext(int status, String contentType, String body) {
        answerNext(ScriptedAnswer.of(status, contentType, body));
    }

    /**
     * Sets the answer to the next post for which no fault is queued yet. The answer may be cut off, or be no answer at
     * all. The post is not judged, and its message is not kept.
     */
    public void answerNext(ScriptedAnswer answer) {
        core.faults().next(Fault.answer(answer));
    }

    /**
     * Returns the faults of posts. They concern all requests that post to a path for messages, with any token and any
     * body.
     */
    public FaultInjector faults() {
        return core.faults();
    }

    /** Returns the faults of requests to the token endpoint. */
    public FaultInjector tokenFaults() {
        return core.tokenFaults();
    }

    /** Returns the clock of the sandbox. A test may move it on. */
    public SandboxClock clock() {
        return core.clock();
    }

    /** Returns the limits in force. */
    public Limits limits() {
        return core.budgets().limits();
    }

    /** Sets the limits until the next reset. Earlier posts count against them. */
    public void limits(Limits others) {
        core.limits(others);
    }

    /** Sets the answer to users who post too often, until the next reset. */
    public void throttleAnswer(ThrottleAnswer answer) {
        core.state().throttleAnswer(answer);
    }

    /** Returns the budget of {@value #DEFAULT_USER}: what it has used of the limits. */
    public Budget budget() {
        return budget(DEFAULT_USER);
    }

    /**
     * Returns the budget of a user: what the user has used of the limits.
     *
     * @throws IllegalArgumentException if no credential belongs to such a user
     */
    public Budget budget(String user) {
        return core.budget(user);
    }

    /**
     * Locks a user out from now on, as if the user had posted too often. It replaces a lock in force.
     *
     * @param duration the length of the lock on the sandbox's clock; more than zero
     * @throws IllegalArgumentException if no credential belongs to such a user
     */
    public void lock(String user, Duration duration) {
        core.lock(user, duration);
    }

    /**
     * Returns a copy of all requests to the token endpoint since the start or the last reset, in the order of their
     * answers.
     */
    public List<TokenRequest> tokenRequests() {
        return core.state().tokenRequests().snapshot();
    }

    /** Returns how many requests to the token endpoint have arrived and are not answered yet. */
    public int openTokenRequests() {
        return core.state().openTokenRequests();
    }

    /** Returns the rules of the token endpoint in force. */
    public TokenRules tokenRules() {
        return core.issuer().rules();
    }

    /** Sets the rules of the token endpoint until the next reset. Tokens that were given out keep their lifetime. */
    public void tokenRules(TokenRules others) {
        core.issuer().rules(others);
    }

    /**
     * Lets all access tokens expire, including those of the builder. A reset makes those of the builder valid again.
     */
    public void expireTokens() {
        core.accessTokens().expireAll();
    }

    /**
     * Revokes a refresh token until the next reset. Access tokens that were got with it stay valid.
     *
     * @throws IllegalArgumentException if no client has it
     */
    public void revoke(String refreshToken) {
        core.issuer().revoke(refreshToken);
    }

    /**
     * Stops listening and cuts every connection. New connections are refused. Everything else stays as it is. A second
     * call does nothing.
     */
    public void goOffline() {
        server.goOffline();
    }

    /**
     * Listens again, on the same port.
     *
     * @throws IllegalStateException if another program has taken the port meanwhile
     */
    public void goOnline() {
        server.goOnline();
    }

    /**
     * Forgets messages, requests, chats that are not in the organisation, clicks without an answer, faults, the delay,
     * counted posts, locks, counted token requests and revocations. The limits and rules of the start hold again.
     * Requests that hang are cut. Access tokens that were given out stay valid. The clock stays as it is.
     */
    public void reset() {
        core.reset();
    }

    /** Returns the routes of its server. */
    List<Route> routes() {
        return server.router().getRoutes();
    }

    /** Stops listening, closes every connection and waits for that. A second call does nothing. */
    @Override
    public void close() {
        core.clock().unwatch(whenSkipped);
        server.close();
    }

    /** The settings that a sandbox starts with. */
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
         * Sets the address to listen on: an IP address or a name of this machine. By default it is
         * {@value Sandbox#DEFAULT_HOST}, which no other machine can reach. On any other address, everybody who reaches
         * the port can read every message and change every setting: outside {@code /api}, the sandbox asks for no
         * password.
         *
         * @throws IllegalArgumentException if it is blank, or names no address
         */
        public Builder host(String host) {
            this.address = ListenAddress.of(host);
            return this;
        }

        /** Sets the port to listen on; 0, the default, chooses a free port. */
        public Builder port(int number) {
            if (number < 0 || number > 65_535) {
                throw new IllegalArgumentException("a port must be 0 to 65535, not " + number);
            }
            this.port = number;
            return this;
        }

        /**
         * Sets the access tokens of {@value Sandbox#DEFAULT_USER}, at least one; by default
         * {@value Sandbox#DEFAULT_ACCESS_TOKEN}. They have all scopes. They stay valid until
         * {@link Sandbox#expireTokens()}.
         */
        public Builder accessToken(String first, String... more) {
            credentials.replaceDefaultTokens(first, more);
            return this;
        }

        /**
         * Adds an access token. It stays valid until {@link Sandbox#expireTokens()}.
         *
         * @param user the Cliq user who posts with it; several tokens may have the same user
         * @param scopes its scopes; none gives it all scopes that posts may need
         */
        public Builder accessTokenOf(String user, String token, String... scopes) {
            credentials.addToken(user, token, scopes);
            return this;
        }

        /** Accepts only the access tokens of {@link #accessTokenOf}, not the default one. */
        public Builder withoutDefaultToken() {
            credentials.dropDefaultTokens();
            return this;
        }

        /** Adds a webhook token ({@code zapikey}) for v2 channel and bot posts; by default there is none. */
        public Builder zapikeyOf(String user, String zapikey) {
            credentials.addZapikey(user, zapikey);
            return this;
        }

        /**
         * Adds a client that may ask the token endpoint for access tokens. The first one replaces the default client
         * {@value Sandbox#DEFAULT_CLIENT_ID}. The default client has the secret {@value Sandbox#DEFAULT_CLIENT_SECRET}
         * and the refresh token {@value Sandbox#DEFAULT_REFRESH_TOKEN}, and may use {@code client_credentials}. Both
         * grants are for {@value Sandbox#DEFAULT_USER}.
         */
        public Builder client(OAuthClient client) {
            credentials.addClient(client);
            return this;
        }

        /** Sets how the token endpoint gives out tokens; {@link TokenRules#OF_ZOHO} by default. */
        public Builder tokenRules(TokenRules rules) {
            this.tokenRules = Objects.requireNonNull(rules, "rules");
            return this;
        }

        /**
         * Sets how often users may post; {@link Limits#OFF} by default, so that tests may post as fast as they can.
         * {@link Limits#OF_CLIQ} is what Cliq documents.
         */
        public Builder limits(Limits choice) {
            this.limits = Objects.requireNonNull(choice, "limits");
            return this;
        }

        /** Sets the answer to users who post too often; {@link ThrottleAnswer#FLAT} by default. */
        public Builder throttleAnswer(ThrottleAnswer answer) {
            this.throttleAnswer = Objects.requireNonNull(answer, "answer");
            return this;
        }

        /** Sets the clock of the sandbox; {@link SandboxClock#system()} by default. */
        public Builder clock(SandboxClock choice) {
            this.clock = Objects.requireNonNull(choice, "clock");
            return this;
        }

        /**
         * Sets how long the body of a request may take, from the head to the last byte: whole milliseconds of real
         * time, by default 30 s. A later body is answered with 408, and the connection is closed.
         */
        public Builder bodyTimeout(Duration longest) {
            this.bodyTimeout = TimerDelay.of(longest, "a body takes");
            return this;
        }

        /**
         * Sets how long a connection may be open without a request under way: whole milliseconds of real time, by
         * default 5 min. Then it is closed. A request is under way from the end of its head until its answer. The
         * operating system limits the number of connections.
         */
        public Builder idleTimeout(Duration longest) {
            this.idleTimeout = TimerDelay.of(longest, "a connection is idle for");
            return this;
        }

        /**
         * Sets how messages are judged if Zoho's pages and a live Cliq differ; {@link Fidelity#REFERENCE} by default.
         */
        public Builder fidelity(Fidelity choice) {
            this.fidelity = Objects.requireNonNull(choice, "fidelity");
            return this;
        }

        /**
         * Sets how strict the rules are if Zoho's pages disagree or say nothing; {@link RuleLevel#REFERENCE} by
         * default. Doubtful points that pass are in {@link JournalEntry#remarks()}.
         */
        public Builder rules(RuleLevel level) {
            this.rules = Objects.requireNonNull(level, "level");
            return this;
        }

        /**
         * Sets how long a function may take to answer a click: whole milliseconds of real time, by default 5 s. After
         * that it may answer once to the {@code response_url}.
         */
        public Builder clickTimeout(Duration longest) {
            this.clickTimeout = TimerDelay.of(longest, "an answer takes");
            return this;
        }

        /** Sets the RSA keys that clicks are signed with; by default new ones of 2,048 bits. */
        public Builder clickKeys(KeyPair keys) {
            this.signer = ClickSigner.with(keys);
            return this;
        }

        /**
         * Sets the RSA key that clicks are signed with.
         *
         * @param pkcs8 a private key in PKCS#8, base64, with or without PEM armour
         * @throws IllegalArgumentException if it is not such a key
         */
        public Builder clickKey(String pkcs8) {
            this.signer = ClickSigner.with(pkcs8);
            return this;
        }

        /** Sets the people, chats, channels, bots and functions; {@link Organisation#example()} by default. */
        public Builder organisation(Organisation choice) {
            this.organisation = Objects.requireNonNull(choice, "organisation");
            return this;
        }

        /**
         * Sets how many messages, and how many requests, are remembered; by default {@value Sandbox#DEFAULT_HISTORY}.
         * The oldest are forgotten first. {@link #historyBytes} limits both too.
         */
        public Builder history(int entries) {
            if (entries < 1) {
                throw new IllegalArgumentException("a history must have at least one entry, not " + entries);
            }
            this.history = entries;
            return this;
        }

        /**
         * Sets how many bytes of messages, and how many bytes of requests, are remembered; by default
         * {@value Sandbox#DEFAULT_HISTORY_BYTES}, which is 64 MiB. A character counts as two bytes. The oldest are
         * forgotten first. The newest is always remembered.
         */
        public Builder historyBytes(long bytes) {
            if (bytes < 1) {
                throw new IllegalArgumentException("a history must have at least one byte, not " + bytes);
            }
            this.historyBytes = bytes;
            return this;
        }

        /**
         * Starts the sandbox, and waits until it listens.
         *
         * @throws IllegalStateException if it cannot listen, for example because the port is taken
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
