package io.github.camelcliq.message;

import java.io.IOException;
import java.util.Map;

/** Writes buttons of both kinds, their actions and confirmations. */
final class ButtonWriter {

    private final FieldWriter fields;
    private final MessageWriter parts;

    ButtonWriter(FieldWriter fields, MessageWriter parts) {
        this.fields = fields;
        this.parts = parts;
    }

    void button(Button button) throws IOException {
        fields.start();
        fields.string("label", button.label());
        fields.string("hint", button.hint());
        fields.choice("type", button.type());
        fields.string("key", button.key());
        parts.part("action", button.action());
        fields.end(button.other());
    }

    void references(Map<String, InstantButton> references) throws IOException {
        if (references == null) {
            return;
        }
        fields.start("references");
        for (Map.Entry<String, InstantButton> reference : references.entrySet()) {
            fields.name(reference.getKey());
            parts.part(reference.getValue());
        }
        fields.end(Map.of());
    }

    void reference(InstantButton button) throws IOException {
        fields.start();
        fields.string("type", "button");
        fields.start("object");
        fields.string("label", button.label());
        fields.choice("type", button.type());
        parts.part("action", button.action());
        fields.plain("arguments", button.arguments());
        fields.end(button.other());
        fields.end(button.referenceOther());
    }

    void action(Action action) throws IOException {
        fields.start();
        if (action.data() != null) {
            fields.string("type", action.data().type());
            parts.part("data", action.data());
        }
        parts.part("confirm", action.confirm());
        fields.end(action.other());
    }

    void data(ActionData data) throws IOException {
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

    void confirmation(Confirmation confirmation) throws IOException {
        fields.start();
        fields.string("title", confirmation.title());
        fields.string("description", confirmation.description());
        input(confirmation.input());
        fields.choice("emotion", confirmation.emotion());
        fields.string("button_label", confirmation.buttonLabel());
        fields.string("cancel_button_label", confirmation.cancelButtonLabel());
        if (confirmation.mandatory() != null) {
            fields.string("mandatory", confirmation.mandatory().toString());
        }
        fields.end(confirmation.other());
    }

    private void input(ConfirmationInput input) throws IOException {
        if (input instanceof TextPrompt text) {
            fields.string("input", text.prompt());
        } else if (input instanceof TokenPrompt token) {
            parts.part("input", token);
        } else if (input != null) {
            throw MessageWriter.unknown(input);
        }
    }

    void tokenPrompt(TokenPrompt prompt) throws IOException {
        fields.start();
        fields.string("type", TokenPrompt.TYPE);
        fields.end(prompt.other());
    }
}
