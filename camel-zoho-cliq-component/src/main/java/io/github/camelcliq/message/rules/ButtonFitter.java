package io.github.camelcliq.message.rules;

import io.github.camelcliq.message.Action;
import io.github.camelcliq.message.ActionData;
import io.github.camelcliq.message.Button;
import io.github.camelcliq.message.Confirmation;
import io.github.camelcliq.message.ConfirmationInput;
import io.github.camelcliq.message.Copy;
import io.github.camelcliq.message.InstantButton;
import io.github.camelcliq.message.InvokeFunction;
import io.github.camelcliq.message.MessageLimit;
import io.github.camelcliq.message.OpenUrl;
import io.github.camelcliq.message.Pointers;
import io.github.camelcliq.message.PreviewUrl;
import io.github.camelcliq.message.QuotedValue;
import io.github.camelcliq.message.TextPrompt;
import io.github.camelcliq.message.UnicodeText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Fits buttons. It cuts visible texts. It never cuts an action, since half a link or half a key is another link or key.
 * It removes a button whose action is too long.
 */
final class ButtonFitter {

    private static final String TAKEN_OUT = "button taken out: ";

    private final Fitting fitting;

    ButtonFitter(Fitting fitting) {
        this.fitting = fitting;
    }

    /** Fits the buttons below a message or a slide. */
    List<Button> buttons(String at, List<Button> buttons) {
        if (buttons == null || buttons.isEmpty()) {
            return buttons;
        }
        List<Button> kept = new ArrayList<>();
        for (int i = 0; i < buttons.size(); i++) {
            if (kept.size() == MessageLimit.BUTTONS.value()) {
                fitting.remark(
                        at,
                        "cut to " + MessageLimit.BUTTONS.rule(),
                        QuotedValue.count(buttons.size(), MessageLimit.BUTTONS.unit()));
                break;
            }
            Button button = buttons.get(i);
            String place = at + "/" + i;
            if (button == null) {
                kept.add(null);
            } else if (isWhole(place + "/key", button.key(), MessageLimit.BUTTON_KEY)
                    && isWhole(place + "/action", button.action())) {
                kept.add(button(place, button));
            }
        }
        return kept.isEmpty() ? null : kept;
    }

    private Button button(String at, Button button) {
        return new Button(
                fitting.label(at + "/label", button.label()),
                fitting.cut(at + "/hint", button.hint(), MessageLimit.BUTTON_HINT),
                button.type(),
                button.key(),
                action(at + "/action", button.action()),
                button.other());
    }

    /** Fits the instant buttons of a text, by their keys. */
    Map<String, InstantButton> references(String at, Map<String, InstantButton> references) {
        if (references == null) {
            return null;
        }
        Map<String, InstantButton> kept = new LinkedHashMap<>();
        references.forEach((key, button) -> {
            String place = at + Pointers.segment(key) + "/object";
            if (button == null) {
                kept.put(key, null);
            } else if (isWhole(place + "/action", button.action())) {
                kept.put(key, instant(place, button));
            }
        });
        return kept;
    }

    private InstantButton instant(String at, InstantButton button) {
        return new InstantButton(
                fitting.label(at + "/label", button.label()),
                button.type(),
                button.action(),
                button.arguments(),
                button.other(),
                button.referenceOther());
    }

    private Action action(String at, Action action) {
        return action == null || action.confirm() == null
                ? action
                : new Action(action.data(), confirmation(at + "/confirm", action.confirm()), action.other());
    }

    private Confirmation confirmation(String at, Confirmation confirmation) {
        ConfirmationInput input = confirmation.input() instanceof TextPrompt text
                ? new TextPrompt(fitting.cut(at + "/input", text.prompt(), MessageLimit.CONFIRMATION_INPUT))
                : confirmation.input();
        return new Confirmation(
                fitting.cut(at + "/title", confirmation.title(), MessageLimit.CONFIRMATION_TITLE),
                fitting.cut(at + "/description", confirmation.description(), MessageLimit.CONFIRMATION_DESCRIPTION),
                input,
                confirmation.emotion(),
                fitting.cut(at + "/button_label", confirmation.buttonLabel(), MessageLimit.CONFIRMATION_BUTTON),
                fitting.cut(
                        at + "/cancel_button_label",
                        confirmation.cancelButtonLabel(),
                        MessageLimit.CONFIRMATION_BUTTON),
                confirmation.mandatory(),
                confirmation.other());
    }

    private boolean isWhole(String at, Action action) {
        ActionData data = action == null ? null : action.data();
        if (data instanceof InvokeFunction function) {
            return isUnicode(at + "/data/name", function.name()) && isUnicode(at + "/data/owner", function.owner());
        }
        if (data instanceof OpenUrl open) {
            return isWhole(at + "/data/web", open.web(), MessageLimit.OPEN_URL)
                    && isWhole(at + "/data/windows", open.windows(), MessageLimit.OPEN_URL)
                    && isWhole(at + "/data/iOS", open.iOS(), MessageLimit.OPEN_URL)
                    && isWhole(at + "/data/android", open.android(), MessageLimit.OPEN_URL);
        }
        if (data instanceof PreviewUrl preview) {
            return isWhole(at + "/data/url", preview.url(), MessageLimit.PREVIEW_URL);
        }
        return !(data instanceof Copy copy) || isWhole(at + "/data/text", copy.text(), MessageLimit.COPY_TEXT);
    }

    private boolean isWhole(String at, String value, MessageLimit limit) {
        if (value != null && fitting.isBroken(at) && value.length() > limit.value()) {
            fitting.remark(at, TAKEN_OUT + limit.rule(), QuotedValue.length(value));
            return false;
        }
        return isUnicode(at, value);
    }

    private boolean isUnicode(String at, String value) {
        if (value == null || !fitting.isBroken(at) || UnicodeText.isWellFormed(value)) {
            return true;
        }
        fitting.remark(at, TAKEN_OUT + "half a surrogate pair", QuotedValue.text(value));
        return false;
    }
}
