package io.github.camelcliq.internal.post;

import io.github.camelcliq.message.Violation;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs doubtful parts of the messages of one endpoint: each rule once, without values, since these may be secret. Safe
 * for use by many threads.
 */
public final class Remarks {

    private static final Logger LOG = LoggerFactory.getLogger(Remarks.class);

    private final Set<String> logged = ConcurrentHashMap.newKeySet();

    public void log(String about, List<Violation> remarks) {
        for (Violation remark : remarks) {
            if (logged.add(remark.rule())) {
                LOG.warn(
                        "{} is doubtful at {}. This rule is not logged again for this endpoint.",
                        about,
                        remark.withoutValue());
            }
        }
    }
}
