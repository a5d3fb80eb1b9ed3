package io.github.camelcliq.sandbox.config;

import io.github.camelcliq.sandbox.Sandbox;
import io.github.camelcliq.sandbox.limits.Limits;
import io.github.camelcliq.sandbox.limits.ThrottleAnswer;
import java.util.LinkedHashMap;
import java.util.Map;

/** The part of a file that says how often people may post: the keys of {@code POST /sandbox/limits}. */
final class LimitsSection {

    private static final Map<String, Limits> PRESETS = new LinkedHashMap<>();

    static {
        PRESETS.put("off", Limits.OFF);
        PRESETS.put("of-cliq", Limits.OF_CLIQ);
    }

    private static final Map<String, ThrottleAnswer.Form> FORMS = Labels.of(ThrottleAnswer.Form.values());

    private LimitsSection() {}

    /** Sets the limits. A missing key has the value that Cliq documents. */
    static Sandbox.Builder apply(FileObject section, Sandbox.Builder sandbox) {
        Limits preset = section.choice("preset", PRESETS).orElse(Limits.OF_CLIQ);
        Limits limits = new Limits(
                section.number("posts").orElse(preset.posts()),
                section.number("restricted").orElse(preset.restricted()),
                section.duration("window").orElse(preset.window()),
                section.duration("lock").orElse(preset.lock()));
        ThrottleAnswer answer = new ThrottleAnswer(
                section.choice("form", FORMS).orElse(ThrottleAnswer.Form.FLAT),
                section.flag("retryAfter").orElse(false));
        return sandbox.limits(limits).throttleAnswer(answer);
    }
}
