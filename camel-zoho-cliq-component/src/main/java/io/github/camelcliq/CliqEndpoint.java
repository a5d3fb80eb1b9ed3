package io.github.camelcliq;

import io.github.camelcliq.client.AccessToken;
import io.github.camelcliq.client.ApiVersion;
import io.github.camelcliq.client.PostTarget;
import io.github.camelcliq.message.TargetKind;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.camel.AsyncEndpoint;
import org.apache.camel.Category;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.spi.EndpointServiceLocation;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;
import org.apache.camel.support.DefaultEndpoint;

/**
 * Post interactive messages (cards, buttons, confirmation popups, instant buttons) to Zoho Cliq.
 *
 * <p>A message is checked against all of Cliq's rules before anything leaves, and posted without a thread waiting.
 */
@UriEndpoint(
        firstVersion = "1.0.0",
        scheme = "cliq",
        title = "Zoho Cliq",
        syntax = "cliq:kind/id",
        producerOnly = true,
        category = {Category.CHAT},
        headersClass = CliqConstants.class)
public class CliqEndpoint extends DefaultEndpoint implements AsyncEndpoint, EndpointServiceLocation {

    @UriPath(
            enums = "chat,channel,channel-id,user,bot",
            description =
                    "What the id names: a chat or thread by its id, a channel by its unique name, a channel by its id, a user by"
                            + " email or ZUID, or a bot, which posts to its subscribers or to the recipients the message names.")
    private String kind;

    @UriPath(
            description =
                    "The id to post to. May be left out and come from the header CamelCliqTarget, so that one endpoint serves"
                            + " many chats; an id in the URI wins over the header.")
    private String id;

    @UriParam
    private CliqConfiguration configuration;

    public CliqEndpoint(String uri, CliqComponent component, CliqConfiguration configuration) {
        super(uri, component);
        this.configuration = configuration;
    }

    @Override
    public Producer createProducer() {
        TargetKind target = producerKind();
        List<String> complaints = complaints(target);
        if (!complaints.isEmpty()) {
            throw new IllegalArgumentException("Endpoint " + this + " cannot post: " + String.join("; ", complaints));
        }
        PostTarget fixed = id == null ? null : new PostTarget(target, id);
        return new CliqProducer(this, new PostPaths(configuration, target, fixed));
    }

    @Override
    public Consumer createConsumer(Processor processor) {
        throw new UnsupportedOperationException(
                "Endpoint " + this + " cannot consume: the kind " + kind + " only posts");
    }

    private TargetKind producerKind() {
        return TargetKind.ofUriName(kind)
                .orElseThrow(() -> new IllegalArgumentException("Endpoint " + this + " cannot post: the kind is "
                        + (kind.isEmpty() ? "missing" : "'" + kind + "'") + ", and must be one of " + kinds()));
    }

    private static String kinds() {
        return Arrays.stream(TargetKind.values()).map(TargetKind::uriName).collect(Collectors.joining(", "));
    }

    /** Everything that is wrong with the options, so that a user mends it in one go. */
    private List<String> complaints(TargetKind target) {
        List<String> complaints = new ArrayList<>();
        if (AccessToken.complaintAbout(configuration.getAccessToken()) != null) {
            complaints.add("option accessToken " + AccessToken.complaintAbout(configuration.getAccessToken()));
        }
        if (!isHttpUrl(configuration.getBaseUrl())) {
            complaints.add("option baseUrl must be an http or https URL without user, query and fragment");
        }
        if (id != null && PostTarget.complaintAbout(id) != null) {
            complaints.add(PostTarget.complaintAbout(id));
        }
        if (target == TargetKind.USER && configuration.getApiVersion() == ApiVersion.V3) {
            complaints.add("API version v3 has no path for posts to a user, use apiVersion=v2");
        }
        if (configuration.getBotUniqueName() != null && (target == TargetKind.USER || target == TargetKind.BOT)) {
            complaints.add("option botUniqueName does not go with the kind " + kind);
        }
        if (configuration.getAppKey() != null && target != TargetKind.BOT && configuration.getBotUniqueName() == null) {
            complaints.add("option appKey needs botUniqueName");
        }
        if (configuration.getMarkAsRead() != null && target == TargetKind.USER) {
            complaints.add("option markAsRead does not go with the kind user");
        }
        if (!List.of("messages", "message").contains(configuration.getMessageResource())) {
            complaints.add("option messageResource must be messages or message");
        }
        if (configuration.getMaximumTextLength() != null && configuration.getMaximumTextLength() < 1) {
            complaints.add("option maximumTextLength must be at least 1");
        }
        if (configuration.getConnectTimeout() < 1 || configuration.getRequestTimeout() < 1) {
            complaints.add("options connectTimeout and requestTimeout must be at least 1 ms");
        }
        if (configuration.getPoolSize() < 1) {
            complaints.add("option poolSize must be at least 1");
        }
        return complaints;
    }

    private static boolean isHttpUrl(String url) {
        try {
            URI uri = new URI(url == null ? "" : url);
            return ("http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getPort() <= 65_535
                    && uri.getRawUserInfo() == null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null;
        } catch (URISyntaxException notAUrl) {
            return false;
        }
    }

    @Override
    public CliqComponent getComponent() {
        return (CliqComponent) super.getComponent();
    }

    /** Messages may be posted to one endpoint from many threads. */
    @Override
    public boolean isSingletonProducer() {
        return true;
    }

    @Override
    public String getServiceUrl() {
        return configuration.getBaseUrl();
    }

    @Override
    public String getServiceProtocol() {
        return "cliq";
    }

    @Override
    public Map<String, String> getServiceMetadata() {
        return Map.of("kind", kind);
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
