package io.github.camelcliq.internal.click;

import io.github.camelcliq.webhook.FunctionCall;
import io.github.camelcliq.webhook.FunctionReply;
import io.github.camelcliq.webhook.NoReply;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where an answer goes that was not there in time, and the click was acknowledged in its place. */
public interface LateReplies {

    /** Takes an answer, without waiting for its end; what goes wrong is logged. */
    void deliver(FunctionCall call, FunctionReply reply);

    /** Gets ready. */
    void start() throws Exception;

    /** Lets go of what was needed; may be started again. */
    void stop();

    /** Drops late answers. A person was promised one, so the log says that it is gone, and what to do. */
    final class Dropped implements LateReplies {

        private static final Logger LOG = LoggerFactory.getLogger(Dropped.class);

        @Override
        public void deliver(FunctionCall call, FunctionReply reply) {
            if (!(reply instanceof NoReply)) {
                LOG.warn(
                        "The answer to {} came after replyTimeout and is dropped; lateReply=CHAT would post it to the chat",
                        call);
            }
        }

        @Override
        public void start() {
            // nothing is needed to drop something
        }

        @Override
        public void stop() {
            // nothing was needed
        }
    }
}
