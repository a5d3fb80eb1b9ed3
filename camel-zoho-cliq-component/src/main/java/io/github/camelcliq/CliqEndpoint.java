package io.github.camelcliq;

import io.github.camelcliq.internal.account.AccountValidation;
import io.github.camelcliq.internal.click.CallTarget;
import io.github.camelcliq.internal.click.ChatReplies;
import io.github.camelcliq.internal.click.ConsumerValidation;
import io.github.camelcliq.internal.click.LateReplies;
import io.github.camelcliq.internal.post.PostTarget;
import io.github.camelcliq.internal.post.ProducerValidation;
import io.github.camelcliq.internal.post.template.MessageTemplate;
import io.github.camelcliq.internal.post.template.TemplateException;
import io.github.camelcliq.message.TargetKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.AsyncEndpoint;
import org.apache.camel.Category;
import org.apache.camel.Consumer;
import org.apache.camel.MultipleConsumersSupport;
import org.apache.camel.PollingConsumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.spi.EndpointServiceLocation;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;
import org.apache.camel.support.DefaultEndpoint;

/**
 * Post interactive messages (cards, buttons, confirmation popups, instant buttons) to Zoho Cliq, and take in the clicks
 * on them.
 *
 * <p>A message is checked against all of Cliq's rules before it is sent. No thread waits for a post. A click is
 * verified before it is parsed.
 */
@UriEndpoint(
        firstVersion = "1.0.0",
        scheme = "cliq",
        title = "Zoho Cliq",
        syntax = "cliq:kind/id",
        category = {Category.CHAT},
        headersClass = CliqConstants.class)
public class CliqEndpoint extends DefaultEndpoint
        implements AsyncEndpoint, EndpointServiceLocation, MultipleConsumersSupport {

    private static final String EMPTY_ID =
            "the id after the slash is empty, for example since a property has no value; without the slash, ";

    @UriPath(
            enums = "chat,channel,channel-id,user,bot,function",
            description =
                    "The kind of target: a chat or thread by its id, a channel by its unique name, a channel by its id, a user by"
                            + " email or ZUID, or a bot, which posts to its subscribers or to the recipients in the message."
                            + " Clicks call the kind function. Routes start from functions and bots, and post to all kinds"
                            + " except function.")
    @Metadata(required = true)
    private String kind;

    @UriPath(
            description =
                    "The id of the target. Without it, the header CamelCliqTarget names the target, so that one endpoint serves"
                            + " many chats. An id in the URI wins over the header. For routes that start here: the name of the"
                            + " function, or the unique name of the bot. Without it, the route takes calls that no other route takes.")
    private String id;

    @UriParam
    private CliqConfiguration configuration;

    private Set<String> namedOptions = Set.of();

    public CliqEndpoint(String uri, CliqComponent component, CliqConfiguration configuration) {
        super(uri, component);
        this.configuration = configuration;
    }

    @Override
    public Producer createProducer() {
        TargetKind target = producerKind();
        List<String> complaints =
                new ArrayList<>(new ProducerValidation(configuration, target, id, namedOptions).complaints());
        if (hasEmptyId()) {
            complaints.add(EMPTY_ID + "the header " + CliqConstants.TARGET + " names the target");
        }
        complaints.addAll(complaintsAboutAccount());
        MessageTemplate template = template(complaints);
        if (!complaints.isEmpty()) {
            throw new IllegalArgumentException("Endpoint " + this + " cannot post: " + String.join("; ", complaints));
        }
        PostTarget fixed = id == null ? null : new PostTarget(target, id);
        return new CliqProducer(this, account(), target, fixed, template);
    }

    /** Returns the template, parsed; {@code null} without one, or with a complaint about it. */
    private MessageTemplate template(List<String> complaints) {
        try {
            return getComponent().templates().template(configuration.getTemplate());
        } catch (TemplateException none) {
            complaints.add("option template " + none.getMessage());
            return null;
        }
    }

    /** Returns the account that this endpoint posts with. */
    CliqAccount account() {
        return getComponent().account(configuration.getAccount());
    }

    private List<String> complaintsAboutAccount() {
        List<String> complaints = new ArrayList<>(AccountValidation.complaintsAbout(account()));
        if (AccountValidation.hasNoCredentials(account())) {
            UnboundProperties.complaint(getCamelContext(), configuration.getAccount())
                    .ifPresent(complaints::add);
        }
        if (configuration.getAccount() != null) {
            return complaints.stream()
                    .map(complaint -> "account " + configuration.getAccount() + ": " + complaint)
                    .toList();
        }
        if (complaints.isEmpty()) {
            return complaints;
        }
        Set<String> others = getComponent().accountNames();
        return others.isEmpty()
                ? complaints
                : Stream.concat(
                                complaints.stream(),
                                Stream.of("the endpoint names no account: choose one of " + others
                                        + " with account=name, or set the options of the component"))
                        .toList();
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        requireConsumerKind();
        List<String> complaints = new ArrayList<>(new ConsumerValidation(configuration).complaints());
        if (hasEmptyId()) {
            complaints.add(EMPTY_ID + "the route takes the calls that no other route takes");
        }
        if (!complaints.isEmpty()) {
            throw new IllegalArgumentException(
                    "Endpoint " + this + " cannot consume: " + String.join("; ", complaints));
        }
        CliqConsumer consumer = new CliqConsumer(this, processor, lateReplies());
        configureConsumer(consumer);
        return consumer;
    }

    private boolean hasEmptyId() {
        return id == null && getEndpointBaseUri().endsWith("/");
    }

    private LateReplies lateReplies() {
        return switch (configuration.getLateReply()) {
            case CHAT -> new ChatReplies(chats());
            case DROP -> new LateReplies.Dropped();
        };
    }

    /** Returns an endpoint for any chat, with the account of this endpoint. */
    private CliqEndpoint chats() {
        CliqConfiguration options = configuration.copy();
        // an answer to a click is a message, and no event
        options.setTemplate(null);
        CliqEndpoint chats = new CliqEndpoint("cliq:chat", getComponent(), options);
        chats.setKind(TargetKind.CHAT.uriName());
        return chats;
    }

    private void requireConsumerKind() {
        if (kind.equals(CallTarget.FUNCTION) || kind.equals(CallTarget.BOT)) {
            return;
        }
        if (TargetKind.ofUriName(kind).isPresent()) {
            throw new UnsupportedOperationException("Endpoint " + this + " cannot consume: the kind " + kind
                    + " only posts; routes start from function and bot");
        }
        throw new IllegalArgumentException(
                "Endpoint " + this + " cannot consume: the kind is " + shownKind() + ", and must be function or bot");
    }

    /**
     * Returns the kind for an error. A kind that is not a word is not shown, since it may hold the password of a wrong
     * URL.
     */
    private String shownKind() {
        return kind.isEmpty() ? "missing" : kind.matches("[A-Za-z-]+") ? "'" + kind + "'" : "not a word";
    }

    private TargetKind producerKind() {
        if (kind.equals(CallTarget.FUNCTION)) {
            throw new UnsupportedOperationException(
                    "Endpoint " + this + " cannot post: a function is called by Cliq, routes start from it");
        }
        return TargetKind.ofUriName(kind)
                .orElseThrow(() -> new IllegalArgumentException("Endpoint " + this + " cannot post: the kind is "
                        + shownKind() + ", and must be one of " + kinds()));
    }

    private static String kinds() {
        return Arrays.stream(TargetKind.values()).map(TargetKind::uriName).collect(Collectors.joining(", "));
    }

    @Override
    public CliqComponent getComponent() {
        return (CliqComponent) super.getComponent();
    }

    /** Refuses polling, since a poll would open a path of the HTTP server and wait for the next click. */
    @Override
    public PollingConsumer createPollingConsumer() {
        throw new UnsupportedOperationException(
                "Endpoint " + this + " cannot be polled: clicks start routes, with from(\"cliq:function/name\")");
    }

    /** Returns {@code true}, since many threads may post to one endpoint. */
    @Override
    public boolean isSingletonProducer() {
        return true;
    }

    /** Returns {@code true}. The path refuses two routes for one function, since its error can name both routes. */
    @Override
    public boolean isMultipleConsumersSupported() {
        return true;
    }

    /** Returns the URL of Cliq; {@code null} if the account cannot post, since its URL may then hold credentials. */
    @Override
    public String getServiceUrl() {
        return getComponent()
                .findAccount(configuration.getAccount())
                .map(CliqAccount::cliqUrl)
                .filter(AccountValidation::isServer)
                .orElse(null);
    }

    @Override
    public String getServiceProtocol() {
        return "cliq";
    }

    @Override
    public Map<String, String> getServiceMetadata() {
        return Map.of("kind", kind);
    }

    /** Sets the names of the options in the URI. All other options come from the component. */
    void setNamedOptions(Set<String> namedOptions) {
        this.namedOptions = Set.copyOf(namedOptions);
    }

    public String getKind() {
        return kind;
    }

    public void setKind(String kind) {
        this.kind = kind;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public CliqConfiguration getConfiguration() {
        return configuration;
    }

    public void setConfiguration(CliqConfiguration configuration) {
        this.configuration = configuration;
    }
}
