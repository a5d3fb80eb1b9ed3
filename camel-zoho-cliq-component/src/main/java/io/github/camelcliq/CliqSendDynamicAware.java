package io.github.camelcliq;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.spi.annotations.SendDynamic;
import org.apache.camel.support.component.SendDynamicAwareSupport;

/**
 * Lets {@code toD("cliq:chat/${header.chat}")} post to many chats through one endpoint: it moves the id from the URI to
 * the header of the target. The kind and the query must be literal in the template. All characters that expressions put
 * between them are the id. If the kind or the query comes from an expression, Camel makes an endpoint for each URI, as
 * for other components.
 */
@SendDynamic("cliq")
public class CliqSendDynamicAware extends SendDynamicAwareSupport {

    /** The scheme and the kind of a template, up to the slash before the id. */
    private static final Pattern LITERAL_START = Pattern.compile("cliq:(?://)?([a-z-]+)/");

    private static final Pattern EXPRESSION = Pattern.compile("\\$(simple)?\\{");

    @Override
    public boolean isLenientProperties() {
        return false;
    }

    @Override
    public DynamicAwareEntry prepare(Exchange exchange, String uri, String originalUri) {
        return new Entry(uri, originalUri, parts(exchange, uri, originalUri));
    }

    @Override
    public String resolveStaticUri(Exchange exchange, DynamicAwareEntry entry) {
        return partsOf(entry)
                .map(parts -> getScheme() + ":" + parts.kind() + parts.query())
                .orElse(null);
    }

    @Override
    public Processor createPreProcessor(Exchange exchange, DynamicAwareEntry entry) {
        return partsOf(entry)
                .map(parts -> (Processor) sent -> sent.getMessage().setHeader(CliqConstants.TARGET, parts.id()))
                .orElse(null);
    }

    /**
     * Returns a processor that restores the header to its value before the pre-processor. This method runs before the
     * pre-processor.
     */
    @Override
    public Processor createPostProcessor(Exchange exchange, DynamicAwareEntry entry) {
        Object before = exchange.getMessage().getHeader(CliqConstants.TARGET);
        return partsOf(entry)
                .map(parts -> (Processor) sent -> {
                    if (before == null) {
                        sent.getMessage().removeHeader(CliqConstants.TARGET);
                    } else {
                        sent.getMessage().setHeader(CliqConstants.TARGET, before);
                    }
                })
                .orElse(null);
    }

    /**
     * The parts of a URI that a template gave.
     *
     * @param kind the kind in the template
     * @param id the text between kind and query; empty if an expression gives nothing, so that a header of an earlier
     *     step does not name the chat instead
     * @param query the query in the template, with its question mark; empty without a query
     */
    private record Parts(String kind, String id, String query) {}

    /** The URI of one exchange with its parts, since Camel asks for it three times. */
    private static final class Entry extends DynamicAwareEntry {

        private final Optional<Parts> parts;

        Entry(String uri, String originalUri, Optional<Parts> parts) {
            super(uri, originalUri, null, null);
            this.parts = parts;
        }
    }

    private static Optional<Parts> partsOf(DynamicAwareEntry entry) {
        return ((Entry) entry).parts;
    }

    /**
     * Returns the parts; empty if the template has no expression for an id between a literal kind and a literal query.
     */
    private static Optional<Parts> parts(Exchange exchange, String uri, String originalUri) {
        String template = exchange.getContext().resolvePropertyPlaceholders(originalUri);
        Matcher start = LITERAL_START.matcher(template);
        int query = queryOf(template);
        Matcher expression = EXPRESSION.matcher(template);
        boolean onlyTheIdVaries = start.lookingAt()
                && expression.find(start.end())
                && expression.start() < query
                && !EXPRESSION.matcher(template).find(query);
        String literalEnd = template.substring(query);
        if (!onlyTheIdVaries || !uri.startsWith(start.group()) || !uri.endsWith(literalEnd)) {
            return Optional.empty();
        }
        String id = uri.substring(start.end(), uri.length() - literalEnd.length());
        return Optional.of(new Parts(start.group(1), id, literalEnd));
    }

    /**
     * Returns where the query of a template begins: at the first question mark outside expressions, otherwise at the
     * end.
     */
    private static int queryOf(String template) {
        int braces = 0;
        for (int at = 0; at < template.length(); at++) {
            switch (template.charAt(at)) {
                case '{' -> braces++;
                case '}' -> braces = Math.max(0, braces - 1);
                case '?' -> {
                    if (braces == 0) {
                        return at;
                    }
                }
                default -> {
                    // part of a literal or of an expression
                }
            }
        }
        return template.length();
    }
}
