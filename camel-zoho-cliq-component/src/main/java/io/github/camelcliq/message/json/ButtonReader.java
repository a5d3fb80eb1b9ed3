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

    static Button button(Place place) {
        return new Button(
                place.string("label"),
                place.string("hint"),
                place.choice("type", ButtonStyle.class),
                place.string("key"),
                place.object("action", ButtonReader::action),
                place.others(Button.FIELDS));
    }

    static InstantButton reference(Place place) {
        Place type = place.field("type");
        if (type == null) {
            place.missing("type", "\"button\"");
        } else if (!type.isText() || !type.text().equals("button")) {
            type.misfit("\"button\"");
        }
        Place object = place.field("object");
        if (object == null) {
            place.missing("object", "an object");
            return null;
        }
        return object.object(button -> instantButton(place, button));
    }

    private static InstantButton instantButton(Place reference, Place button) {
        return new InstantButton(
                button.string("label"),
                button.choice("type", ButtonStyle.class),
                button.object("action", ButtonReader::action),
                button.freeObject("arguments"),
                button.others(InstantButton.FIELDS),
                reference.others(InstantButton.REFERENCE_FIELDS));
    }

    private static Action action(Place place) {
        return new Action(
                actionData(place), place.object("confirm", ButtonReader::confirmation), place.others(Action.FIELDS));
    }

    private static ActionData actionData(Place place) {
        Place type = place.field("type");
        if (type == null) {
            place.missing("type", ACTION_TYPES);
            return null;
        }
        return switch (type.isText() ? type.text() : "") {
            case InvokeFunction.TYPE -> invokeFunction(place.requiredObject("data"));
            case OpenUrl.TYPE -> openUrl(place.requiredObject("data"));
            case PreviewUrl.TYPE -> previewUrl(place.requiredObject("data"));
            case SystemApi.TYPE -> systemApi(place.requiredObject("data"));
            case Copy.TYPE -> copy(place.requiredObject("data"));
            default ->
                type.isText()
                        ? new OtherAction(
                                type.text(), place.requiredObject("data").others(Set.of()))
                        : type.misfit(ACTION_TYPES);
        };
    }

    private static ActionData invokeFunction(Place data) {
        return new InvokeFunction(data.string("name"), data.string("owner"), data.others(InvokeFunction.FIELDS));
    }

    private static ActionData openUrl(Place data) {
        return new OpenUrl(
                data.string("web"),
                data.string("windows"),
                data.string("iOS"),
                data.string("android"),
                data.others(OpenUrl.FIELDS));
    }

    private static ActionData previewUrl(Place data) {
        Place url = data.field("url");
        Place web = data.field("web");
        if (url != null && web != null) {
            web.misfit("the address stands in url or in web, not in both");
        } else if (web != null) {
            web.movedTo(data.pointer() + "/url");
        }
        return new PreviewUrl(
                url == null && web != null ? web.string() : data.string("url"), data.others(PreviewUrl.FIELDS));
    }

    private static ActionData systemApi(Place data) {
        return new SystemApi(data.string("api"), data.others(SystemApi.FIELDS));
    }

    private static ActionData copy(Place data) {
        return new Copy(data.string("text"), data.others(Copy.FIELDS));
    }

    private static Confirmation confirmation(Place place) {
        return new Confirmation(
                place.string("title"),
                place.string("description"),
                input(place),
                place.choice("emotion", Emotion.class),
                place.string("button_label"),
                place.string("cancel_button_label"),
                mandatory(place),
                place.others(Confirmation.FIELDS));
    }

    private static ConfirmationInput input(Place confirmation) {
        Place input = confirmation.field("input");
        if (input == null) {
            return null;
        }
        if (input.isText()) {
            return new TextPrompt(input.text());
        }
        return input.isObject() ? tokenPrompt(input) : input.misfit("a string, or an object that asks for a token");
    }

    private static ConfirmationInput tokenPrompt(Place input) {
        Place type = input.field("type");
        if (type == null) {
            input.missing("type", '"' + TokenPrompt.TYPE + '"');
            return null;
        }
        if (!type.isText() || !type.text().equals(TokenPrompt.TYPE)) {
            return type.misfit('"' + TokenPrompt.TYPE + '"');
        }
        return new TokenPrompt(input.others(TokenPrompt.FIELDS));
    }

    /** The reference has a string; people write a boolean. */
    private static Boolean mandatory(Place confirmation) {
        Place mandatory = confirmation.field("mandatory");
        if (mandatory == null) {
            return null;
        }
        if (!mandatory.isText()) {
            return mandatory.truth("\"true\" or \"false\"");
        }
        return switch (mandatory.text()) {
            case "true" -> Boolean.TRUE;
            case "false" -> Boolean.FALSE;
            default -> mandatory.misfit("\"true\" or \"false\"");
        };
    }
}
