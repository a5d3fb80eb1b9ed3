package io.github.camelcliq.sandbox.click;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelcliq.sandbox.click.ClickScene.Clicked;
import io.github.camelcliq.sandbox.click.ClickScene.Sender;
import io.github.camelcliq.sandbox.organisation.CliqUser;
import io.github.camelcliq.sandbox.organisation.Permission;

/**
 * Writes the request that tells a function about a click: all fields of Zoho's sample that the function's permissions
 * allow.
 */
public final class ClickEnvelope {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    // of everybody in the sandbox, as in the sample
    private static final String LANGUAGE = "en";
    private static final String TIMEZONE = "Asia/Calcutta";
    private static final String COUNTRY = "us";

    private final ClickScene scene;

    private ClickEnvelope(ClickScene scene) {
        this.scene = scene;
    }

    /** Returns the request's body. */
    public static ObjectNode of(ClickScene scene) {
        return new ClickEnvelope(scene).envelope();
    }

    private ObjectNode envelope() {
        ObjectNode envelope = JSON.objectNode().put("name", scene.function().name());
        envelope.putObject("handler").put("type", "button_handler");
        envelope.put("type", "function")
                .put("timestamp", scene.time().toEpochMilli())
                .put("response_url", scene.responseUrl());
        envelope.set("params", params());
        return envelope;
    }

    private ObjectNode params() {
        ObjectNode params = JSON.objectNode();
        params.set("environment", environment());
        params.set("access", access());
        if (isAllowed(Permission.USER)) {
            params.set("user", user());
        }
        if (isAllowed(Permission.MESSAGE)) {
            params.set("message", message());
        }
        if (isAllowed(Permission.CHAT)) {
            params.set("chat", chat());
        }
        params.set("target", target());
        params.put("event", "click");
        params.set("arguments", arguments());
        return params;
    }

    private boolean isAllowed(Permission permission) {
        return scene.function().permissions().contains(permission);
    }

    private ObjectNode environment() {
        return JSON.objectNode()
                .put("tld", ".com")
                .put("data_center", "US")
                .put(
                        "base_url",
                        "https://cliq.zoho.com/company/" + scene.organisation().id());
    }

    private ObjectNode access() {
        ObjectNode access = JSON.objectNode()
                .put("user_id", scene.user().id())
                .put("zoho_user_id", scene.user().id());
        access.putObject("organization")
                .put("type", "company")
                .put("id", scene.organisation().id());
        return access.put("user_agent", "camel-zoho-cliq-sandbox")
                .put("chat_id", scene.place().id());
    }

    private ObjectNode user() {
        CliqUser user = scene.user();
        return JSON.objectNode()
                .put("id", user.id())
                .put("email", user.email())
                .put("first_name", user.firstName())
                .put("last_name", user.lastName())
                .put("admin", user.admin())
                .put("language", LANGUAGE)
                .put("timezone", TIMEZONE)
                .put("country", COUNTRY)
                .put("organization_id", scene.organisation().id())
                .put("zoho_user_id", user.id());
    }

    /** Returns the message with its id. Zoho's sample leaves the id out, but it was seen in the field. */
    private ObjectNode message() {
        Clicked message = scene.message();
        ObjectNode written = JSON.objectNode().put("is_read", false);
        written.set("sender", sender(message.sender()));
        return written.put("time", Long.toString(message.time().toEpochMilli()))
                .put("text", message.text())
                .put("type", "text")
                .put("id", message.id());
    }

    private static ObjectNode sender(Sender sender) {
        return JSON.objectNode()
                .put("id", sender.id())
                .put("first_name", sender.firstName())
                .put("last_name", sender.lastName())
                .put("email", sender.email())
                .put("country", COUNTRY)
                .put("language", LANGUAGE)
                .put("timezone", TIMEZONE);
    }

    private ObjectNode chat() {
        ObjectNode chat = JSON.objectNode()
                .put("id", scene.place().id())
                .put("type", scene.place().type())
                .put("owner", scene.organisation().users().get(0).id());
        ArrayNode members = chat.putArray("members");
        scene.organisation().users().forEach(user -> members.add(member(user)));
        chat.putArray("recent_messages");
        return chat;
    }

    private static ObjectNode member(CliqUser user) {
        return JSON.objectNode()
                .put("id", user.id())
                .put("first_name", user.firstName())
                .put("last_name", user.lastName())
                .put("email", user.email())
                .put("status", "0");
    }

    /** Returns the button. Its key stands here and among the arguments: both were seen. */
    private ObjectNode target() {
        PressedButton button = scene.button();
        ObjectNode target = JSON.objectNode().put("name", button.label()).put("hint", button.hint());
        if (!button.key().isEmpty()) {
            target.put("key", button.key());
        }
        if (scene.click().hasInput() && !isToken()) {
            target.put("input", scene.click().input());
        }
        return target;
    }

    private ObjectNode arguments() {
        ObjectNode arguments = scene.button().arguments();
        if (!scene.button().key().isEmpty() && !arguments.has("key")) {
            arguments.put("key", scene.button().key());
        }
        if (scene.click().hasInput() && isToken()) {
            arguments.putObject("input").put("token", scene.click().input());
        }
        return arguments;
    }

    private boolean isToken() {
        return scene.click().token() || scene.button().confirmation().tokenPrompt();
    }
}
