package io.github.camelcliq;

import java.util.ArrayList;
import java.util.List;

/** The options of an endpoint that takes in calls, and everything that is wrong with them. */
final class ConsumerOptions {

    private final CliqConfiguration options;
    private final List<String> complaints = new ArrayList<>();

    ConsumerOptions(CliqConfiguration options) {
        this.options = options;
    }

    /** What keeps the endpoint from taking in calls; empty where nothing does. */
    List<String> complaints() {
        complaints.addAll(new VerificationOptions(options).complaints());
        require(
                options.getPath() != null && options.getPath().matches("(/[A-Za-z0-9._~!$'()+,;=@%-]+)+"),
                "option path must be a path such as /cliq/functions, without pattern, query and slash at its end");
        require(
                options.getSharedSecretName() != null
                        && options.getSharedSecretName().matches("[A-Za-z0-9_.-]+"),
                "option sharedSecretName must be a name of letters, digits, dots, dashes and underscores");
        require(options.getMaximumBodySize() >= 1, "option maximumBodySize must be at least 1");
        duration("timestampWindow", options.getTimestampWindow());
        duration("replyTimeout", options.getReplyTimeout());
        require(options.getLateReply() != null, "option lateReply must not be empty");
        return complaints;
    }

    private void duration(String option, long millis) {
        require(millis >= 0 && millis <= Integer.MAX_VALUE, "option " + option + " must be from 0 to 24 days");
    }

    private void require(boolean fulfilled, String complaint) {
        if (!fulfilled) {
            complaints.add(complaint);
        }
    }
}
