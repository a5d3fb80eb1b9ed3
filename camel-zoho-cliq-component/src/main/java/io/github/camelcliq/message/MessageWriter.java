package io.github.camelcliq.message;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/**
 * Writes messages and their parts field by field, always in the same order, absent fields absent. It asks nothing of
 * the mapper at work but its generator, so that no setting of an application's mapper changes what Cliq gets.
 */
final class MessageWriter {

    private final JsonGenerator json;
    private final RecipientsField recipientsField;
    private final boolean unicodeOnly;

    private MessageWriter(JsonGenerator json, RecipientsField recipientsField, boolean unicodeOnly) {
        this.json = json;
        this.recipientsField = recipientsField;
        this.unicodeOnly = unicodeOnly;
    }

    static byte[] toBytes(JsonFactory factory, CliqMessage message, RecipientsField recipientsField) {
        try (ByteArrayBuilder bytes = new ByteArrayBuilder(1024)) {
            try (JsonGenerator json = factory.createGenerator(bytes)) {
                new MessageWriter(json, recipientsField, true).message(message);
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new IllegalArgumentException("the message cannot be written: " + e.getMessage(), e);
        }
    }

    /** Writes a part with somebody's generator, and leaves the generator's settings as they were. */
    static void write(JsonGenerator json, MessagePart part) throws IOException {
        int settings = json.getFeatureMask();
        json.enable(JsonWriteFeature.QUOTE_FIELD_NAMES.mappedFeature());
        json.disable(JsonWriteFeature.WRITE_NUMBERS_AS_STRINGS.mappedFeature());
        json.disable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);
        try {
            new MessageWriter(json, RecipientsField.USER_IDS, false).part(part);
        } finally {
            json.overrideStdFeatures(settings, -1);
        }
    }

    /** The slides as the message has them. */
    static void write(JsonGenerator json, List<Slide> slides) throws IOException {
        new MessageWriter(json, RecipientsField.USER_IDS, false).parts(slides);
    }

    private void part(MessagePart part) throws IOException {
        if (part == null) {
            json.writeNull();
        } else if (part instanceof CliqMessage message) {
            message(message);
        } else if (part instanceof Button button) {
            button(button);
        } else if (part instanceof Action action) {
            action(action);
        } else if (part instanceof ActionData data) {
            actionData(data);
        } else if (part instanceof Confirmation confirmation) {
            confirmation(confirmation);
        } else if (part instanceof InstantButton button) {
            reference(button);
        } else if (part instanceof Card card) {
            card(card);
        } else {
            detail(part);
        }
    }

    private void detail(MessagePart part) throws IOException {
        json.writeStartObject();
        if (part instanceof BotIdentity bot) {
            string("name", bot.name());
            string("image", bot.image());
        } else if (part instanceof MessageStyles styles) {
            choice("background", styles.background());
            flag("markdown", styles.markdown());
        } else if (part instanceof CardSection section) {
            string("title", section.title());
            parts("fields", section.fields());
        } else if (part instanceof CardField field) {
            string("title", field.title());
            string("value", field.value());
        } else if (part instanceof PollOption option) {
            string("text", option.text());
        } else if (part instanceof TokenPrompt) {
            json.writeStringField("type", TokenPrompt.TYPE);
        } else if (part instanceof Slide slide) {
            slide(slide);
        } else {
            slideDetail(part);
        }
        end(part.other());
    }

    private void message(CliqMessage message) throws IOException {
        json.writeStartObject();
        string("text", message.text());
        part("bot", message.bot());
        part("card", message.card());
        parts("slides", message.slides());
        part("styles", message.styles());
        parts("buttons", message.buttons());
        references(message.references());
        string("hint", message.hint());
        string("reply_to", message.replyTo());
        flag("sync_message", message.syncMessage());
        flag("mark_as_read", message.markAsRead());
        string("thread_message_id", message.threadMessageId());
        string("thread_title", message.threadTitle());
        flag("post_in_parent", message.postInParent());
        flag("notify_edit", message.notifyEdit());
        string("message_topic", message.messageTopic());
        string("thread_chat_id", message.threadChatId());
        flag("broadcast", message.broadcast());
        if (message.recipients() != null) {
            string(recipientsField.jsonName(), String.join(",", message.recipients()));
        }
        end(message.other());
    }

    private void card(Card card) throws IOException {
        json.writeStartObject();
        string("title", card.title());
        string("theme", card.theme());
        if (card instanceof ModernInlineCard modern) {
            string("thumbnail", modern.thumbnail());
            parts("sections", modern.sections());
        } else if (card instanceof PlainCard plain) {
            string("thumbnail", plain.thumbnail());
            parts("sections", plain.sections());
        } else if (card instanceof PollCard poll) {
            parts("options", poll.options());
        }
        end(card.other());
    }

    private void button(Button button) throws IOException {
        json.writeStartObject();
        string("label", button.label());
        string("hint", button.hint());
        choice("type", button.type());
        string("key", button.key());
        part("action", button.action());
        end(button.other());
    }

    private void references(Map<String, InstantButton> references) throws IOException {
        if (references == null) {
            return;
        }
        json.writeObjectFieldStart("references");
        for (Map.Entry<String, InstantButton> reference : references.entrySet()) {
            json.writeFieldName(unicode(reference.getKey()));
            part(reference.getValue());
        }
        json.writeEndObject();
    }

    private void reference(InstantButton button) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", "button");
        json.writeObjectFieldStart("object");
        string("label", button.label());
        choice("type", button.type());
        part("action", button.action());
        if (button.arguments() != null) {
            json.writeFieldName("arguments");
            plain(button.arguments());
        }
        end(button.other());
        end(button.referenceOther());
    }

    private void action(Action action) throws IOException {
        json.writeStartObject();
        if (action.data() != null) {
            json.writeStringField("type", action.data().type());
            part("data", action.data());
        }
        part("confirm", action.confirm());
        end(action.other());
    }

    private void actionData(ActionData data) throws IOException {
        json.writeStartObject();
        if (data instanceof InvokeFunction function) {
            string("name", function.name());
            string("owner", function.owner());
        } else if (data instanceof OpenUrl open) {
            string("web", open.web());
            string("windows", open.windows());
            string("iOS", open.iOS());
            string("android", open.android());
        } else if (data instanceof PreviewUrl preview) {
            string("url", preview.url());
        } else if (data instanceof SystemApi system) {
            string("api", system.api());
        } else if (data instanceof Copy copy) {
            string("text", copy.text());
        }
        end(data.other());
    }

    private void confirmation(Confirmation confirmation) throws IOException {
        json.writeStartObject();
        string("title", confirmation.title());
        string("description", confirmation.description());
        if (confirmation.input() instanceof TextPrompt text) {
            string("input", text.prompt());
        } else if (confirmation.input() instanceof TokenPrompt token) {
            part("input", token);
        }
        choice("emotion", confirmation.emotion());
        string("button_label", confirmation.buttonLabel());
        string("cancel_button_label", confirmation.cancelButtonLabel());
        if (confirmation.mandatory() != null) {
            json.writeStringField("mandatory", confirmation.mandatory().toString());
        }
        end(confirmation.other());
    }

    private void slide(Slide slide) throws IOException {
        json.writeStringField("type", slide.type());
        string("title", slide.title());
        if (slide instanceof TableSlide table) {
            part("data", table.data());
        } else if (slide instanceof ListSlide list) {
            strings("data", list.data());
            part("styles", list.styles());
        } else if (slide instanceof LabelSlide labels) {
            cells("data", labels.data());
        } else if (slide instanceof ImagesSlide images) {
            strings("data", images.data());
        } else if (slide instanceof TextSlide text) {
            string("data", text.data());
        } else if (slide instanceof PercentageChartSlide chart) {
            parts("data", chart.data());
            part("styles", chart.styles());
        } else if (slide instanceof GraphSlide graph) {
            parts("data", graph.data());
            part("styles", graph.styles());
        }
        parts("buttons", slide.buttons());
    }

    private void slideDetail(MessagePart part) throws IOException {
        if (part instanceof TableData table) {
            strings("headers", table.headers());
            cells("rows", table.rows());
            part("styles", table.styles());
        } else if (part instanceof TableStyles styles) {
            integers("width", styles.width());
            part("sticky", styles.sticky());
        } else if (part instanceof Sticky sticky) {
            integer("rows", sticky.rows());
            integer("columns", sticky.columns());
        } else if (part instanceof ListStyles styles) {
            choice("type", styles.type());
        } else if (part instanceof PercentageChartStyles styles) {
            choice("preview", styles.preview());
        } else if (part instanceof GraphStyles styles) {
            choice("preview", styles.preview());
            string("x_axis", styles.xAxis());
            string("y_axis", styles.yAxis());
        } else if (part instanceof ChartEntry entry) {
            string("label", entry.label());
            if (entry.value() != null) {
                json.writeFieldName("value");
                plain(entry.value());
            }
        } else if (part instanceof GraphCategory category) {
            string("category", category.category());
            parts("values", category.values());
        }
    }

    private void part(String name, MessagePart part) throws IOException {
        if (part != null) {
            json.writeFieldName(name);
            part(part);
        }
    }

    private void parts(String name, List<? extends MessagePart> parts) throws IOException {
        if (parts != null) {
            json.writeFieldName(name);
            parts(parts);
        }
    }

    private void parts(List<? extends MessagePart> parts) throws IOException {
        json.writeStartArray();
        for (MessagePart part : parts) {
            part(part);
        }
        json.writeEndArray();
    }

    private void string(String name, String value) throws IOException {
        if (value != null) {
            json.writeStringField(name, unicode(value));
        }
    }

    /** The JSON library would make another character of half a surrogate pair and what follows it. */
    private String unicode(String text) {
        if (unicodeOnly && TextRules.wellFormed(text) != Violations.NONE) {
            throw new IllegalArgumentException("half a surrogate pair cannot be written: " + Shown.text(text));
        }
        return text;
    }

    private void flag(String name, Boolean value) throws IOException {
        if (value != null) {
            json.writeBooleanField(name, value);
        }
    }

    private void integer(String name, Integer value) throws IOException {
        if (value != null) {
            json.writeNumberField(name, value.intValue());
        }
    }

    private void choice(String name, JsonNamed value) throws IOException {
        if (value != null) {
            json.writeStringField(name, value.jsonName());
        }
    }

    private void strings(String name, List<String> values) throws IOException {
        if (values != null) {
            json.writeFieldName(name);
            plain(values);
        }
    }

    private void integers(String name, List<Integer> values) throws IOException {
        if (values != null) {
            json.writeFieldName(name);
            plain(values);
        }
    }

    private void cells(String name, List<Map<String, String>> values) throws IOException {
        if (values != null) {
            json.writeFieldName(name);
            plain(values);
        }
    }

    private void end(Map<String, Object> other) throws IOException {
        for (Map.Entry<String, Object> field : other.entrySet()) {
            json.writeFieldName(unicode(field.getKey()));
            plain(field.getValue());
        }
        json.writeEndObject();
    }

    private void plain(Object value) throws IOException {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof String text) {
            json.writeString(unicode(text));
        } else if (value instanceof Boolean flag) {
            json.writeBoolean(flag);
        } else if (value instanceof Map<?, ?> map) {
            json.writeStartObject();
            for (Map.Entry<?, ?> field : map.entrySet()) {
                json.writeFieldName(unicode((String) field.getKey()));
                plain(field.getValue());
            }
            json.writeEndObject();
        } else if (value instanceof List<?> list) {
            json.writeStartArray();
            for (Object entry : list) {
                plain(entry);
            }
            json.writeEndArray();
        } else {
            number((Number) value);
        }
    }

    private void number(Number number) throws IOException {
        if (number instanceof Integer whole) {
            json.writeNumber(whole.intValue());
        } else if (number instanceof Long whole) {
            json.writeNumber(whole.longValue());
        } else if (number instanceof BigInteger whole) {
            json.writeNumber(whole);
        } else {
            json.writeNumber((BigDecimal) number);
        }
    }
}
