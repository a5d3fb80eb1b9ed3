package io.github.camelcliq.internal.click;

import io.github.camelcliq.webhook.FunctionCall;
import io.github.camelcliq.webhook.FunctionReply;
import io.github.camelcliq.webhook.NoReply;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes the answers that came too late. Their clicks were acknowledged instead. */
public interface LateReplies {

    /** Delivers an answer without waiting for the result. Logs failures. */
    void deliver(FunctionCall call, FunctionReply reply);

    /** Starts the delivery. */
    void start() throws Exception;

    /** Stops the delivery. It may start again. */
    void stop();

    /**
     * Drops late answers. The acknowledgement promised an answer to a person, so the log says that it is dropped, and
     * what to do.
     */
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
            // nothing to start
        }

        @Override
        public void stop() {
            // nothing to stop
        }
    }
}
