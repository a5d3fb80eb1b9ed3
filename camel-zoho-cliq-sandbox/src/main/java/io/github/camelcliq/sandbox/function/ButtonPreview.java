package io.github.camelcliq.sandbox.function;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelcliq.sandbox.click.PressedButton;
import io.github.camelcliq.sandbox.click.Shown;
import java.util.stream.Stream;

/** Says what a button would do that acts in Cliq itself, or in the browser. */
final class ButtonPreview {

    private ButtonPreview() {}

    static Shown of(PressedButton button) {
        JsonNode data = button.data();
        return switch (button.action()) {
            case "open.url" -> shown(Shown.Kind.OPEN, data, "web", "windows", "iOS", "android");
            case "preview.url" -> shown(Shown.Kind.PREVIEW, data, "url", "web");
            case "copy" -> shown(Shown.Kind.COPY, data, "text");
            case "system.api" -> shown(Shown.Kind.CALL, data, "api");
            default -> new Shown(Shown.Kind.CALL, button.action(), data.toString(), "");
        };
    }

    /** @param keys the keys to look under for the text that a person would read; the first that exists counts */
    private static Shown shown(Shown.Kind kind, JsonNode data, String... keys) {
        String text = Stream.of(keys)
                .map(key -> data.path(key).asText(""))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse("");
        return new Shown(kind, text, data.toString(), "");
    }
}
