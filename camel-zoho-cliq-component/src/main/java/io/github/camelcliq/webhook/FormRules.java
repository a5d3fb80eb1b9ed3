package io.github.camelcliq.webhook;

import io.github.camelcliq.message.UnicodeText;
import io.github.camelcliq.message.Violation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The rules of the forms reference for a form in an answer. Cliq checks the format of its inputs. */
final class FormRules {

    private final FormReply form;
    private final List<Violation> violations = new ArrayList<>();

    FormRules(FormReply form) {
        this.form = form;
    }

    List<Violation> violations() {
        required("/title", form.title());
        required("/name", form.name());
        required("/action/name", form.function());
        if (form.name() != null && form.name().length() > FormReply.NAME_LENGTH) {
            violations.add(new Violation(
                    "/name",
                    "at most " + FormReply.NAME_LENGTH + " characters",
                    form.name().length() + " characters"));
        }
        if (form.inputs().isEmpty()) {
            violations.add(new Violation("/inputs", "required, at least one input", null));
        }
        violations.addAll(encoding(form.json()));
        return violations;
    }

    /** Returns a violation if the JSON cannot be written as UTF-8. */
    static List<Violation> encoding(String json) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(json)
                ? List.of()
                : List.of(new Violation("", "whole surrogate pairs only, since half a pair has no UTF-8", null));
    }

    private void required(String pointer, String text) {
        if (text == null || UnicodeText.isBlank(text)) {
            violations.add(new Violation(pointer, "required, not blank", text == null ? null : "blank"));
        }
    }
}
