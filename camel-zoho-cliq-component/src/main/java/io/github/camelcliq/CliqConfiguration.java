package io.github.camelcliq;

import io.github.camelcliq.client.ApiVersion;
import io.github.camelcliq.message.Overflow;
import io.github.camelcliq.message.RecipientsField;
import io.github.camelcliq.message.RuleLevel;
import io.github.camelcliq.message.UnknownFields;
import io.github.camelcliq.message.rules.MessageRules;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/**
 * The options of the component and of its endpoints. Each endpoint has a copy of the component's options, changed by
 * its URI.
 */
@UriParams
public class CliqConfiguration implements Cloneable {

    @UriParam(label = "common")
    private String account;

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

    @UriParam(label = "producer")
    private String template;

    @UriParam(label = "common", defaultValue = "REFERENCE", enums = "TOLERANT,REFERENCE,STRICT")
    private RuleLevel rules = RuleLevel.REFERENCE;

    @UriParam(label = "producer", defaultValue = "PASS", enums = "PASS,REJECT")
    private UnknownFields unknownFields = UnknownFields.PASS;

    @UriParam(label = "producer", defaultValue = "FAIL", enums = "FAIL,FIT")
    private Overflow overflow = Overflow.FAIL;

    @UriParam(label = "producer,advanced")
    private Integer maximumTextLength;

    @UriParam(label = "producer,advanced", defaultValue = "USER_IDS", enums = "USER_IDS,USERIDS")
    private RecipientsField recipientsField = RecipientsField.USER_IDS;

    @UriParam(label = "producer", defaultValue = "true")
    private boolean ordered = true;

    @UriParam(label = "producer", defaultValue = "90000", javaType = "java.time.Duration")
    private long maximumWait = 90_000;

    @UriParam(label = "producer", defaultValue = "true")
    private boolean redeliveryDelay = true;

    @UriParam(label = "consumer", defaultValue = "/cliq/functions")
    private String path = "/cliq/functions";

    @UriParam(label = "consumer,security")
    private String publicKey;

    @UriParam(label = "consumer,security", secret = true)
    @Metadata(label = "consumer,security", secret = true)
    private String sharedSecret;

    @UriParam(label = "consumer,security", enums = "SIGNATURE,SHARED_SECRET,NONE")
    private Verification verification;

    @UriParam(label = "consumer,security", defaultValue = "300000", javaType = "java.time.Duration")
    private long timestampWindow = 300_000;

    @UriParam(label = "consumer,advanced", defaultValue = "262144")
    private int maximumBodySize = 262_144;

    @UriParam(label = "consumer,advanced")
    private IdempotentRepository replayRepository;

    @UriParam(label = "consumer", defaultValue = "4000", javaType = "java.time.Duration")
    private long replyTimeout = 4_000;

    @UriParam(label = "consumer", defaultValue = "Got it, working on it.")
    private String acknowledgement = "Got it, working on it.";

    @UriParam(label = "consumer", defaultValue = "That did not work. Please try again later.")
    private String failureText = "That did not work. Please try again later.";

    @UriParam(label = "consumer,advanced", defaultValue = "DROP", enums = "CHAT,DROP")
    private LateReply lateReply = LateReply.DROP;

    /** Returns the rules that check and fit a message. */
    public MessageRules messageRules() {
        return MessageRules.builder()
                .level(rules)
                .maximumTextLength(maximumTextLength)
                .unknownFields(unknownFields)
                .overflow(overflow)
                .build();
    }

    /** Returns a copy that an endpoint may change. The component's options stay. */
    public CliqConfiguration copy() {
        try {
            return (CliqConfiguration) clone();
        } catch (CloneNotSupportedException e) {
            throw new RuntimeCamelException(e);
        }
    }

    public String getAccount() {
        return account;
    }

    /**
     * The name of the account to post with: one of the component's accounts, or a CliqAccount in the registry. Without
     * it, the endpoint posts with the default account, which the component's own options make.
     */
    public void setAccount(String account) {
        this.account = account;
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
     * The last segment of the path for posts to a chat. The buttons reference of v2 has messages. Many older clients of
     * v2 post to message.
     */
    public void setMessageResource(String messageResource) {
        this.messageResource = messageResource;
    }

    public String getBotUniqueName() {
        return botUniqueName;
    }

    /**
     * The unique name of the bot to post as. The bot must take part in the chat, thread or channel. An endpoint of the
     * kind bot has this name in its path instead.
     */
    public void setBotUniqueName(String botUniqueName) {
        this.botUniqueName = botUniqueName;
    }

    public String getAppKey() {
        return appKey;
    }

    /** The key of the bot's extension, if the bot belongs to an extension. */
    public void setAppKey(String appKey) {
        this.appKey = appKey;
    }

    public String getMarkAsRead() {
        return markAsRead;
    }

    /**
     * Whether the posted message counts as read for the user who posts, true or false. If it is not set, Cliq decides.
     * A value in the message wins. Not for the kind user.
     */
    public void setMarkAsRead(String markAsRead) {
        this.markAsRead = markAsRead;
    }

    public boolean isSyncMessage() {
        return syncMessage;
    }

    /**
     * Whether to ask Cliq for the id of the posted message, which is then in the header CamelCliqMessageId. A value in
     * the message wins.
     */
    public void setSyncMessage(boolean syncMessage) {
        this.syncMessage = syncMessage;
    }

    public BodyFormat getBodyFormat() {
        return bodyFormat;
    }

    /**
     * How a body that is text, bytes or a stream is read. AUTO reads JSON if the content type is JSON or the body looks
     * like a JSON object. Otherwise the body is the text of the message.
     */
    public void setBodyFormat(BodyFormat bodyFormat) {
        this.bodyFormat = bodyFormat;
    }

    public String getTemplate() {
        return template;
    }

    /**
     * The JSLT template that makes the message of the body: classpath:cards/alert.jslt, ref:bean for a text or a
     * compiled expression in the registry, or file:alert.jslt below the templateFolder of the component. The body is
     * any JSON, map or object. The template knows headers, variables and exchangeProperties. It is parsed once, at the
     * start. Headers that make up a message override what it makes. An empty value switches a template of the component
     * off. It needs the library com.schibsted.spt.data:jslt.
     */
    public void setTemplate(String template) {
        this.template = template;
    }

    public RuleLevel getRules() {
        return rules;
    }

    /**
     * How strict the rules for messages and answers to clicks are if Zoho's pages disagree or say nothing. TOLERANT
     * passes what any page shows. REFERENCE refuses what the buttons reference refuses. STRICT also applies rules that
     * this component has chosen. A doubtful point that passes is logged, and is in the header CamelCliqRemarks.
     */
    public void setRules(RuleLevel rules) {
        this.rules = rules;
    }

    public UnknownFields getUnknownFields() {
        return unknownFields;
    }

    /**
     * What happens to fields of a message that Cliq's reference does not have. PASS posts them unchanged, so that a new
     * field of Cliq needs no new release. REJECT reports each as a violation.
     */
    public void setUnknownFields(UnknownFields unknownFields) {
        this.unknownFields = unknownFields;
    }

    public Overflow getOverflow() {
        return overflow;
    }

    /**
     * What happens to a message that has more than Cliq takes. FAIL reports each excess as a violation. FIT cuts texts,
     * and removes buttons, rows and slides. The header CamelCliqRemarks and the log have the changes.
     */
    public void setOverflow(Overflow overflow) {
        this.overflow = overflow;
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
     * The name of the field for a bot's recipients: USER_IDS as in the reference, or USERIDS, which live organisations
     * were seen to require.
     */
    public void setRecipientsField(RecipientsField recipientsField) {
        this.recipientsField = recipientsField;
    }

    public boolean isOrdered() {
        return ordered;
    }

    /**
     * Whether posts to one chat keep the order in which the component got them. Only one post at a time is under way to
     * a chat. Posts to other chats do not wait for it.
     */
    public void setOrdered(boolean ordered) {
        this.ordered = ordered;
    }

    public long getMaximumWait() {
        return maximumWait;
    }

    /**
     * The longest wait of a post for its turn. A post whose turn would come later fails at once, as throttled and not
     * delivered. The failure says when the turn would come. The default is enough for a burst that takes one
     * pacingWindow. A burst of more windows needs that many times pacingWindow, and the time that the posts take.
     *
     * @param maximumWait the wait in milliseconds
     */
    public void setMaximumWait(long maximumWait) {
        this.maximumWait = maximumWait;
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

    public String getPath() {
        return path;
    }

    /**
     * The path of the application's HTTP server to which Cliq posts calls. It serves all functions and bots whose
     * routes name no other path. The execution URL of a function ends with it.
     */
    public void setPath(String path) {
        this.path = path;
    }

    public String getPublicKey() {
        return publicKey;
    }

    /**
     * The public key of the extension, as Cliq shows it or as PEM, or its location: file:cliq.pem or
     * classpath:cliq.pem. For a change of keys, set several keys, separated by commas. Requests without a valid
     * signature are refused. In an endpoint URI, put it into RAW(...). All routes of a path must have the same keys.
     */
    public void setPublicKey(String publicKey) {
        this.publicKey = publicKey;
    }

    public String getSharedSecret() {
        return sharedSecret;
    }

    /**
     * A secret that Cliq sends with each request: put it into the function's execution URL as the query parameter
     * secret, or let a proxy add a header secret. Requests without it are refused. Use it for functions outside
     * extensions: it is not documented that Cliq signs their calls. All routes of a path must have the same secret.
     */
    public void setSharedSecret(String sharedSecret) {
        this.sharedSecret = sharedSecret;
    }

    public Verification getVerification() {
        return verification;
    }

    /**
     * How requests are verified to come from Cliq. By default publicKey or sharedSecret decides, and one of them is
     * required. NONE takes every request that reaches the path, and the log warns of it.
     */
    public void setVerification(Verification verification) {
        this.verification = verification;
    }

    public long getTimestampWindow() {
        return timestampWindow;
    }

    /**
     * How far the timestamp of a call may be from this machine's clock, before and after. Calls without a timestamp are
     * refused. 0 takes calls of any time, so a signed request stays valid for ever.
     *
     * @param timestampWindow the time to each side, in milliseconds
     */
    public void setTimestampWindow(long timestampWindow) {
        this.timestampWindow = timestampWindow;
    }

    public int getMaximumBodySize() {
        return maximumBodySize;
    }

    /**
     * The largest request that is read, in bytes. A click of a channel with 1,000 members has about 120,000. The limit
     * of the HTTP server applies first (camel.server.maxBodySize).
     */
    public void setMaximumBodySize(int maximumBodySize) {
        this.maximumBodySize = maximumBodySize;
    }

    public IdempotentRepository getReplayRepository() {
        return replayRepository;
    }

    /**
     * Remembers the clicks that were taken, by a hash of the request, so that a repeat reaches no route again. A click
     * whose route failed is forgotten. By default the latest 100,000 are kept in memory. Several instances of an
     * application need a repository that they share.
     */
    public void setReplayRepository(IdempotentRepository replayRepository) {
        this.replayRepository = replayRepository;
    }

    public long getReplyTimeout() {
        return replyTimeout;
    }

    /**
     * How long a click waits for the answer of its route. After that it is acknowledged, and lateReply says what
     * happens to the answer. How long Cliq itself waits is not documented. 0 waits for ever.
     *
     * @param replyTimeout the time in milliseconds
     */
    public void setReplyTimeout(long replyTimeout) {
        this.replyTimeout = replyTimeout;
    }

    public String getAcknowledgement() {
        return acknowledgement;
    }

    /**
     * The text of the banner that the person reads if the answer takes longer than replyTimeout. An empty text shows
     * nothing. Properties of camel-main cannot be empty; set it in the endpoint URI.
     */
    public void setAcknowledgement(String acknowledgement) {
        this.acknowledgement = acknowledgement;
    }

    public String getFailureText() {
        return failureText;
    }

    /**
     * The text of the banner that the person reads if the route fails, if its answer breaks Cliq's rules, or if no
     * thread is left to run it. The exception's text is never shown. An empty text shows nothing. Properties of
     * camel-main cannot be empty; set it in the endpoint URI.
     */
    public void setFailureText(String failureText) {
        this.failureText = failureText;
    }

    public LateReply getLateReply() {
        return lateReply;
    }

    /**
     * What happens to an answer that comes after replyTimeout. DROP drops it, and the log says so. CHAT posts its
     * message to the chat of the click, with the credentials of the endpoint's account. Everybody in the chat reads it,
     * even a banner.
     */
    public void setLateReply(LateReply lateReply) {
        this.lateReply = lateReply;
    }
}
