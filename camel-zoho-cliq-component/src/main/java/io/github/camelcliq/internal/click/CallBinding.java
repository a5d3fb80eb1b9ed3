package io.github.camelcliq.internal.click;

import io.github.camelcliq.CliqConstants;
import io.github.camelcliq.webhook.ClickId;
import io.github.camelcliq.webhook.FunctionCall;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.Message;

/** Sets the exchange of a route from a call: the call is the body, and headers hold values for choices in routes. */
public final class CallBinding {

    private CallBinding() {}

    public static void fill(Exchange exchange, FunctionCall call, ClickId click) {
        exchange.setPattern(ExchangePattern.InOut);
        Message message = exchange.getMessage();
        message.setBody(call);
        message.setHeader(CliqConstants.CLICK_ID, click.value());
        set(message, CliqConstants.CALL_TYPE, call.type());
        set(message, CliqConstants.FUNCTION, call.isBot() ? call.uniqueName() : call.name());
        set(message, CliqConstants.HANDLER, call.handler().type());
        set(message, CliqConstants.BUTTON_KEY, call.button().key());
        set(message, CliqConstants.INPUT, call.input());
        set(message, CliqConstants.USER_ID, call.userId());
        set(message, CliqConstants.USER_EMAIL, call.user().email());
        set(message, CliqConstants.CHAT_ID, call.chatId());
        set(message, CliqConstants.CLICKED_MESSAGE_ID, call.message().id());
        if (call.timestamp() != null) {
            message.setHeader(CliqConstants.MESSAGE_TIMESTAMP, call.timestamp().toEpochMilli());
        }
    }

    /** Sets a header if Cliq gave a value. */
    private static void set(Message message, String header, String value) {
        if (value != null) {
            message.setHeader(header, value);
        }
    }
}
