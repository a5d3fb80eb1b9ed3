package io.github.camelcliq.internal.click;

import io.github.camelcliq.CliqConfiguration;
import io.github.camelcliq.internal.account.OptionChecks;
import java.util.List;

/** The options of an endpoint that takes in calls, and everything that is wrong with them. */
public final class ConsumerValidation {

    private final CliqConfiguration options;
    private final OptionChecks checks = new OptionChecks();

    public ConsumerValidation(CliqConfiguration options) {
        this.options = options;
    }

    /** What keeps the endpoint from taking in calls; empty where nothing does. */
    public List<String> complaints() {
        checks.addAll(new VerificationOptions(options).complaints());
        checks.require(
                options.getPath() != null && options.getPath().matches("(/[A-Za-z0-9._~!$'()+,;=@%-]+)+"),
                "option path must be a path such as /cliq/functions, without pattern, query and slash at its end");
        checks.atLeast("maximumBodySize", options.getMaximumBodySize(), 1);
        checks.duration("timestampWindow", options.getTimestampWindow(), 0);
        checks.duration("replyTimeout", options.getReplyTimeout(), 0);
        checks.require(options.getLateReply() != null, "option lateReply must not be empty");
        return checks.complaints();
    }
}
