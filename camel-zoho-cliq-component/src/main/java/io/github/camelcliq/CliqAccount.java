package io.github.camelcliq;

import io.github.camelcliq.client.AccessTokenSupplier;
import io.github.camelcliq.client.AuthorizationScheme;
import io.github.camelcliq.client.DataCenter;
import io.github.camelcliq.client.StoreFailure;
import io.github.camelcliq.internal.account.TransportOptions;
import io.github.camelcliq.internal.http.HttpPost.Timeouts;
import io.github.camelcliq.internal.pacing.PacingLimits;
import io.vertx.core.net.ProxyType;
import io.vertx.ext.web.client.WebClientOptions;
import java.time.Duration;
import org.apache.camel.spi.Configurer;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;
import org.apache.camel.support.jsse.SSLContextParameters;

/**
 * An account that posts to Cliq: its hosts, credentials, connections and limits. The component's own options make the
 * default account. Other accounts have names, and an endpoint chooses one with the option {@code account}. An endpoint
 * cannot change an account. Set an account up before a route posts with it. Later changes take effect at the next start
 * of a route. Permits in use and a lock stay.
 */
@UriParams
@Configurer(metadataOnly = false)
public class CliqAccount {

    @UriParam(label = "common", defaultValue = "US", enums = "US,EU,IN,AU,JP,CN,SA,UK,CA")
    private DataCenter dataCenter = DataCenter.US;

    @UriParam(label = "common")
    private String baseUrl;

    @UriParam(label = "advanced")
    private String accountsUrl;

    @UriParam(label = "security", secret = true)
    @Metadata(label = "security", secret = true)
    private String accessToken;

    @UriParam(label = "security", secret = true)
    @Metadata(label = "security", secret = true)
    private String refreshToken;

    @UriParam(label = "security", secret = true)
    @Metadata(label = "security", secret = true)
    private String clientId;

    @UriParam(label = "security", secret = true)
    @Metadata(label = "security", secret = true)
    private String clientSecret;

    @UriParam(label = "security")
    private String scope;

    @UriParam(label = "security,advanced")
    private String soid;

    @UriParam(label = "security", secret = true)
    @Metadata(label = "security", secret = true)
    private String zapikey;

    @UriParam(label = "security,advanced")
    private AccessTokenSupplier accessTokenSupplier;

    @UriParam(label = "security,advanced", defaultValue = "BEARER", enums = "BEARER,ZOHO_OAUTHTOKEN")
    private AuthorizationScheme authorizationScheme = AuthorizationScheme.BEARER;

    @UriParam(label = "producer", defaultValue = "true")
    private boolean pacing = true;

    @UriParam(label = "producer,advanced", defaultValue = "50")
    private int postsPerWindow = PacingLimits.OF_CLIQ.posts();

    @UriParam(label = "producer,advanced", defaultValue = "20")
    private int restrictedPostsPerWindow = PacingLimits.OF_CLIQ.restricted();

    @UriParam(label = "producer,advanced", defaultValue = "60000")
    private Duration pacingWindow = PacingLimits.OF_CLIQ.window();

    @UriParam(label = "producer,advanced")
    private String budgetKey;

    @UriParam(label = "producer", secret = true, defaultValue = "memory")
    @Metadata(label = "producer", secret = true)
    private Object pacingStore = "memory";

    @UriParam(label = "producer,advanced", defaultValue = "cliq")
    private String storePrefix = "cliq";

    @UriParam(label = "producer,advanced", defaultValue = "HOLD", enums = "HOLD,SHARE")
    private StoreFailure storeFailure = StoreFailure.HOLD;

    @UriParam(label = "producer,advanced", defaultValue = "1")
    private int fleetSize = 1;

    @UriParam(label = "producer", defaultValue = "1000")
    private int maximumQueued = 1000;

    @UriParam(label = "producer,advanced", defaultValue = "1800000")
    private Duration maximumRetryAfter = Duration.ofMinutes(30);

    @UriParam(label = "producer,advanced", defaultValue = "10000")
    private Duration connectTimeout = Duration.ofSeconds(10);

    @UriParam(label = "producer,advanced", defaultValue = "30000")
    private Duration readTimeout = Duration.ofSeconds(30);

    @UriParam(label = "producer,advanced", defaultValue = "60000")
    private Duration totalTimeout = Duration.ofMinutes(1);

    @UriParam(label = "producer,advanced")
    private WebClientOptions webClientOptions = TransportOptions.defaults();

    @UriParam(label = "proxy", defaultValue = "HTTP", enums = "HTTP,SOCKS4,SOCKS5")
    private ProxyType proxyType = ProxyType.HTTP;

    @UriParam(label = "proxy")
    private String proxyHost;

    @UriParam(label = "proxy", defaultValue = "3128")
    private int proxyPort = 3128;

    @UriParam(label = "proxy,security", secret = true)
    @Metadata(label = "proxy,security", secret = true)
    private String proxyUsername;

    @UriParam(label = "proxy,security", secret = true)
    @Metadata(label = "proxy,security", secret = true)
    private String proxyPassword;

    @UriParam(label = "security")
    private SSLContextParameters sslContextParameters;

    /** Returns the URL for messages: the base URL, or that of the data centre; without a slash at its end. */
    public String cliqUrl() {
        return withoutSlash(baseUrl != null ? baseUrl : dataCenter.cliqUrl());
    }

    /** Returns the URL for tokens: the accounts URL, or that of the data centre; without a slash at its end. */
    public String tokenUrl() {
        return withoutSlash(accountsUrl != null ? accountsUrl : dataCenter.accountsUrl());
    }

    /** Returns how long a post, or a request for a token, waits for the network. */
    public Timeouts timeouts() {
        return new Timeouts(connectTimeout, readTimeout, totalTimeout);
    }

    private static String withoutSlash(String url) {
        return url.replaceAll("/+$", "");
    }

    public DataCenter getDataCenter() {
        return dataCenter;
    }

    /** The data centre of the organisation, which sets the hosts of baseUrl and accountsUrl. */
    public void setDataCenter(DataCenter dataCenter) {
        this.dataCenter = dataCenter;
    }

    public String getBaseUrl() {
        return baseUrl;
    }

    /**
     * Scheme, host, optional port and path prefix of Cliq, in place of the data centre's, such as the address of a
     * local Cliq for development and tests. The account sends its access tokens to this host only.
     */
    public void setBaseUrl(String baseUrl) {
        this.baseUrl = baseUrl;
    }

    public String getAccountsUrl() {
        return accountsUrl;
    }

    /**
     * Scheme, host, optional port and path prefix of the accounts server, which gives tokens, in place of the data
     * centre's. The account sends refresh token and client secret to this host only.
     */
    public void setAccountsUrl(String accountsUrl) {
        this.accountsUrl = accountsUrl;
    }

    public String getAccessToken() {
        return accessToken;
    }

    /**
     * The OAuth access token of the Cliq user who posts. It is valid for one hour and is not refreshed, so use it for
     * tests and short-lived applications.
     */
    public void setAccessToken(String accessToken) {
        this.accessToken = accessToken;
    }

    public String getRefreshToken() {
        return refreshToken;
    }

    /**
     * The OAuth refresh token of the Cliq user who posts. It needs clientId and clientSecret. The account gets and
     * refreshes its access tokens with it.
     */
    public void setRefreshToken(String refreshToken) {
        this.refreshToken = refreshToken;
    }

    public String getClientId() {
        return clientId;
    }

    /** The id of the OAuth client. Set it with refreshToken, or with scope for client credentials. */
    public void setClientId(String clientId) {
        this.clientId = clientId;
    }

    public String getClientSecret() {
        return clientSecret;
    }

    /** The secret of the OAuth client. */
    public void setClientSecret(String clientSecret) {
        this.clientSecret = clientSecret;
    }

    public String getScope() {
        return scope;
    }

    /**
     * The OAuth scopes to ask for with client credentials, comma-separated, such as
     * ZohoCliq.Webhooks.CREATE,ZohoCliq.BotMessages.CREATE. Client credentials were seen to work for posts as a bot,
     * and to be refused for channels.
     */
    public void setScope(String scope) {
        this.scope = scope;
    }

    public String getSoid() {
        return soid;
    }

    /** The organisation for client credentials, as ZohoCliq.{org id}, if the accounts server asks for it. */
    public void setSoid(String soid) {
        this.soid = soid;
    }

    public String getZapikey() {
        return zapikey;
    }

    /**
     * The webhook token, in place of OAuth. Cliq documents it for posts to channels and as bots with API version v2. It
     * goes into the query of the request, as Cliq requires.
     */
    public void setZapikey(String zapikey) {
        this.zapikey = zapikey;
    }

    public AccessTokenSupplier getAccessTokenSupplier() {
        return accessTokenSupplier;
    }

    /** Supplies access tokens from the application. The component tells it when Cliq refused a token. */
    public void setAccessTokenSupplier(AccessTokenSupplier accessTokenSupplier) {
        this.accessTokenSupplier = accessTokenSupplier;
    }

    public AuthorizationScheme getAuthorizationScheme() {
        return authorizationScheme;
    }

    /**
     * The word before the access token in the Authorization header: BEARER as in the reference, or ZOHO_OAUTHTOKEN for
     * Zoho-oauthtoken.
     */
    public void setAuthorizationScheme(AuthorizationScheme authorizationScheme) {
        this.authorizationScheme = authorizationScheme;
    }

    public boolean isPacing() {
        return pacing;
    }

    /**
     * Whether the component holds posts back so that Cliq never locks the user out. Switch it off only if the
     * application paces elsewhere. The component keeps the order within a chat in both cases.
     */
    public void setPacing(boolean pacing) {
        this.pacing = pacing;
    }

    public int getPostsPerWindow() {
        return postsPerWindow;
    }

    /** How many posts of the account's user Cliq takes in one pacingWindow. */
    public void setPostsPerWindow(int postsPerWindow) {
        this.postsPerWindow = postsPerWindow;
    }

    public int getRestrictedPostsPerWindow() {
        return restrictedPostsPerWindow;
    }

    /**
     * How many posts with a card or slides, or into a thread, Cliq takes in one pacingWindow. They count against
     * postsPerWindow too.
     */
    public void setRestrictedPostsPerWindow(int restrictedPostsPerWindow) {
        this.restrictedPostsPerWindow = restrictedPostsPerWindow;
    }

    public Duration getPacingWindow() {
        return pacingWindow;
    }

    /** The sliding window in which Cliq counts posts. */
    public void setPacingWindow(Duration pacingWindow) {
        this.pacingWindow = pacingWindow;
    }

    public String getBudgetKey() {
        return budgetKey;
    }

    /**
     * Joins the budgets of several accounts. Cliq counts for each user, and a token does not show its user. Accounts
     * with the same key share one budget.
     */
    public void setBudgetKey(String budgetKey) {
        this.budgetKey = budgetKey;
    }

    public Object getPacingStore() {
        return pacingStore;
    }

    /**
     * Where the posts of the user are counted. memory: in this JVM. file:/folder: in this JVM and in a file of the
     * folder, so that a restart on the same host goes on with the counts. redis://host:port or rediss://host:port: by
     * Redis, for all JVMs that post as the same user. For sentinels, a cluster or TLS: a bean of the type
     * io.vertx.redis.client.RedisOptions. Redis needs the module camel-zoho-cliq-redis. The value is secret, since a
     * URL may hold a password.
     */
    public void setPacingStore(Object pacingStore) {
        this.pacingStore = pacingStore;
    }

    public String getStorePrefix() {
        return storePrefix;
    }

    /** The beginning of all keys in Redis. Fleets with different prefixes share nothing. */
    public void setStorePrefix(String storePrefix) {
        this.storePrefix = storePrefix;
    }

    public StoreFailure getStoreFailure() {
        return storeFailure;
    }

    /**
     * What happens while the pacing store fails. HOLD: posts wait as for a permit, and then fail as throttled and not
     * delivered. SHARE: this JVM goes on with the limits divided by fleetSize.
     */
    public void setStoreFailure(StoreFailure storeFailure) {
        this.storeFailure = storeFailure;
    }

    public int getFleetSize() {
        return fleetSize;
    }

    /** The number of JVMs that post as the same user, for storeFailure SHARE. */
    public void setFleetSize(int fleetSize) {
        this.fleetSize = fleetSize;
    }

    public int getMaximumQueued() {
        return maximumQueued;
    }

    /**
     * The most posts of the account that wait for their turn. One more post fails at once, as throttled and not
     * delivered.
     */
    public void setMaximumQueued(int maximumQueued) {
        this.maximumQueued = maximumQueued;
    }

    public Duration getMaximumRetryAfter() {
        return maximumRetryAfter;
    }

    /**
     * The longest Retry-After of Cliq that is honoured. Keep it above the longest lock, or attempts are wasted inside
     * the lock. It does not cap waits that the component itself knows: for a permit, and for the accounts server.
     */
    public void setMaximumRetryAfter(Duration maximumRetryAfter) {
        this.maximumRetryAfter = maximumRetryAfter;
    }

    public Duration getConnectTimeout() {
        return connectTimeout;
    }

    /** The longest wait for a connection to Cliq. It includes the wait for a free connection of the pool. */
    public void setConnectTimeout(Duration connectTimeout) {
        this.connectTimeout = connectTimeout;
    }

    public Duration getReadTimeout() {
        return readTimeout;
    }

    /**
     * The longest silence on the wire, from the end of the request to the end of its answer. After it, Cliq may or may
     * not have the message.
     */
    public void setReadTimeout(Duration readTimeout) {
        this.readTimeout = readTimeout;
    }

    public Duration getTotalTimeout() {
        return totalTimeout;
    }

    /**
     * The longest time from the sending of a post to the end of its answer. It includes the wait for a connection. The
     * waits for the turn and for a token come before it; a request for a token has a limit of the same length.
     */
    public void setTotalTimeout(Duration totalTimeout) {
        this.totalTimeout = totalTimeout;
    }

    public WebClientOptions getWebClientOptions() {
        return webClientOptions;
    }

    /**
     * The connections, as Vert.x's Web Client makes them: a bean, or single values such as
     * webClientOptions.maxPoolSize. By default at most 64 connections, each of which carries one post at a time and is
     * closed after 20 idle seconds. Set the idle time below that of the server: it closes connections too, and a post
     * on one of them is lost. The component never follows redirects, and always uses HTTP/1.1. The account's own
     * options for time-outs, the proxy and TLS override the values here.
     */
    public void setWebClientOptions(WebClientOptions webClientOptions) {
        this.webClientOptions = webClientOptions;
    }

    public ProxyType getProxyType() {
        return proxyType;
    }

    /** The kind of proxy. */
    public void setProxyType(ProxyType proxyType) {
        this.proxyType = proxyType;
    }

    public String getProxyHost() {
        return proxyHost;
    }

    /** The host of the proxy to go through; none by default. */
    public void setProxyHost(String proxyHost) {
        this.proxyHost = proxyHost;
    }

    public int getProxyPort() {
        return proxyPort;
    }

    /** The port of the proxy. */
    public void setProxyPort(int proxyPort) {
        this.proxyPort = proxyPort;
    }

    public String getProxyUsername() {
        return proxyUsername;
    }

    /** The user name for the proxy. */
    public void setProxyUsername(String proxyUsername) {
        this.proxyUsername = proxyUsername;
    }

    public String getProxyPassword() {
        return proxyPassword;
    }

    /** The password for the proxy. */
    public void setProxyPassword(String proxyPassword) {
        this.proxyPassword = proxyPassword;
    }

    public SSLContextParameters getSslContextParameters() {
        return sslContextParameters;
    }

    /**
     * How TLS connections are made: key stores, trust stores, protocols, cipher suites. An account without them uses
     * those of the Camel context, if the component's useGlobalSslContextParameters is true.
     */
    public void setSslContextParameters(SSLContextParameters sslContextParameters) {
        this.sslContextParameters = sslContextParameters;
    }
}
