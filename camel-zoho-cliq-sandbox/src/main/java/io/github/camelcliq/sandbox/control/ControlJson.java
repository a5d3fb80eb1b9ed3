package io.github.camelcliq.sandbox.control;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.camelcliq.sandbox.JournalEntry;
import io.github.camelcliq.sandbox.MessageAuthor;
import io.github.camelcliq.sandbox.MessageState;
import io.github.camelcliq.sandbox.ReceivedMessage;
import io.github.camelcliq.sandbox.click.ClickOutcome;
import io.github.camelcliq.sandbox.judging.Complaint;
import io.github.camelcliq.sandbox.oauth.TokenRequest;
import io.github.camelcliq.sandbox.state.SandboxEvent;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** The JSON of the control API. */
final class ControlJson {

    private static final JsonFactory FACTORY = new JsonFactory();

    private ControlJson() {}

    /** Returns an array of messages, oldest first, each with its JSON as it arrived. */
    static String messages(List<ReceivedMessage> messages) {
        return array(messages, ControlJson::write);
    }

    /** Returns an array of requests, in the order in which they were settled. */
    static String requests(List<JournalEntry> entries) {
        return array(entries, ControlJson::write);
    }

    /** Returns an array of token requests, in the order in which they were settled. */
    static String tokenRequests(List<TokenRequest> requests) {
        return array(requests, ControlJson::write);
    }

    /** Returns one message, with its JSON as it arrived. */
    static String message(ReceivedMessage message) {
        return text(message, ControlJson::write);
    }

    /** Returns the outcome of a click. */
    static String click(ClickOutcome outcome) {
        return text(outcome, ClickJson::write);
    }

    /** Returns a click that was not delivered: an error as any other, with the outcome beside it. */
    static String refused(ClickOutcome outcome) {
        return text(outcome, (json, refused) -> {
            json.writeStartObject();
            json.writeStringField("message", refused.error());
            json.writeFieldName("outcome");
            ClickJson.write(json, refused);
            json.writeEndObject();
        });
    }

    /** Returns one request. */
    static String request(JournalEntry entry) {
        return text(entry, ControlJson::write);
    }

    /** Returns one token request. */
    static String tokenRequest(TokenRequest request) {
        return text(request, ControlJson::write);
    }

    /** Returns the subject of an event. */
    static String event(SandboxEvent event) {
        Object subject = event.subject();
        return switch (event.type()) {
            case MESSAGE, EDITED -> message((ReceivedMessage) subject);
            case REQUEST -> request((JournalEntry) subject);
            case TOKEN_REQUEST -> tokenRequest((TokenRequest) subject);
            case CLICK -> click((ClickOutcome) subject);
            case STATE -> "{\"changed\":\"" + subject + "\"}";
        };
    }

    private static void write(JsonGenerator json, ReceivedMessage message) throws IOException {
        json.writeStartObject();
        json.writeNumberField("sequence", message.sequence());
        json.writeStringField("id", message.id());
        json.writeStringField("version", message.version());
        json.writeStringField("kind", message.kind().label());
        json.writeStringField("target", message.target());
        json.writeStringField("user", message.user());
        write(json, message.author());
        json.writeStringField("time", message.time().toString());
        json.writeObjectFieldStart("query");
        for (Map.Entry<String, String> parameter : message.query().entrySet()) {
            json.writeStringField(parameter.getKey(), parameter.getValue());
        }
        json.writeEndObject();
        json.writeFieldName("message");
        json.writeRawValue(message.json());
        write(json, message.state());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, MessageAuthor author) throws IOException {
        json.writeObjectFieldStart("from");
        json.writeStringField("kind", author.kind().label());
        json.writeStringField("name", author.name());
        json.writeStringField("image", author.image());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, MessageState state) throws IOException {
        if (state.edited().isPresent()) {
            json.writeFieldName("edited");
            json.writeRawValue(state.edited().get());
        }
        json.writeObjectFieldStart("votes");
        for (Map.Entry<Integer, List<String>> option : state.votes().entrySet()) {
            json.writeArrayFieldStart(option.getKey().toString());
            for (String user : option.getValue()) {
                json.writeString(user);
            }
            json.writeEndArray();
        }
        json.writeEndObject();
        json.writeArrayFieldStart("clicks");
        for (ClickOutcome click : state.clicks()) {
            ClickJson.write(json, click);
        }
        json.writeEndArray();
    }

    private static void write(JsonGenerator json, JournalEntry entry) throws IOException {
        json.writeStartObject();
        json.writeStringField("time", entry.time().toString());
        json.writeStringField("method", entry.method());
        json.writeStringField("path", entry.path());
        json.writeStringField("query", entry.query());
        json.writeStringField("body", entry.body());
        json.writeNumberField("status", entry.status());
        write(json, "complaints", entry.complaints());
        write(json, "remarks", entry.remarks());
        json.writeStringField("answer", entry.answer());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, String field, List<Complaint> complaints) throws IOException {
        json.writeArrayFieldStart(field);
        for (Complaint complaint : complaints) {
            json.writeStartObject();
            json.writeStringField("pointer", complaint.pointer());
            json.writeStringField("text", complaint.text());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void write(JsonGenerator json, TokenRequest request) throws IOException {
        json.writeStartObject();
        json.writeStringField("time", request.time().toString());
        json.writeStringField("grantType", request.grantType());
        json.writeStringField("user", request.user());
        json.writeNumberField("status", request.status());
        json.writeStringField("error", request.error());
        json.writeEndObject();
    }

    private static <T> String array(List<T> entries, Entry<T> entry) {
        return text(entries, (json, all) -> {
            json.writeStartArray();
            for (T each : all) {
                entry.write(json, each);
            }
            json.writeEndArray();
        });
    }

    private static <T> String text(T written, Entry<T> entry) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            entry.write(json, written);
        } catch (IOException neverOfAString) {
            throw new UncheckedIOException(neverOfAString);
        }
        return text.toString();
    }

    private interface Entry<T> {
        void write(JsonGenerator json, T entry) throws IOException;
    }
}
