package io.github.camelcliq.message;

import java.io.IOException;
import java.util.Map;

/** Writes buttons of both kinds, their actions and confirmations. */
final class ButtonWriter {

    private ButtonWriter() {}

    static void button(Button button, FieldWriter fields) throws IOException {
        fields.start();
        fields.string("label", button.label());
        fields.string("hint", button.hint());
        fields.choice("type", button.type());
        fields.string("key", button.key());
        fields.part("action", button.action(), ButtonWriter::action);
        fields.end(button.other());
    }

    static void references(Map<String, InstantButton> references, FieldWriter fields) throws IOException {
        if (references == null) {
            return;
        }
        fields.start("references");
        for (Map.Entry<String, InstantButton> reference : references.entrySet()) {
            fields.entry(reference.getKey(), reference.getValue(), ButtonWriter::reference);
        }
        fields.end(Map.of());
    }

    static void reference(InstantButton button, FieldWriter fields) throws IOException {
        fields.start();
        fields.string("type", "button");
        fields.start("object");
        fields.string("label", button.label());
        fields.choice("type", button.type());
        fields.part("action", button.action(), ButtonWriter::action);
        fields.plain("arguments", button.arguments());
        fields.end(button.other());
        fields.end(button.referenceOther());
    }

    static void action(Action action, FieldWriter fields) throws IOException {
        fields.start();
        if (action.data() != null) {
            fields.string("type", action.data().type());
            fields.part("data", action.data(), ButtonWriter::data);
        }
        fields.part("confirm", action.confirm(), ButtonWriter::confirmation);
        fields.end(action.other());
    }

    static void data(ActionData data, FieldWriter fields) throws IOException {
        fields.start();
        if (data instanceof InvokeFunction function) {
            fields.string("name", function.name());
            fields.string("owner", function.owner());
        } else if (data instanceof OpenUrl open) {
            fields.string("web", open.web());
            fields.string("windows", open.windows());
            fields.string("iOS", open.iOS());
            fields.string("android", open.android());
        } else if (data instanceof PreviewUrl preview) {
            fields.string("url", preview.url());
        } else if (data instanceof SystemApi system) {
            fields.string("api", system.api());
        } else if (data instanceof Copy copy) {
            fields.string("text", copy.text());
        } else {
            throw MessageWriter.unknown(data);
        }
        fields.end(data.other());
    }

    static void confirmation(Confirmation confirmation, FieldWriter fields) throws IOException {
        fields.start();
        fields.string("title", confirmation.title());
        fields.string("description", confirmation.description());
        input(confirmation.input(), fields);
        fields.choice("emotion", confirmation.emotion());
        fields.string("button_label", confirmation.buttonLabel());
        fields.string("cancel_button_label", confirmation.cancelButtonLabel());
        if (confirmation.mandatory() != null) {
            fields.string("mandatory", confirmation.mandatory().toString());
        }
        fields.end(confirmation.other());
    }

    private static void input(ConfirmationInput input, FieldWriter fields) throws IOException {
        if (input instanceof TextPrompt text) {
            fields.string("input", text.prompt());
        } else if (input instanceof TokenPrompt token) {
            fields.part("input", token, ButtonWriter::tokenPrompt);
        } else if (input != null) {
            throw MessageWriter.unknown(input);
        }
    }

    static void tokenPrompt(TokenPrompt prompt, FieldWriter fields) throws IOException {
        fields.start();
        fields.string("type", TokenPrompt.TYPE);
        fields.end(prompt.other());
    }
}
