package io.github.camelcliq.message;

import java.io.IOException;
import java.util.Map;

/** Writes buttons of both kinds, their actions and confirmations. */
final class ButtonWriter {

    private ButtonWriter() {}

    static void button(Button button, FieldWriter fields) throws IOException {
        fields.start();
        fields.string(FieldName.LABEL, button.label());
        fields.string(FieldName.HINT, button.hint());
        fields.choice(FieldName.TYPE, button.type());
        fields.string(FieldName.KEY, button.key());
        fields.part(FieldName.ACTION, button.action(), ButtonWriter::action);
        fields.end(button.other());
    }

    static void references(Map<String, InstantButton> references, FieldWriter fields) throws IOException {
        if (references == null) {
            return;
        }
        fields.start(FieldName.REFERENCES);
        for (Map.Entry<String, InstantButton> reference : references.entrySet()) {
            fields.entry(reference.getKey(), reference.getValue(), ButtonWriter::reference);
        }
        fields.end(Map.of());
    }

    static void reference(InstantButton button, FieldWriter fields) throws IOException {
        fields.start();
        fields.string(FieldName.TYPE, "button");
        fields.start(FieldName.OBJECT);
        fields.string(FieldName.LABEL, button.label());
        fields.choice(FieldName.TYPE, button.type());
        fields.part(FieldName.ACTION, button.action(), ButtonWriter::action);
        fields.plain(FieldName.ARGUMENTS, button.arguments());
        fields.end(button.other());
        fields.end(button.referenceOther());
    }

    static void action(Action action, FieldWriter fields) throws IOException {
        fields.start();
        if (action.data() != null) {
            fields.string(FieldName.TYPE, action.data().type());
            fields.part(FieldName.DATA, action.data(), ButtonWriter::data);
        }
        fields.part(FieldName.CONFIRM, action.confirm(), ButtonWriter::confirmation);
        fields.end(action.other());
    }

    static void data(ActionData data, FieldWriter fields) throws IOException {
        fields.start();
        if (data instanceof InvokeFunction function) {
            fields.string(FieldName.NAME, function.name());
            fields.string(FieldName.OWNER, function.owner());
        } else if (data instanceof OpenUrl open) {
            fields.string(FieldName.WEB, open.web());
            fields.string(FieldName.WINDOWS, open.windows());
            fields.string(FieldName.IOS, open.iOS());
            fields.string(FieldName.ANDROID, open.android());
        } else if (data instanceof PreviewUrl preview) {
            fields.string(FieldName.URL, preview.url());
        } else if (data instanceof SystemApi system) {
            fields.string(FieldName.API, system.api());
        } else if (data instanceof Copy copy) {
            fields.string(FieldName.TEXT, copy.text());
        } else if (!(data instanceof OtherAction)) {
            throw MessageWriter.unknown(data);
        }
        fields.end(data.other());
    }

    static void confirmation(Confirmation confirmation, FieldWriter fields) throws IOException {
        fields.start();
        fields.string(FieldName.TITLE, confirmation.title());
        fields.string(FieldName.DESCRIPTION, confirmation.description());
        input(confirmation.input(), fields);
        fields.choice(FieldName.EMOTION, confirmation.emotion());
        fields.string(FieldName.BUTTON_LABEL, confirmation.buttonLabel());
        fields.string(FieldName.CANCEL_BUTTON_LABEL, confirmation.cancelButtonLabel());
        if (confirmation.mandatory() != null) {
            fields.string(FieldName.MANDATORY, confirmation.mandatory().toString());
        }
        fields.end(confirmation.other());
    }

    private static void input(ConfirmationInput input, FieldWriter fields) throws IOException {
        if (input instanceof TextPrompt text) {
            fields.string(FieldName.INPUT, text.prompt());
        } else if (input instanceof TokenPrompt token) {
            fields.part(FieldName.INPUT, token, ButtonWriter::tokenPrompt);
        } else if (input != null) {
            throw MessageWriter.unknown(input);
        }
    }

    static void tokenPrompt(TokenPrompt prompt, FieldWriter fields) throws IOException {
        fields.start();
        fields.string(FieldName.TYPE, TokenPrompt.TYPE);
        fields.end(prompt.other());
    }
}
