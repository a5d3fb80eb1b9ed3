package io.github.camelcliq.internal.post;

import io.github.camelcliq.message.Violation;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells what was changed so that Cliq takes a message: one line a message, at INFO since the endpoint asked for it. The
 * line has places and rules, and no values, which may be secret.
 */
public final class FitLog {

    private static final Logger LOG = LoggerFactory.getLogger(FitLog.class);

    /** A message of a generator's can be cut in each of ten thousand places, and a log line has an end. */
    private static final int MAX_IN_LINE = 20;

    private FitLog() {}

    /** @param what was changed, such as {@code Message to chat/CT_1}; the line begins with it */
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
