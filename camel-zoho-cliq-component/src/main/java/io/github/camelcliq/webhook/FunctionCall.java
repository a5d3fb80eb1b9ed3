package io.github.camelcliq.webhook;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelcliq.message.json.MessageJson;
import io.github.camelcliq.message.json.ParsedJson;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A call of Cliq to a function, a bot or another handler: the person, the button, the chat, and the typed text.
 *
 * <p>The content depends on the handler and its permissions, so every part may be missing. A missing text, number or
 * time is {@code null}. A missing list, map or record is empty and never {@code null}, so {@code ${body.user.email}} in
 * a route needs no checks. A number may also come as a text, and a text as a number. A value of another type counts as
 * missing, and is still in the {@link #tree()}. Immutable.
 *
 * @param type the kind of handler: {@code function}, {@code bot}, {@code command}, {@code messageaction},
 *     {@code widget}, {@code link_preview}, {@code extension}, or a future one
 * @param name the name of the function or command; link previews, extensions and bots have none
 * @param uniqueName the unique name of the bot
 * @param handler the handler that is called
 * @param subAction the action of the bot, if its handler has several
 * @param timestamp the time of the click, by Cliq's clock
 * @param event what the person did, such as {@code click}
 * @param button the button that was pressed
 * @param input the text, or the token, that the person typed into the button's confirmation
 * @param field the name of the form's field that changed, or whose options are asked for
 * @param form the form that was submitted, or whose field it is
 * @param arguments the arguments by name, such as those of an instant button
 * @param argumentsText the arguments as one text, as bots and commands have them
 * @param user the person who clicked or typed
 * @param chat the chat of the click
 * @param message the clicked message; for the message handler of a bot, the received message
 * @param access the user on whose behalf Cliq calls
 * @param environment the Cliq organisation that calls
 * @param tree the whole call; a copy each time
 */
public record FunctionCall(
        String type,
        String name,
        String uniqueName,
        Handler handler,
        String subAction,
        Instant timestamp,
        String event,
        ClickedButton button,
        String input,
        String field,
        Form form,
        Map<String, Object> arguments,
        String argumentsText,
        Person user,
        Chat chat,
        ClickedMessage message,
        Access access,
        Environment environment,
        JsonNode tree) {

    public FunctionCall {
        Objects.requireNonNull(handler, "handler");
        Objects.requireNonNull(button, "button");
        Objects.requireNonNull(form, "form");
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(chat, "chat");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(access, "access");
        Objects.requireNonNull(environment, "environment");
        arguments = CallNodes.unmodifiable(arguments);
        tree = tree.deepCopy();
    }

    /**
     * Reads a call from the bytes of a request.
     *
     * @throws JsonProcessingException if the bytes are not JSON, exceed the limits of
     *     {@link MessageJson#parseForeign(byte[])}, or have a field twice, since another reader may read the other
     *     value. The text names the place, and never shows the bytes
     */
    public static FunctionCall parse(byte[] body) throws JsonProcessingException {
        ParsedJson parsed = MessageJson.parseForeign(body);
        if (!parsed.duplicateKeys().isEmpty()) {
            throw new JsonParseException(null, "broken JSON: a duplicate field");
        }
        return of(parsed.root());
    }

    /** Reads a call from any tree. Never fails; parts that cannot be read are missing. */
    public static FunctionCall of(JsonNode tree) {
        return new FunctionCallReader(tree).call();
    }

    /** Returns the tree. Jackson writes a call as this tree too. */
    @Override
    @JsonValue
    public JsonNode tree() {
        return tree.deepCopy();
    }

    /** Returns whether the request is a JSON object, as every call of Cliq. */
    public boolean isObject() {
        return tree.isObject();
    }

    /** Returns whether a bot is called. */
    public boolean isBot() {
        return "bot".equals(type);
    }

    /**
     * Returns the id of the chat for posts: that of {@link #access()}, otherwise that of {@link #chat()}. In the sample
     * of the reference these differ, and only the first has the form for posts. Our choice.
     */
    public String chatId() {
        return access.chatId() != null ? access.chatId() : chat.id();
    }

    /** Returns the id of the person: that of {@link #user()}, otherwise that of {@link #access()}. */
    public String userId() {
        return user.id() != null ? user.id() : access.userId();
    }

    /** Returns the whole call as JSON, for converters and for storing. It has what people typed. */
    public String json() {
        return tree.toString();
    }

    /** Returns the whole call as unmodifiable plain values; empty if it was not a JSON object. */
    public Map<String, Object> map() {
        return CallNodes.unmodifiable(CallNodes.fields(tree));
    }

    /** Returns the name of the called handler for logs. It has no text that people wrote. */
    @Override
    public String toString() {
        return "FunctionCall[" + type + " " + (name != null ? name : uniqueName) + "]";
    }

    /**
     * The handler that is called. Names vary between versions of Cliq.
     *
     * @param type such as {@code button_handler}, {@code form_submit_handler}, {@code message_handler}
     * @param name the name of the handler, which some handlers of bots have
     */
    public record Handler(String type, String name) {

        static final Handler NONE = new Handler(null, null);
    }

    /**
     * The button that was pressed.
     *
     * @param key the key that the message gave it
     * @param name the name or label
     * @param hint the hint
     */
    public record ClickedButton(String key, String name, String hint) {

        static final ClickedButton NONE = new ClickedButton(null, null, null);
    }

    /**
     * A form as a person filled it in. In a route, {@code ${body.form.values[amount]}} is a value.
     *
     * @param name the name that the form had when it opened
     * @param values the values by field name: texts, numbers or booleans, and for a selection a map of {@code label}
     *     and {@code value}; unmodifiable
     */
    public record Form(String name, Map<String, Object> values) {

        static final Form NONE = new Form(null, Map.of());

        public Form {
            values = CallNodes.unmodifiable(values);
        }

        /**
         * Returns the value of a field as text.
         *
         * @return the text; a number or boolean as text; the {@code value} of a selected option; {@code null} for other
         *     values, and if there is no such field
         */
        public String text(String field) {
            Object value = values.get(field) instanceof Map<?, ?> option ? option.get("value") : values.get(field);
            return value instanceof String || value instanceof Number || value instanceof Boolean
                    ? value.toString()
                    : null;
        }
    }

    /**
     * A person as Cliq describes them: the person who clicked, the sender of a message, or a member of a chat.
     *
     * @param id the id within the organisation
     * @param zohoUserId the id in all of Zoho
     * @param email the address
     * @param firstName the first name
     * @param lastName the last name
     * @param admin whether they administer the organisation
     * @param language such as {@code en}
     * @param timezone such as {@code Asia/Calcutta}
     * @param country such as {@code us}
     * @param organizationId the organisation
     * @param status the status of a member of a chat, as Cliq numbers it
     */
    public record Person(
            String id,
            String zohoUserId,
            String email,
            String firstName,
            String lastName,
            Boolean admin,
            String language,
            String timezone,
            String country,
            String organizationId,
            String status) {

        static final Person NONE = new Person(null, null, null, null, null, null, null, null, null, null, null);

        /** Returns first and last name, as far as known; otherwise the address; otherwise an empty text. */
        public String displayName() {
            String name = ((firstName == null ? "" : firstName) + " " + (lastName == null ? "" : lastName)).strip();
            return !name.isEmpty() ? name : email == null ? "" : email;
        }
    }

    /**
     * The chat of the click.
     *
     * @param id the id, see {@link FunctionCall#chatId()} for posts to it
     * @param type such as {@code channel}
     * @param title the name that people see
     * @param owner the id of the owner
     * @param members the members, if Cliq names them
     */
    public record Chat(String id, String type, String title, String owner, List<Person> members) {

        static final Chat NONE = new Chat(null, null, null, null, List.of());

        public Chat {
            members = List.copyOf(members);
        }
    }

    /**
     * The message that was clicked on.
     *
     * @param id the id, which Cliq may leave out
     * @param text the text
     * @param type such as {@code text}
     * @param time when it was sent
     * @param read whether the person has read it
     * @param sender the person who sent it
     */
    public record ClickedMessage(String id, String text, String type, Instant time, Boolean read, Person sender) {

        static final ClickedMessage NONE = new ClickedMessage(null, null, null, null, null, Person.NONE);

        public ClickedMessage {
            Objects.requireNonNull(sender, "sender");
        }
    }

    /**
     * The user on whose behalf Cliq calls.
     *
     * @param userId the user
     * @param zohoUserId the id in all of Zoho
     * @param chatId the chat
     * @param organizationId the organisation
     * @param organizationType such as {@code company}
     * @param userAgent the person's browser or app
     */
    public record Access(
            String userId,
            String zohoUserId,
            String chatId,
            String organizationId,
            String organizationType,
            String userAgent) {

        static final Access NONE = new Access(null, null, null, null, null, null);
    }

    /**
     * The Cliq organisation that calls.
     *
     * @param tld such as {@code .com}
     * @param dataCenter such as {@code US}
     * @param baseUrl the organisation's address
     */
    public record Environment(String tld, String dataCenter, String baseUrl) {

        static final Environment NONE = new Environment(null, null, null);
    }
}
