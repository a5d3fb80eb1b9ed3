package io.github.camelcliq.internal.post;

import io.github.camelcliq.message.Violation;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs what is doubtful about one endpoint's messages: each rule once, without the values, which may be secret. Safe
 * for all threads.
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
