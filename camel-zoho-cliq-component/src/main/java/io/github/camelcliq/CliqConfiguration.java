package io.github.camelcliq;

import io.github.camelcliq.client.AccessTokenSupplier;
import io.github.camelcliq.client.ApiVersion;
import io.github.camelcliq.client.AuthorizationScheme;
import io.github.camelcliq.client.DataCenter;
import io.github.camelcliq.client.Timeouts;
import io.github.camelcliq.message.MessageRules;
import io.github.camelcliq.message.RecipientsField;
import io.github.camelcliq.message.TextOverflow;
import io.github.camelcliq.message.UnknownFields;
import io.vertx.core.net.ProxyType;
import java.time.Duration;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;
import org.apache.camel.support.jsse.SSLContextParameters;

/**
 * The options of the component and of its endpoints. Each endpoint works on a copy of the component's, changed by what
 * its URI says.
 */
@UriParams
public class CliqConfiguration implements Cloneable {

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

    @UriParam(label = "producer", defaultValue = "V2", enums = "V2,V3")
    private ApiVersion apiVersion = ApiVersion.V2;

    @UriParam(label = "producer,advanced", defaultValue = "messages", enums = "messages,message")
    private String messageResource = "messages";

    @UriParam(label = "producer")
    private String botUniqueName;

    @UriParam(label = "producer")
    private String appKey;

    @UriParam(label = "producer", enums = "true,false")
    private String markAsRead;

    @UriParam(label = "producer")
    private boolean syncMessage;

    @UriParam(label = "producer", defaultValue = "AUTO", enums = "AUTO,TEXT,JSON")
    private BodyFormat bodyFormat = BodyFormat.AUTO;

    @UriParam(label = "producer", defaultValue = "PASS", enums = "PASS,REJECT")
    private UnknownFields unknownFields = UnknownFields.PASS;

    @UriParam(label = "producer", defaultValue = "FAIL", enums = "FAIL,TRUNCATE")
    private TextOverflow textOverflow = TextOverflow.FAIL;

    @UriParam(label = "producer,advanced")
    private Integer maximumTextLength;

    @UriParam(label = "producer,advanced", defaultValue = "USER_IDS", enums = "USER_IDS,USERIDS")
    private RecipientsField recipientsField = RecipientsField.USER_IDS;

    @UriParam(label = "producer", defaultValue = "true")
    private boolean pacing = true;

    @UriParam(label = "producer,advanced", defaultValue = "50")
    private int postsPerWindow = 50;

    @UriParam(label = "producer,advanced", defaultValue = "20")
    private int restrictedPostsPerWindow = 20;

    @UriParam(label = "producer,advanced", defaultValue = "60000", javaType = "java.time.Duration")
    private long pacingWindow = 60_000;

    @UriParam(label = "producer,advanced")
    private String budgetKey;

    @UriParam(label = "producer", defaultValue = "true")
    private boolean ordered = true;

    @UriParam(label = "producer", defaultValue = "1000")
    private int maximumQueued = 1000;

    @UriParam(label = "producer", defaultValue = "90000", javaType = "java.time.Duration")
    private long maximumWait = 90_000;

    @UriParam(label = "producer,advanced", defaultValue = "1800000", javaType = "java.time.Duration")
    private long maximumRetryAfter = 1_800_000;

    @UriParam(label = "producer", defaultValue = "true")
    private boolean redeliveryDelay = true;

    @UriParam(label = "producer,advanced", defaultValue = "10000", javaType = "java.time.Duration")
    private long connectTimeout = 10_000;

    @UriParam(label = "producer,advanced", defaultValue = "10000", javaType = "java.time.Duration")
    private long tlsHandshakeTimeout = 10_000;

    @UriParam(label = "producer,advanced", defaultValue = "30000", javaType = "java.time.Duration")
    private long readTimeout = 30_000;

    @UriParam(label = "producer,advanced", defaultValue = "60000", javaType = "java.time.Duration")
    private long totalTimeout = 60_000;

    @UriParam(label = "producer,advanced", defaultValue = "64")
    private int poolSize = 64;

    @UriParam(label = "producer,advanced", defaultValue = "20000", javaType = "java.time.Duration")
    private long poolIdleTimeout = 20_000;

    @UriParam(label = "producer,advanced", defaultValue = "false")
    private boolean http2 = false;

    @UriParam(label = "producer,advanced", defaultValue = "false")
    private boolean compression = false;

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

    @UriParam(label = "security,advanced", defaultValue = "true")
    private boolean hostnameVerification = true;

    @UriParam(label = "consumer", defaultValue = "/cliq/functions")
    private String path = "/cliq/functions";

    @UriParam(label = "consumer,security")
    private String publicKey;

    @UriParam(label = "consumer,security", secret = true)
    @Metadata(label = "consumer,security", secret = true)
    private String sharedSecret;

    @UriParam(label = "consumer,security,advanced", defaultValue = "secret")
    private String sharedSecretName = "secret";

    @UriParam(label = "consumer,security", enums = "SIGNATURE,SHARED_SECRET,NONE")
    private Verification verification;

    @UriParam(label = "consumer,security", defaultValue = "300000", javaType = "java.time.Duration")
    private long timestampWindow = 300_000;

    @UriParam(label = "consumer,advanced", defaultValue = "1048576")
    private int maximumBodySize = 1_048_576;

    @UriParam(label = "consumer,advanced")
    private IdempotentRepository replayRepository;

    @UriParam(label = "consumer", defaultValue = "4000", javaType = "java.time.Duration")
    private long replyTimeout = 4_000;

    @UriParam(label = "consumer", defaultValue = "Got it, working on it.")
    private String acknowledgement = "Got it, working on it.";

    @UriParam(label = "consumer", defaultValue = "That did not work. Please try again later.")
    private String failureText = "That did not work. Please try again later.";

    @UriParam(label = "consumer,advanced", defaultValue = "RESPONSE_URL", enums = "RESPONSE_URL,CHAT,DROP")
    private LateReply lateReply = LateReply.RESPONSE_URL;

    /** Where messages are posted to: the base URL, or else the data centre's; without a slash at its end. */
    String cliqUrl() {
        return withoutSlash(baseUrl != null ? baseUrl : dataCenter.cliqUrl());
    }

    /** Where tokens are had: the accounts URL, or else the data centre's; without a slash at its end. */
    String tokenUrl() {
        return withoutSlash(accountsUrl != null ? accountsUrl : dataCenter.accountsUrl());
    }

    /** What a message is checked and cut by. */
    MessageRules messageRules() {
        return MessageRules.builder()
                .maximumTextLength(maximumTextLength)
                .unknownFields(unknownFields)
                .textOverflow(textOverflow)
                .build();
    }

    /** How long a post, or a request for a token, waits for the network. */
    Timeouts timeouts() {
        return new Timeouts(
                Duration.ofMillis(connectTimeout), Duration.ofMillis(readTimeout), Duration.ofMillis(totalTimeout));
    }

    private static String withoutSlash(String url) {
        return url.replaceAll("/+$", "");
    }

    /** A copy that an endpoint may change without changing the component's. */
    public CliqConfiguration copy() {
        try {
            return (CliqConfiguration) clone();
        } catch (CloneNotSupportedException e) {
            throw new RuntimeCamelException(e);
        }
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
     * local Cliq for development and tests. Access tokens are sent to this host only.
     */
    public void setBaseUrl(String baseUrl) {
        this.baseUrl = baseUrl;
    }

    public String getAccountsUrl() {
        return accountsUrl;
    }

    /**
     * The same for the accounts server that gives tokens. Refresh tokens and client secrets are sent to this host only.
     */
    public void setAccountsUrl(String accountsUrl) {
        this.accountsUrl = accountsUrl;
    }

    public String getAccessToken() {
        return accessToken;
    }

    /**
     * The OAuth access token of the Cliq user who posts. It lives one hour and is not renewed, so this suits tests and
     * short-lived applications. Best set on the component or by a property placeholder rather than in an endpoint URI.
     */
    public void setAccessToken(String accessToken) {
        this.accessToken = accessToken;
    }

    public String getRefreshToken() {
        return refreshToken;
    }

    /**
     * The OAuth refresh token of the Cliq user who posts; needs clientId and clientSecret. Access tokens are had and
     * renewed with it.
     */
    public void setRefreshToken(String refreshToken) {
        this.refreshToken = refreshToken;
    }

    public String getClientId() {
        return clientId;
    }

    /** The id of the OAuth client; with refreshToken, or with scope for client credentials. */
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

    /** The organisation for client credentials, as ZohoCliq.{org id}, where the accounts server asks for it. */
    public void setSoid(String soid) {
        this.soid = soid;
    }

    public String getZapikey() {
        return zapikey;
    }

    /**
     * The webhook token, in place of OAuth; Cliq documents it for posts to channels and as bots with API version v2. It
     * goes into the query of the request, as Cliq wants it.
     */
    public void setZapikey(String zapikey) {
        this.zapikey = zapikey;
    }

    public AccessTokenSupplier getAccessTokenSupplier() {
        return accessTokenSupplier;
    }

    /** Gets access tokens by a way of the application's own, and is told when Cliq refused one. */
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

    public ApiVersion getApiVersion() {
        return apiVersion;
    }

    /** The version of Cliq's REST API to post to. V3 has no path for the kind user. */
    public void setApiVersion(ApiVersion apiVersion) {
        this.apiVersion = apiVersion;
    }

    public String getMessageResource() {
        return messageResource;
    }

    /**
     * The last segment of the path for posts to a chat. The buttons reference of v2 gives messages; many older clients
     * of v2 post to message.
     */
    public void setMessageResource(String messageResource) {
        this.messageResource = messageResource;
    }

    public String getBotUniqueName() {
        return botUniqueName;
    }

    /**
     * The unique name of the bot to post as, into a chat, thread or channel in which the bot takes part. The kind bot
     * has the name in the URI's path instead.
     */
    public void setBotUniqueName(String botUniqueName) {
        this.botUniqueName = botUniqueName;
    }

    public String getAppKey() {
        return appKey;
    }

    /** The key of the extension that the bot belongs to, where it belongs to one. */
    public void setAppKey(String appKey) {
        this.appKey = appKey;
    }

    public String getMarkAsRead() {
        return markAsRead;
    }

    /**
     * Whether the posted message counts as read for the user who posts, true or false. Left to Cliq when not set; a
     * message that says so itself wins. Not for the kind user.
     */
    public void setMarkAsRead(String markAsRead) {
        this.markAsRead = markAsRead;
    }

    public boolean isSyncMessage() {
        return syncMessage;
    }

    /**
     * Whether to ask Cliq for the id of the posted message, which is then in the header CamelCliqMessageId. A message
     * that says so itself wins.
     */
    public void setSyncMessage(boolean syncMessage) {
        this.syncMessage = syncMessage;
    }

    public BodyFormat getBodyFormat() {
        return bodyFormat;
    }

    /**
     * How a body that is text, bytes or a stream is read. AUTO reads JSON where the content type says so or the body
     * looks like a JSON object, and the text of the message otherwise.
     */
    public void setBodyFormat(BodyFormat bodyFormat) {
        this.bodyFormat = bodyFormat;
    }

    public UnknownFields getUnknownFields() {
        return unknownFields;
    }

    /**
     * What happens to fields of a message that Cliq's reference does not know. PASS posts them unchanged, so that a new
     * field of Cliq's needs no new release; REJECT reports each as a violation.
     */
    public void setUnknownFields(UnknownFields unknownFields) {
        this.unknownFields = unknownFields;
    }

    public TextOverflow getTextOverflow() {
        return textOverflow;
    }

    /**
     * What happens to a text over Cliq's limit. FAIL reports a violation; TRUNCATE cuts it and ends it with an
     * ellipsis.
     */
    public void setTextOverflow(TextOverflow textOverflow) {
        this.textOverflow = textOverflow;
    }

    public Integer getMaximumTextLength() {
        return maximumTextLength;
    }

    /**
     * The longest text that Cliq takes, in UTF-16 units. Cliq's references disagree: the default is 10,000 for chats,
     * channels and users, and 5,000 for bots.
     */
    public void setMaximumTextLength(Integer maximumTextLength) {
        this.maximumTextLength = maximumTextLength;
    }

    public RecipientsField getRecipientsField() {
        return recipientsField;
    }

    /**
     * The name of the field for a bot's recipients: USER_IDS as in the reference, or USERIDS as live organisations were
     * seen to want it.
     */
    public void setRecipientsField(RecipientsField recipientsField) {
        this.recipientsField = recipientsField;
    }

    public boolean isPacing() {
        return pacing;
    }

    /**
     * Whether posts are held back so that Cliq never locks the user out. Switch it off only where the application paces
     * elsewhere; the order within a chat is kept all the same.
     */
    public void setPacing(boolean pacing) {
        this.pacing = pacing;
    }

    public int getPostsPerWindow() {
        return postsPerWindow;
    }

    /** The posts of the account's user that Cliq takes in one pacingWindow. */
    public void setPostsPerWindow(int postsPerWindow) {
        this.postsPerWindow = postsPerWindow;
    }

    public int getRestrictedPostsPerWindow() {
        return restrictedPostsPerWindow;
    }

    /**
     * The posts with a card or slides, or into a thread, that Cliq takes in one pacingWindow; they count against
     * postsPerWindow too.
     */
    public void setRestrictedPostsPerWindow(int restrictedPostsPerWindow) {
        this.restrictedPostsPerWindow = restrictedPostsPerWindow;
    }

    public long getPacingWindow() {
        return pacingWindow;
    }

    /** The window, sliding, in which Cliq counts. */
    public void setPacingWindow(long pacingWindow) {
        this.pacingWindow = pacingWindow;
    }

    public String getBudgetKey() {
        return budgetKey;
    }

    /**
     * Joins the budgets of several credentials: Cliq counts for each user, and which user a token belongs to cannot be
     * seen from it. Endpoints with the same key share one budget.
     */
    public void setBudgetKey(String budgetKey) {
        this.budgetKey = budgetKey;
    }

    public boolean isOrdered() {
        return ordered;
    }

    /**
     * Whether posts to one chat keep the order in which they were given to the component: one at a time is under way to
     * a chat, others meanwhile to other chats.
     */
    public void setOrdered(boolean ordered) {
        this.ordered = ordered;
    }

    public int getMaximumQueued() {
        return maximumQueued;
    }

    /**
     * The most posts of the account that wait for their turn. One more fails at once, as throttled and not delivered.
     */
    public void setMaximumQueued(int maximumQueued) {
        this.maximumQueued = maximumQueued;
    }

    public long getMaximumWait() {
        return maximumWait;
    }

    /**
     * The longest wait of a post for its turn. One whose turn would come later fails at once, as throttled and not
     * delivered, and says when its turn would come. For a burst that takes several windows, it is at least as many
     * times pacingWindow and the time that posts take; the default serves for one.
     */
    public void setMaximumWait(long maximumWait) {
        this.maximumWait = maximumWait;
    }

    public long getMaximumRetryAfter() {
        return maximumRetryAfter;
    }

    /**
     * The longest wait that is believed when Cliq asks for one. Not below the longest lock, or attempts burn inside it.
     * What it does not cap are the waits that are known here: until a post's turn comes, behind many others, and until
     * the accounts server may be asked again.
     */
    public void setMaximumRetryAfter(long maximumRetryAfter) {
        this.maximumRetryAfter = maximumRetryAfter;
    }

    public boolean isRedeliveryDelay() {
        return redeliveryDelay;
    }

    /**
     * Whether a failure that names a wait sets the header CamelRedeliveryDelay, so that a redelivery policy waits as
     * long as Cliq asks.
     */
    public void setRedeliveryDelay(boolean redeliveryDelay) {
        this.redeliveryDelay = redeliveryDelay;
    }

    public long getConnectTimeout() {
        return connectTimeout;
    }

    /** The longest wait for a connection to Cliq, a free one of the pool included. */
    public void setConnectTimeout(long connectTimeout) {
        this.connectTimeout = connectTimeout;
    }

    public long getTlsHandshakeTimeout() {
        return tlsHandshakeTimeout;
    }

    /** The longest wait for the TLS handshake of a new connection. */
    public void setTlsHandshakeTimeout(long tlsHandshakeTimeout) {
        this.tlsHandshakeTimeout = tlsHandshakeTimeout;
    }

    public long getReadTimeout() {
        return readTimeout;
    }

    /**
     * The longest silence on the wire while a post waits for its answer. After it, Cliq may or may not have the
     * message.
     */
    public void setReadTimeout(long readTimeout) {
        this.readTimeout = readTimeout;
    }

    public long getTotalTimeout() {
        return totalTimeout;
    }

    /**
     * The longest time from a post's turn to the end of its answer, the wait for a connection included; the wait for
     * the turn is not.
     */
    public void setTotalTimeout(long totalTimeout) {
        this.totalTimeout = totalTimeout;
    }

    public int getPoolSize() {
        return poolSize;
    }

    /** The most connections open to Cliq for one account, each carrying one post at a time. */
    public void setPoolSize(int poolSize) {
        this.poolSize = poolSize;
    }

    public long getPoolIdleTimeout() {
        return poolIdleTimeout;
    }

    /**
     * How long an unused connection stays open, in whole seconds, one at least. Keep it below the server's own, or
     * posts are lost on connections that it has just closed.
     */
    public void setPoolIdleTimeout(long poolIdleTimeout) {
        this.poolIdleTimeout = poolIdleTimeout;
    }

    public boolean isHttp2() {
        return http2;
    }

    /** Whether to talk HTTP/2 where the server does, over TLS. */
    public void setHttp2(boolean http2) {
        this.http2 = http2;
    }

    public boolean isCompression() {
        return compression;
    }

    /** Whether to accept compressed answers. */
    public void setCompression(boolean compression) {
        this.compression = compression;
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
     * How TLS connections are made: key stores, trust stores, protocols, cipher suites. The global ones of the Camel
     * context where the component's useGlobalSslContextParameters says so.
     */
    public void setSslContextParameters(SSLContextParameters sslContextParameters) {
        this.sslContextParameters = sslContextParameters;
    }

    public boolean isHostnameVerification() {
        return hostnameVerification;
    }

    /** Whether the name in the server's certificate must be that of the host. */
    public void setHostnameVerification(boolean hostnameVerification) {
        this.hostnameVerification = hostnameVerification;
    }

    public String getPath() {
        return path;
    }

    /**
     * The path of the application's HTTP server that Cliq posts calls to, for all functions and bots whose routes name
     * no other; the execution URL of a function ends with it.
     */
    public void setPath(String path) {
        this.path = path;
    }

    public String getPublicKey() {
        return publicKey;
    }

    /**
     * The public key of the extension, as Cliq shows it or as PEM, or where it is: file:cliq.pem or classpath:cliq.pem.
     * Several, separated by commas, during a change of keys. Requests that it did not sign are refused. In an endpoint
     * URI it must stand in RAW(...). The same for all routes of a path.
     */
    public void setPublicKey(String publicKey) {
        this.publicKey = publicKey;
    }

    public String getSharedSecret() {
        return sharedSecret;
    }

    /**
     * A secret that Cliq sends along, since it stands in the function's execution URL as the query parameter of
     * sharedSecretName, or in a header of that name. Requests without it are refused. For functions outside extensions,
     * of which it is not documented whether they are signed. The same for all routes of a path.
     */
    public void setSharedSecret(String sharedSecret) {
        this.sharedSecret = sharedSecret;
    }

    public String getSharedSecretName() {
        return sharedSecretName;
    }

    /** The name of the query parameter or header with the shared secret. */
    public void setSharedSecretName(String sharedSecretName) {
        this.sharedSecretName = sharedSecretName;
    }

    public Verification getVerification() {
        return verification;
    }

    /**
     * How requests are known to be Cliq's. By default as publicKey or sharedSecret says, one of which is required; NONE
     * believes whoever reaches the path, and is warned about.
     */
    public void setVerification(Verification verification) {
        this.verification = verification;
    }

    public long getTimestampWindow() {
        return timestampWindow;
    }

    /**
     * How far the timestamp of a call may be from this machine's clock, before and after; calls without one are
     * refused. 0 takes calls of any time, so that a signed request can be sent again for ever.
     */
    public void setTimestampWindow(long timestampWindow) {
        this.timestampWindow = timestampWindow;
    }

    public int getMaximumBodySize() {
        return maximumBodySize;
    }

    /**
     * The largest request that is read, in bytes. The HTTP server has a limit of its own, which comes first
     * (camel.server.maxBodySize).
     */
    public void setMaximumBodySize(int maximumBodySize) {
        this.maximumBodySize = maximumBodySize;
    }

    public IdempotentRepository getReplayRepository() {
        return replayRepository;
    }

    /**
     * Remembers the clicks that were taken, by a hash of the request, so that a repeat does not reach a route again. By
     * default the latest 100,000 in memory; several instances of an application need one that they share.
     */
    public void setReplayRepository(IdempotentRepository replayRepository) {
        this.replayRepository = replayRepository;
    }

    public long getReplyTimeout() {
        return replyTimeout;
    }

    /**
     * How long Cliq waits for the answer of a route before the click is acknowledged in its place; see lateReply for
     * what then becomes of the answer. How long Cliq itself would wait is not documented. 0 waits for ever.
     */
    public void setReplyTimeout(long replyTimeout) {
        this.replyTimeout = replyTimeout;
    }

    public String getAcknowledgement() {
        return acknowledgement;
    }

    /**
     * What the person reads, in a banner, when the answer takes longer than replyTimeout; nothing where it is empty,
     * which an endpoint URI can say and a property of camel-main cannot.
     */
    public void setAcknowledgement(String acknowledgement) {
        this.acknowledgement = acknowledgement;
    }

    public String getFailureText() {
        return failureText;
    }

    /**
     * What the person reads, in a banner, when the route fails or its answer breaks Cliq's rules; nothing where it is
     * empty, which an endpoint URI can say and a property of camel-main cannot. Never the exception's text.
     */
    public void setFailureText(String failureText) {
        this.failureText = failureText;
    }

    public LateReply getLateReply() {
        return lateReply;
    }

    /**
     * What becomes of an answer that comes after replyTimeout. RESPONSE_URL posts it to the address in the call, which
     * must be of a host of Cliq's or of baseUrl; experimental, since Cliq does not document how it treats it. CHAT
     * posts the message in it to the chat of the click, with the component's credentials. DROP drops it.
     */
    public void setLateReply(LateReply lateReply) {
        this.lateReply = lateReply;
    }
}
