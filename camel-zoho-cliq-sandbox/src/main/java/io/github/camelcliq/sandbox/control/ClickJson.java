package io.github.camelcliq.sandbox.control;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.camelcliq.sandbox.click.ClickOutcome;
import io.github.camelcliq.sandbox.click.DeliveredClick;
import io.github.camelcliq.sandbox.click.FunctionAnswer;
import io.github.camelcliq.sandbox.click.Shown;
import java.io.IOException;
import java.util.Map;

/** The outcomes of clicks, as the control API shows them. */
final class ClickJson {

    private ClickJson() {}

    static void write(JsonGenerator json, ClickOutcome outcome) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", outcome.id());
        json.writeStringField("time", outcome.time().toString());
        json.writeStringField("message", outcome.message());
        json.writeStringField("button", outcome.button());
        json.writeStringField("user", outcome.user());
        json.writeStringField("action", outcome.action());
        json.writeStringField("status", outcome.status().label());
        if (outcome.request().isPresent()) {
            write(json, outcome.request().get());
        }
        if (outcome.answer().isPresent()) {
            write(json, outcome.answer().get());
        }
        write(json, outcome.shown());
        if (!outcome.error().isEmpty()) {
            json.writeStringField("error", outcome.error());
        }
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, DeliveredClick request) throws IOException {
        json.writeObjectFieldStart("request");
        json.writeStringField("url", request.url());
        json.writeObjectFieldStart("headers");
        for (Map.Entry<String, String> header : request.headers().entrySet()) {
            json.writeStringField(header.getKey(), header.getValue());
        }
        json.writeEndObject();
        json.writeStringField("body", request.body());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, FunctionAnswer answer) throws IOException {
        json.writeObjectFieldStart("answer");
        json.writeNumberField("status", answer.status());
        json.writeStringField("body", answer.body());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Shown shown) throws IOException {
        json.writeObjectFieldStart("shown");
        json.writeStringField("kind", shown.kind().label());
        if (!shown.text().isEmpty()) {
            json.writeStringField("text", shown.text());
        }
        if (!shown.json().isEmpty()) {
            json.writeFieldName("json");
            json.writeRawValue(shown.json());
        }
        if (!shown.message().isEmpty()) {
            json.writeStringField("message", shown.message());
        }
        json.writeEndObject();
    }
}
