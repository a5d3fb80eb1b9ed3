package io.github.camelcliq.message.json;

import io.github.camelcliq.message.Action;
import io.github.camelcliq.message.ActionData;
import io.github.camelcliq.message.Button;
import io.github.camelcliq.message.ButtonStyle;
import io.github.camelcliq.message.Confirmation;
import io.github.camelcliq.message.ConfirmationInput;
import io.github.camelcliq.message.Copy;
import io.github.camelcliq.message.Emotion;
import io.github.camelcliq.message.InstantButton;
import io.github.camelcliq.message.InvokeFunction;
import io.github.camelcliq.message.OpenUrl;
import io.github.camelcliq.message.OtherAction;
import io.github.camelcliq.message.PreviewUrl;
import io.github.camelcliq.message.SystemApi;
import io.github.camelcliq.message.TextPrompt;
import io.github.camelcliq.message.TokenPrompt;
import java.util.Set;

/** Reads buttons of both kinds, their actions and confirmations. */
final class ButtonReader {

    private static final String ACTION_TYPES = "one of " + String.join(", ", ActionData.TYPES);

    private ButtonReader() {}

    static Button button(NodeReader node) {
        return new Button(
                node.string("label"),
                node.string("hint"),
                node.choice("type", ButtonStyle.class),
                node.string("key"),
                node.object("action", ButtonReader::action),
                node.others(Button.FIELDS));
    }

    static InstantButton reference(NodeReader node) {
        NodeReader type = node.field("type");
        if (type == null) {
            node.missing("type", "\"button\"");
        } else if (!type.isText() || !type.text().equals("button")) {
            type.mismatch("\"button\"");
        }
        NodeReader object = node.field("object");
        if (object == null) {
            node.missing("object", "an object");
            return null;
        }
        return object.object(button -> instantButton(node, button));
    }

    private static InstantButton instantButton(NodeReader reference, NodeReader button) {
        return new InstantButton(
                button.string("label"),
                button.choice("type", ButtonStyle.class),
                button.object("action", ButtonReader::action),
                button.freeObject("arguments"),
                button.others(InstantButton.FIELDS),
                reference.others(InstantButton.REFERENCE_FIELDS));
    }

    private static Action action(NodeReader node) {
        return new Action(
                actionData(node), node.object("confirm", ButtonReader::confirmation), node.others(Action.FIELDS));
    }

    private static ActionData actionData(NodeReader node) {
        NodeReader type = node.field("type");
        if (type == null) {
            node.missing("type", ACTION_TYPES);
            return null;
        }
        return switch (type.isText() ? type.text() : "") {
            case InvokeFunction.TYPE -> invokeFunction(node.requiredObject("data"));
            case OpenUrl.TYPE -> openUrl(node.requiredObject("data"));
            case PreviewUrl.TYPE -> previewUrl(node.requiredObject("data"));
            case SystemApi.TYPE -> systemApi(node.requiredObject("data"));
            case Copy.TYPE -> copy(node.requiredObject("data"));
            default ->
                type.isText()
                        ? new OtherAction(
                                type.text(), node.requiredObject("data").others(Set.of()))
                        : type.mismatch(ACTION_TYPES);
        };
    }

    private static ActionData invokeFunction(NodeReader data) {
        return new InvokeFunction(data.string("name"), data.string("owner"), data.others(InvokeFunction.FIELDS));
    }

    private static ActionData openUrl(NodeReader data) {
        return new OpenUrl(
                data.string("web"),
                data.string("windows"),
                data.string("iOS"),
                data.string("android"),
                data.others(OpenUrl.FIELDS));
    }

    private static ActionData previewUrl(NodeReader data) {
        NodeReader url = data.field("url");
        NodeReader web = data.field("web");
        if (url != null && web != null) {
            web.mismatch("the address stands in url or in web, not in both");
        } else if (web != null) {
            web.movedTo(data.pointer() + "/url");
        }
        return new PreviewUrl(
                url == null && web != null ? web.string() : data.string("url"), data.others(PreviewUrl.FIELDS));
    }

    private static ActionData systemApi(NodeReader data) {
        return new SystemApi(data.string("api"), data.others(SystemApi.FIELDS));
    }

    private static ActionData copy(NodeReader data) {
        return new Copy(data.string("text"), data.others(Copy.FIELDS));
    }

    private static Confirmation confirmation(NodeReader node) {
        return new Confirmation(
                node.string("title"),
                node.string("description"),
                input(node),
                node.choice("emotion", Emotion.class),
                node.string("button_label"),
                node.string("cancel_button_label"),
                mandatory(node),
                node.others(Confirmation.FIELDS));
    }

    private static ConfirmationInput input(NodeReader confirmation) {
        NodeReader input = confirmation.field("input");
        if (input == null) {
            return null;
        }
        if (input.isText()) {
            return new TextPrompt(input.text());
        }
        return input.isObject() ? tokenPrompt(input) : input.mismatch("a string, or an object that asks for a token");
    }

    private static ConfirmationInput tokenPrompt(NodeReader input) {
        NodeReader type = input.field("type");
        if (type == null) {
            input.missing("type", '"' + TokenPrompt.TYPE + '"');
            return null;
        }
        if (!type.isText() || !type.text().equals(TokenPrompt.TYPE)) {
            return type.mismatch('"' + TokenPrompt.TYPE + '"');
        }
        return new TokenPrompt(input.others(TokenPrompt.FIELDS));
    }

    /** Reads a string, as the reference has it, or a boolean, which people write. */
    private static Boolean mandatory(NodeReader confirmation) {
        NodeReader mandatory = confirmation.field("mandatory");
        if (mandatory == null) {
            return null;
        }
        if (!mandatory.isText()) {
            return mandatory.truth("\"true\" or \"false\"");
        }
        return switch (mandatory.text()) {
            case "true" -> Boolean.TRUE;
            case "false" -> Boolean.FALSE;
            default -> mandatory.mismatch("\"true\" or \"false\"");
        };
    }
}
