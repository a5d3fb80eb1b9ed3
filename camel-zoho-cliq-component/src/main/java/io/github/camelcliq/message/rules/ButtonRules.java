package io.github.camelcliq.message.rules;

import io.github.camelcliq.message.Button;
import io.github.camelcliq.message.CliqMessage;
import io.github.camelcliq.message.MessageLimit;
import io.github.camelcliq.message.QuotedValue;
import io.github.camelcliq.message.Rule;
import io.github.camelcliq.message.Slide;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The rules for the buttons below a message or a slide (buttons reference). */
final class ButtonRules {

    private final OtherFieldRules otherFields;
    private final ActionRules actions;

    ButtonRules(OtherFieldRules otherFields) {
        this.otherFields = otherFields;
        this.actions = new ActionRules(otherFields);
    }

    Findings check(List<Button> buttons) {
        if (buttons == null) {
            return Findings.NONE;
        }
        Findings found = TextRules.atMost(buttons, MessageLimit.BUTTONS);
        for (int i = 0; i < buttons.size(); i++) {
            found = found.and(button(buttons.get(i)).at(i));
        }
        return found;
    }

    private Findings button(Button button) {
        if (button == null) {
            return TextRules.nullEntry();
        }
        Findings type = button.type() == null
                ? Findings.of(Rule.BUTTON_TYPE, TextRules.REQUIRED + ", one of +, -", null)
                : Findings.NONE;
        return TextRules.label(button.label())
                .at("label")
                .and(type.at("type"))
                .and(TextRules.optional(button.hint(), MessageLimit.BUTTON_HINT).at("hint"))
                .and(TextRules.optional(button.key(), MessageLimit.BUTTON_KEY).at("key"))
                .and(actions.onCard(button.action()).at("action"))
                .and(otherFields.check(button.other()));
    }

    /** Checks that no two buttons of a message have the same key: a click sends only its key. Our choice. */
    Findings uniqueKeys(CliqMessage message) {
        boolean slides = message.slides() != null && !message.slides().isEmpty();
        if (!slides && isFewWithUniqueKeys(message.buttons())) {
            return Findings.NONE;
        }
        Set<String> seen = new HashSet<>();
        Findings found = repeatedKeys(message.buttons(), seen);
        for (int i = 0; slides && i < message.slides().size(); i++) {
            Slide slide = message.slides().get(i);
            if (slide != null) {
                found = found.and(repeatedKeys(slide.buttons(), seen).at(i).at("slides"));
            }
        }
        return found;
    }

    private static Findings repeatedKeys(List<Button> buttons, Set<String> seen) {
        Findings found = Findings.NONE;
        for (int i = 0; buttons != null && i < buttons.size(); i++) {
            String key = key(buttons, i);
            if (key != null && !seen.add(key)) {
                found = found.and(Findings.of(Rule.UNIQUE_KEY, "unique within the message", QuotedValue.text(key))
                        .at("key")
                        .at(i));
            }
        }
        return found.at("buttons");
    }

    /** Compares the buttons pair by pair, which takes no memory. A valid message has few of them. */
    private static boolean isFewWithUniqueKeys(List<Button> buttons) {
        if (buttons == null) {
            return true;
        }
        if (buttons.size() > MessageLimit.BUTTONS.value()) {
            return false;
        }
        for (int i = 1; i < buttons.size(); i++) {
            String key = key(buttons, i);
            for (int j = 0; key != null && j < i; j++) {
                if (key.equals(key(buttons, j))) {
                    return false;
                }
            }
        }
        return true;
    }

    private static String key(List<Button> buttons, int i) {
        Button button = buttons.get(i);
        return button == null ? null : button.key();
    }
}
