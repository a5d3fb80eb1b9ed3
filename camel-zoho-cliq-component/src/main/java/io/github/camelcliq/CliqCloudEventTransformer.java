package io.github.camelcliq;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.spi.DataType;
import org.apache.camel.spi.DataTypeTransformer;
import org.apache.camel.spi.Transformer;

/**
 * Sets the headers of a CloudEvent (version 1.0) from the headers of a call, as Camel's chat components do. The id is
 * that of the click, so a repeat has the same id. The source is the function or bot, the subject is the chat. The body
 * stays: its converters make JSON of it.
 */
@DataTypeTransformer(
        name = "cliq:application-cloudevents",
        description = "Adds CloudEvent headers with the details of a click or another call")
public final class CliqCloudEventTransformer extends Transformer {

    /** The names of the headers are those of camel-cloudevents. */
    private static final String PREFIX = "CamelCloudEvent";

    @Override
    public void transform(Message message, DataType from, DataType to) {
        Exchange exchange = message.getExchange();
        set(message, "ID", message.getHeader(CliqConstants.CLICK_ID, exchange.getExchangeId(), String.class));
        set(message, "Version", "1.0");
        set(message, "Type", "io.github.camelcliq.call");
        set(message, "Source", source(message));
        set(message, "Subject", message.getHeader(CliqConstants.CHAT_ID, String.class));
        long time = message.getHeader(
                CliqConstants.MESSAGE_TIMESTAMP, exchange.getClock().getCreated(), Long.class);
        set(message, "Time", Instant.ofEpochMilli(time).toString());
        message.setHeader(Exchange.CONTENT_TYPE, "application/json");
    }

    private static void set(Message message, String attribute, String value) {
        if (value != null) {
            message.setHeader(PREFIX + attribute, value);
        }
    }

    /** Returns a URI such as {@code cliq:function/approve}. The name is encoded, since it may be any text. */
    private static String source(Message message) {
        String type = message.getHeader(CliqConstants.CALL_TYPE, "call", String.class);
        String name = message.getHeader(CliqConstants.FUNCTION, "", String.class);
        return "cliq:" + type + "/"
                + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
