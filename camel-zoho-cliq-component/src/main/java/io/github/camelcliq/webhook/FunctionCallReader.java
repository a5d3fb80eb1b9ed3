package io.github.camelcliq.webhook;

import static io.github.camelcliq.webhook.CallNodes.flag;
import static io.github.camelcliq.webhook.CallNodes.node;
import static io.github.camelcliq.webhook.CallNodes.text;
import static io.github.camelcliq.webhook.CallNodes.time;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.github.camelcliq.webhook.FunctionCall.Access;
import io.github.camelcliq.webhook.FunctionCall.Chat;
import io.github.camelcliq.webhook.FunctionCall.ClickedButton;
import io.github.camelcliq.webhook.FunctionCall.ClickedMessage;
import io.github.camelcliq.webhook.FunctionCall.Environment;
import io.github.camelcliq.webhook.FunctionCall.Form;
import io.github.camelcliq.webhook.FunctionCall.Handler;
import io.github.camelcliq.webhook.FunctionCall.Person;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads one call from the tree that Cliq sent (functions and handlers pages of the platform's help). The handlers share
 * an envelope, but not its content: a value may be an object for one handler and a text for another.
 */
final class FunctionCallReader {

    /** The handlers of a changed field, and of a field whose options are requested. The last name is older. */
    private static final Set<String> FIELD_HANDLERS =
            Set.of("form_change_handler", "form_dynamic_select_handler", "form_values_handler");

    private final JsonNode root;
    private final JsonNode params;
    private final JsonNode arguments;
    private final JsonNode target;

    FunctionCallReader(JsonNode tree) {
        this.root = tree == null ? NullNode.getInstance() : tree;
        this.params = node(root, "params");
        this.arguments = node(params, "arguments");
        this.target = node(params, "target");
    }

    FunctionCall call() {
        return new FunctionCall(
                text(root, "type"),
                text(root, "name"),
                text(root, "unique_name"),
                handler(),
                text(root, "sub_action"),
                time(root, "timestamp"),
                text(params, "event"),
                button(),
                input(),
                isOfAField() ? text(target, "name") : null,
                form(),
                CallNodes.fields(arguments),
                text(arguments),
                person(node(params, "user")),
                chat(),
                message(),
                access(),
                environment(),
                root);
    }

    private Handler handler() {
        JsonNode handler = node(root, "handler");
        return handler.isObject()
                ? new Handler(text(handler, "type"), text(handler, "name"))
                : new Handler(text(handler), null);
    }

    /** Returns whether the target is a field of a form and not a button. */
    private boolean isOfAField() {
        return FIELD_HANDLERS.contains(String.valueOf(handler().type()));
    }

    /**
     * Reads the button. Its key is in one of two places; the reference does not say when. Widgets and link previews
     * have a label instead of the name.
     */
    private ClickedButton button() {
        return isOfAField()
                ? ClickedButton.NONE
                : new ClickedButton(
                        first(text(arguments, "key"), text(target, "key")),
                        first(text(target, "name"), text(target, "label")),
                        text(target, "hint"));
    }

    private Form form() {
        JsonNode form = node(params, "form");
        return form.isObject() ? new Form(text(form, "name"), CallNodes.fields(node(form, "values"))) : Form.NONE;
    }

    /**
     * Reads the typed input. The reference documents the target for link previews, and the arguments for a token
     * prompt. Other places are tried too.
     */
    private String input() {
        JsonNode typed = node(arguments, "input");
        return first(
                text(target, "input"), text(typed), text(typed, "token"), text(typed, "value"), text(typed, "text"));
    }

    private static String first(String... candidates) {
        return Stream.of(candidates).filter(Objects::nonNull).findFirst().orElse(null);
    }

    private static Person person(JsonNode person) {
        if (!person.isObject()) {
            return Person.NONE;
        }
        return new Person(
                text(person, "id"),
                text(person, "zoho_user_id"),
                text(person, "email"),
                text(person, "first_name"),
                text(person, "last_name"),
                flag(person, "admin"),
                text(person, "language"),
                text(person, "timezone"),
                text(person, "country"),
                text(person, "organization_id"),
                text(person, "status"));
    }

    private Chat chat() {
        JsonNode chat = node(params, "chat");
        if (!chat.isObject()) {
            return Chat.NONE;
        }
        return new Chat(
                text(chat, "id"),
                text(chat, "type"),
                text(chat, "title"),
                text(chat, "owner"),
                members(node(chat, "members")));
    }

    private static List<Person> members(JsonNode array) {
        List<Person> members = new ArrayList<>();
        if (array.isArray()) {
            array.forEach(member -> {
                if (member.isObject()) {
                    members.add(person(member));
                }
            });
        }
        return members;
    }

    private ClickedMessage message() {
        JsonNode message = node(params, "message");
        Instant time = time(node(params, "message_details"), "time");
        if (!message.isObject()) {
            return new ClickedMessage(null, text(message), null, time, null, Person.NONE);
        }
        return new ClickedMessage(
                text(message, "id"),
                text(message, "text"),
                text(message, "type"),
                node(message, "time").isMissingNode() ? time : time(message, "time"),
                flag(message, "is_read"),
                person(node(message, "sender")));
    }

    private Access access() {
        JsonNode access = node(params, "access");
        if (!access.isObject()) {
            return Access.NONE;
        }
        JsonNode organization = node(access, "organization");
        return new Access(
                text(access, "user_id"),
                text(access, "zoho_user_id"),
                text(access, "chat_id"),
                text(organization, "id"),
                text(organization, "type"),
                text(access, "user_agent"));
    }

    private Environment environment() {
        JsonNode environment = node(params, "environment");
        return environment.isObject()
                ? new Environment(
                        text(environment, "tld"), text(environment, "data_center"), text(environment, "base_url"))
                : Environment.NONE;
    }
}
