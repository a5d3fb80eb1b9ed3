package io.github.camelcliq.internal.click;

import io.github.camelcliq.CliqConstants;
import io.github.camelcliq.message.CliqMessage;
import io.github.camelcliq.webhook.BannerReply;
import io.github.camelcliq.webhook.EditReply;
import io.github.camelcliq.webhook.FunctionCall;
import io.github.camelcliq.webhook.FunctionReply;
import io.github.camelcliq.webhook.MessageReply;
import io.github.camelcliq.webhook.NoReply;
import java.util.Optional;
import org.apache.camel.AsyncProducer;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.support.service.ServiceHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Posts late answers to the chat of the click, as the user of the endpoint's account. It posts messages, edits as new
 * messages, and banners as text. It cannot post forms and answers of widgets.
 */
public final class ChatReplies implements LateReplies {

    private static final Logger LOG = LoggerFactory.getLogger(ChatReplies.class);

    private final Endpoint chats;
    private AsyncProducer producer;

    /** @param chats the endpoint for all chats, with the account that posts */
    public ChatReplies(Endpoint chats) {
        this.chats = chats;
    }

    @Override
    public void start() throws Exception {
        producer = chats.createAsyncProducer();
        ServiceHelper.startService(chats, producer);
    }

    @Override
    public void stop() {
        ServiceHelper.stopAndShutdownService(producer);
    }

    @Override
    public void deliver(FunctionCall call, FunctionReply reply) {
        if (reply instanceof NoReply) {
            return;
        }
        Optional<CliqMessage> message = message(reply);
        if (message.isEmpty() || call.chatId() == null) {
            LOG.warn("A late answer to {} is dropped: it is not a message, or the call names no chat", call);
            return;
        }
        Exchange exchange = chats.createExchange();
        exchange.getMessage().setBody(message.get());
        exchange.getMessage().setHeader(CliqConstants.TARGET, call.chatId());
        producer.process(exchange, doneSync -> tell(call, exchange));
    }

    private static void tell(FunctionCall call, Exchange exchange) {
        if (exchange.getException() != null) {
            LOG.warn("A late answer to {} could not be posted", call, exchange.getException());
        } else {
            LOG.debug("A late answer to {} was posted", call);
        }
    }

    private static Optional<CliqMessage> message(FunctionReply reply) {
        if (reply instanceof MessageReply message) {
            return Optional.of(message.message());
        }
        if (reply instanceof EditReply edit) {
            return Optional.of(edit.message());
        }
        return reply instanceof BannerReply banner
                ? Optional.of(CliqMessage.text(banner.text()).build())
                : Optional.empty();
    }
}
