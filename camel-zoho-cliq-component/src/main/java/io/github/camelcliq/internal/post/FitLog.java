package io.github.camelcliq.internal.post;

import io.github.camelcliq.message.Violation;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs the changes to messages that were too large for Cliq: one line for each message, at INFO, since the endpoint
 * asked for the changes. The line names places and rules. It has no values, since these may be secret.
 */
public final class FitLog {

    private static final Logger LOG = LoggerFactory.getLogger(FitLog.class);

    /** A generated message may have thousands of changes, and a log line must stay short. */
    private static final int MAX_IN_LINE = 20;

    private FitLog() {}

    /** @param what the changed message, such as {@code Message to chat/CT_1}; the line begins with it */
    public static void tell(String what, List<Violation> remarks) {
        if (remarks.isEmpty() || !LOG.isInfoEnabled()) {
            return;
        }
        int left = remarks.size() - MAX_IN_LINE;
        LOG.info(
                "{} was changed to fit Cliq's limits: {}{}",
                what,
                remarks.stream().limit(MAX_IN_LINE).map(Violation::withoutValue).collect(Collectors.joining("; ")),
                left > 0 ? "; and " + left + " more changes" : "");
    }
}
