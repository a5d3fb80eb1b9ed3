package io.github.camelcliq.sandbox.click;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A button as it stands in a message.
 *
 * @param key its key, or the key of its reference; empty if it has none
 * @param json the button, or the {@code object} of the reference
 */
public record PressedButton(String key, JsonNode json) {

    /**
     * Finds a button in a message that was accepted.
     *
     * @param name as in {@link Click#button()}. A button's key is looked for first, then the key of an instant button,
     *     then an index
     */
    public static Optional<PressedButton> find(JsonNode message, String name) {
        List<PressedButton> all = all(message);
        Optional<PressedButton> byKey = all.stream()
                .filter(button -> !name.isEmpty() && button.key().equals(name))
                .findFirst();
        return byKey.or(() -> instant(message, name)).or(() -> at(all, name));
    }

    /** Returns the type of its action, such as {@code invoke.function}. */
    public String action() {
        return json.path("action").path("type").asText();
    }

    /** Returns the data of its action. */
    public JsonNode data() {
        return json.path("action").path("data");
    }

    /** Returns the confirmation of its action. */
    public Confirmation confirmation() {
        return Confirmation.of(json.path("action"));
    }

    /** Returns a copy of the arguments for its function: those of the reference, if it is an instant button. */
    ObjectNode arguments() {
        JsonNode arguments = json.path("arguments");
        return arguments.isObject() ? arguments.deepCopy() : JsonNodeFactory.instance.objectNode();
    }

    String label() {
        return json.path("label").asText();
    }

    String hint() {
        return json.path("hint").asText("");
    }

    private static List<PressedButton> all(JsonNode message) {
        List<PressedButton> all = new ArrayList<>();
        add(message.path("buttons"), all);
        add(message.path("card").path("buttons"), all);
        message.path("slides").forEach(slide -> add(slide.path("buttons"), all));
        return all;
    }

    private static void add(JsonNode buttons, List<PressedButton> all) {
        buttons.forEach(button -> all.add(new PressedButton(button.path("key").asText(""), button)));
    }

    private static Optional<PressedButton> instant(JsonNode message, String name) {
        JsonNode reference = message.path("references").path(name);
        return reference.isObject() ? Optional.of(new PressedButton(name, reference.path("object"))) : Optional.empty();
    }

    private static Optional<PressedButton> at(List<PressedButton> all, String index) {
        boolean there = index.matches("[0-9]{1,9}") && Integer.parseInt(index) < all.size();
        return there ? Optional.of(all.get(Integer.parseInt(index))) : Optional.empty();
    }
}
