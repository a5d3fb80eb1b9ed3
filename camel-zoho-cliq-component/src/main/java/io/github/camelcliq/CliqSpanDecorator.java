package io.github.camelcliq;

import io.github.camelcliq.message.TargetKind;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.telemetry.Span;
import org.apache.camel.telemetry.TagConstants;
import org.apache.camel.telemetry.decorators.AbstractSpanDecorator;

/**
 * Tells a trace what a span is about: the system, the operation, the kind of target, and the status that Cliq answered
 * a post with. Camel's own decorator adds the endpoint and the error.
 */
public final class CliqSpanDecorator extends AbstractSpanDecorator {

    static final String SYSTEM = "messaging.system";
    static final String OPERATION = "messaging.operation.type";
    static final String TARGET_KIND = "cliq.target.kind";
    static final String ACCOUNT = "cliq.account";

    /** The span of the post under way, since an exchange of a click has a span of its own. */
    private static final String SPAN_OF_POST = "CliqSpanOfPost";

    @Override
    public String getComponent() {
        return "cliq";
    }

    @Override
    public String getComponentClassName() {
        return CliqComponent.class.getName();
    }

    /** Returns a name without the id of the target, since a trace groups its spans by name. */
    @Override
    public String getOperationName(Exchange exchange, Endpoint endpoint) {
        return endpoint instanceof CliqEndpoint cliq
                ? operation(exchange, cliq) + " " + cliq.getKind()
                : super.getOperationName(exchange, endpoint);
    }

    @Override
    public void beforeTracingEvent(Span span, Exchange exchange, Endpoint endpoint) {
        super.beforeTracingEvent(span, exchange, endpoint);
        span.setTag(SYSTEM, "zoho_cliq");
        if (endpoint instanceof CliqEndpoint cliq) {
            span.setTag(OPERATION, operation(exchange, cliq));
            span.setTag(TARGET_KIND, cliq.getKind());
            if (!isClick(exchange, cliq)) {
                exchange.setProperty(SPAN_OF_POST, span);
                String account = cliq.getConfiguration().getAccount();
                if (account != null) {
                    span.setTag(ACCOUNT, account);
                }
            }
        }
    }

    @Override
    public void afterTracingEvent(Span span, Exchange exchange) {
        super.afterTracingEvent(span, exchange);
        if (exchange.getProperty(SPAN_OF_POST) == span) {
            exchange.removeProperty(SPAN_OF_POST);
            int status = exchange.getException() instanceof CliqException failure
                    ? failure.getHttpResponseCode()
                    : exchange.getMessage().getHeader(CliqConstants.STATUS, 0, Integer.class);
            if (status > 0) {
                span.setTag(TagConstants.HTTP_STATUS, String.valueOf(status));
            }
        }
    }

    private static String operation(Exchange exchange, CliqEndpoint endpoint) {
        return isClick(exchange, endpoint) ? "process" : "send";
    }

    /** Returns whether a click began the exchange at the endpoint. A route may also post to the endpoint of a bot. */
    private static boolean isClick(Exchange exchange, CliqEndpoint endpoint) {
        return exchange.getFromEndpoint() == endpoint
                || TargetKind.ofUriName(endpoint.getKind()).isEmpty();
    }
}
