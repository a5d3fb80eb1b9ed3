package io.github.camelcliq.internal.click;

import io.github.camelcliq.CliqConfiguration;
import io.github.camelcliq.internal.account.OptionChecks;
import java.util.List;

/** Checks the options of an endpoint that takes calls. */
public final class ConsumerValidation {

    private final CliqConfiguration options;
    private final OptionChecks checks = new OptionChecks();

    public ConsumerValidation(CliqConfiguration options) {
        this.options = options;
    }

    /** Returns why the endpoint cannot take calls; empty if it can. */
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
