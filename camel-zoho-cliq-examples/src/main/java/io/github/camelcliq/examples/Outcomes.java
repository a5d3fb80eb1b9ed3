package io.github.camelcliq.examples;

import io.github.camelcliq.CliqConstants;
import io.github.camelcliq.CliqException;
import io.github.camelcliq.CliqInvalidMessageException;
import io.github.camelcliq.message.Violation;
import io.github.camelcliq.webhook.FunctionReply;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.Exchange;

/** Tells, for each event of the demo, what became of its message, and for each click its answer; remembers both. */
final class Outcomes {

    private final PrintStream out;
    private final Map<String, String> posted = new ConcurrentHashMap<>();
    private final Map<String, List<Violation>> refused = new ConcurrentHashMap<>();
    private final List<FunctionReply> answered = new CopyOnWriteArrayList<>();

    Outcomes(PrintStream out) {
        this.out = out;
    }

    void posted(Exchange exchange) {
        Object id = exchange.getMessage().getHeader(CliqConstants.MESSAGE_ID);
        String answer = "HTTP " + exchange.getMessage().getHeader(CliqConstants.STATUS)
                + (id == null ? "" : ", message id " + id);
        posted.put(exchange.getFromRouteId(), answer);
        tell(exchange, "posted to " + exchange.getProperty(Exchange.TO_ENDPOINT) + ": " + answer);
    }

    void refused(Exchange exchange) {
        CliqException refusal = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, CliqException.class);
        if (refusal instanceof CliqInvalidMessageException invalid) {
            refused.put(exchange.getFromRouteId(), invalid.getViolations());
            StringBuilder violations = new StringBuilder(
                    "not posted, its message breaks " + invalid.getViolations().size() + " rules:");
            invalid.getViolations()
                    .forEach(violation -> violations.append("\n            ").append(violation));
            tell(exchange, violations.toString());
        } else {
            refused.put(exchange.getFromRouteId(), List.of());
            tell(exchange, "not posted: " + refusal.getMessage());
        }
    }

    void answered(Exchange exchange) {
        FunctionReply reply = exchange.getMessage().getBody(FunctionReply.class);
        answered.add(reply);
        Object by = exchange.getMessage().getHeader(CliqConstants.USER_EMAIL);
        tell(exchange, "clicked by " + by + ", answered with\n            " + reply.output());
    }

    /** Cliq's answers by the id of the route that posted. */
    Map<String, String> posted() {
        return Map.copyOf(posted);
    }

    /** The violations by the id of the route whose message was refused. */
    Map<String, List<Violation>> refused() {
        return Map.copyOf(refused);
    }

    /** The answers to clicks, in their order. */
    List<FunctionReply> answered() {
        return List.copyOf(answered);
    }

    private synchronized void tell(Exchange exchange, String what) {
        out.printf("  %-8s  %s%n", exchange.getFromRouteId(), what);
    }
}
