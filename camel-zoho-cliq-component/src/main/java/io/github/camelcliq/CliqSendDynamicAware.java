package io.github.camelcliq;

import java.net.URI;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.spi.annotations.SendDynamic;
import org.apache.camel.support.component.SendDynamicAwareSupport;
import org.apache.camel.util.StringHelper;
import org.apache.camel.util.URISupport;
import org.apache.camel.util.UnsafeUriCharactersEncoder;

/**
 * Lets {@code toD("cliq:chat/${header.chat}")} post to any number of chats through one endpoint: the id moves from the
 * URI to the header that names the target.
 */
@SendDynamic("cliq")
public class CliqSendDynamicAware extends SendDynamicAwareSupport {

    @Override
    public boolean isLenientProperties() {
        return false;
    }

    @Override
    public DynamicAwareEntry prepare(Exchange exchange, String uri, String originalUri) throws Exception {
        Map<String, Object> properties = endpointProperties(exchange, uri);
        return new DynamicAwareEntry(uri, originalUri, properties, null);
    }

    @Override
    public String resolveStaticUri(Exchange exchange, DynamicAwareEntry entry) throws Exception {
        KindAndId path = pathOf(entry.getUri());
        if (path.id() == null) {
            return null;
        }
        String query = URISupport.extractQuery(entry.getUri());
        return getScheme() + ":" + path.kind() + (query == null ? "" : "?" + query);
    }

    @Override
    public Processor createPreProcessor(Exchange exchange, DynamicAwareEntry entry) throws Exception {
        KindAndId path = pathOf(entry.getUri());
        return path.id() == null ? null : sent -> sent.getMessage().setHeader(CliqConstants.TARGET, path.id());
    }

    /** Gives the header back as it was before the pre-processor, which runs later than this, borrowed it. */
    @Override
    public Processor createPostProcessor(Exchange exchange, DynamicAwareEntry entry) throws Exception {
        if (pathOf(entry.getUri()).id() == null) {
            return null;
        }
        Object ofTheApplication = exchange.getMessage().getHeader(CliqConstants.TARGET);
        return sent -> {
            if (ofTheApplication == null) {
                sent.getMessage().removeHeader(CliqConstants.TARGET);
            } else {
                sent.getMessage().setHeader(CliqConstants.TARGET, ofTheApplication);
            }
        };
    }

    /**
     * The path of a URI.
     *
     * @param id what stands after the slash; empty where nothing does, so that no header left by an earlier step names
     *     the chat in its stead; {@code null} where there is no slash, and a header is meant to
     */
    private record KindAndId(String kind, String id) {}

    /** Reads kind and id as the component itself gets them: decoded as Camel decodes the path of an endpoint URI. */
    private static KindAndId pathOf(String uri) throws Exception {
        String withoutQuery = URISupport.stripQuery(uri);
        String path = new URI(UnsafeUriCharactersEncoder.encode(withoutQuery)).getSchemeSpecificPart();
        while (path.startsWith("/")) {
            path = path.substring(1);
        }
        return new KindAndId(StringHelper.before(path, "/", path), StringHelper.after(path, "/"));
    }
}
