package io.github.camelcliq;

import io.github.camelcliq.client.ApiVersion;
import io.github.camelcliq.message.RecipientsField;
import io.github.camelcliq.message.TextOverflow;
import io.github.camelcliq.message.UnknownFields;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/**
 * The options of the component and of its endpoints. Each endpoint works on a copy of the component's, changed by what
 * its URI says.
 */
@UriParams
public class CliqConfiguration implements Cloneable {

    @UriParam(label = "security", secret = true)
    @Metadata(label = "security", secret = true)
    private String accessToken;

    @UriParam(label = "common", defaultValue = "https://cliq.zoho.com")
    private String baseUrl = "https://cliq.zoho.com";

    @UriParam(label = "producer", defaultValue = "V2", enums = "V2,V3")
    private ApiVersion apiVersion = ApiVersion.V2;

    @UriParam(label = "producer,advanced", defaultValue = "messages", enums = "messages,message")
    private String messageResource = "messages";

    @UriParam(label = "producer")
    private String botUniqueName;

    @UriParam(label = "producer")
    private String appKey;

    @UriParam(label = "producer")
    private Boolean markAsRead;

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

    @UriParam(label = "producer,advanced", defaultValue = "10000", javaType = "java.time.Duration")
    private long connectTimeout = 10_000;

    @UriParam(label = "producer,advanced", defaultValue = "30000", javaType = "java.time.Duration")
    private long requestTimeout = 30_000;

    @UriParam(label = "producer,advanced", defaultValue = "64")
    private int poolSize = 64;

    /** A copy that an endpoint may change without changing the component's. */
    public CliqConfiguration copy() {
        try {
            return (CliqConfiguration) clone();
        } catch (CloneNotSupportedException e) {
            throw new RuntimeCamelException(e);
        }
    }

    public String getAccessToken() {
        return accessToken;
    }

    /**
     * The OAuth access token of the Cliq user who posts. It lives one hour, so this suits tests and short-lived
     * applications. Best set on the component or by a property placeholder rather than in an endpoint URI.
     */
    public void setAccessToken(String accessToken) {
        this.accessToken = accessToken;
    }

    public String getBaseUrl() {
        return baseUrl;
    }

    /**
     * Scheme, host, optional port and path prefix of Cliq, such as https://cliq.zoho.eu, or the address of a local Cliq
     * for development and tests. The access token is sent to this host only.
     */
    public void setBaseUrl(String baseUrl) {
        this.baseUrl = baseUrl;
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

    public Boolean getMarkAsRead() {
        return markAsRead;
    }

    /**
     * Whether the posted message counts as read for the user who posts. Left to Cliq when not set; a message that says
     * so itself wins. Not for the kind user.
     */
    public void setMarkAsRead(Boolean markAsRead) {
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

    public long getConnectTimeout() {
        return connectTimeout;
    }

    /** The longest wait for a connection to Cliq, a free one of the pool included. */
    public void setConnectTimeout(long connectTimeout) {
        this.connectTimeout = connectTimeout;
    }

    public long getRequestTimeout() {
        return requestTimeout;
    }

    /**
     * The longest silence on the wire while a post waits for its answer. After it, Cliq may or may not have the
     * message.
     */
    public void setRequestTimeout(long requestTimeout) {
        this.requestTimeout = requestTimeout;
    }

    public int getPoolSize() {
        return poolSize;
    }

    /** The most connections open to Cliq for one account, each carrying one post at a time. */
    public void setPoolSize(int poolSize) {
        this.poolSize = poolSize;
    }
}
