package io.github.camelcliq.webhook;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelcliq.message.MessageJson;
import io.github.camelcliq.message.ParsedJson;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What Cliq calls a function, a bot or another handler of ours with: who pressed which button where, and what was
 * typed.
 *
 * <p>What comes depends on the handler and its permissions, so that every part may be missing: a text, number or time
 * that is not there is {@code null}, so that {@code ${body.user.email}} is all that an expression in a route needs; a
 * list, map or record never is {@code null} but empty. Numbers that are texts and texts that are numbers are taken for
 * each other; what has another shape than expected counts as missing, and is still in the {@link #tree()}. Immutable.
 *
 * @param type what is called: {@code function}, {@code bot}, {@code command}, {@code messageaction}, {@code widget},
 *     {@code link_preview}, {@code extension}, or what Cliq may yet invent
 * @param name the name of the function or command; link previews, extensions and bots have none
 * @param uniqueName the unique name of the bot
 * @param handler which of its handlers is called
 * @param subAction what the bot is called for, where its handler knows several
 * @param timestamp when the person did it, by Cliq's clock
 * @param event what the person did, such as {@code click}
 * @param button the button that was pressed
 * @param input what the person typed into the button's confirmation: text, or a token
 * @param field the name of the form's field that changed, or whose options are asked for
 * @param form the form that was submitted, or whose field it is
 * @param arguments the arguments by their names, such as those of an instant button
 * @param argumentsText the arguments where they are one text, as bots and commands have them
 * @param user who did it
 * @param chat where
 * @param message what was clicked on; of a bot's message handler what was said
 * @param access on whose behalf Cliq calls
 * @param environment which Cliq calls
 * @param tree all that came; a copy each time
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
     * @throws JsonProcessingException when they are no JSON, or exceed the limits of
     *     {@link MessageJson#parseForeign(byte[])}, or an object has a field twice, which another reader may read in
     *     another way; the text says where, and never what the bytes say
     */
    public static FunctionCall parse(byte[] body) throws JsonProcessingException {
        ParsedJson parsed = MessageJson.parseForeign(body);
        if (!parsed.duplicateKeys().isEmpty()) {
            throw new JsonParseException(null, "broken JSON: a field that stands twice");
        }
        return of(parsed.root());
    }

    /** Reads a call from any tree, as far as it is one; at worst everything is missing. Never fails. */
    public static FunctionCall of(JsonNode tree) {
        return new FunctionCallReader(tree).call();
    }

    /** Jackson writes a call as this, too. */
    @Override
    @JsonValue
    public JsonNode tree() {
        return tree.deepCopy();
    }

    /** Whether what came is a JSON object, as every call of Cliq's is. */
    public boolean isObject() {
        return tree.isObject();
    }

    /** Whether a bot is called. */
    public boolean isBot() {
        return "bot".equals(type);
    }

    /**
     * The id of the chat as posts name it: that of {@link #access()}, else that of {@link #chat()}. The reference's
     * sample has different ones in the two places, and the first in the form that posts take; our choice.
     */
    public String chatId() {
        return access.chatId() != null ? access.chatId() : chat.id();
    }

    /** The id of who did it: that of {@link #user()}, else that of {@link #access()}. */
    public String userId() {
        return user.id() != null ? user.id() : access.userId();
    }

    /** As JSON, all that came, for converters and for storing; holds what people typed. */
    public String json() {
        return tree.toString();
    }

    /** All that came as plain values, unmodifiable; empty where that was no object. */
    public Map<String, Object> map() {
        return CallNodes.unmodifiable(CallNodes.fields(tree));
    }

    /** What is called, and nothing of what people wrote: this is what logs show. */
    @Override
    public String toString() {
        return "FunctionCall[" + type + " " + (name != null ? name : uniqueName) + "]";
    }

    /**
     * The handler that is called. Names vary between versions of Cliq.
     *
     * @param type such as {@code button_handler}, {@code form_submit_handler}, {@code message_handler}
     * @param name the name that some handlers of bots have
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
     * A form as a person filled it in. {@code ${body.form.values[amount]}} is a value in a route.
     *
     * @param name what the form was known by when it opened
     * @param values the values by the names of their fields: texts, numbers, true or false; of a selection the option,
     *     a map of {@code label} and {@code value}; unmodifiable
     */
    public record Form(String name, Map<String, Object> values) {

        static final Form NONE = new Form(null, Map.of());

        public Form {
            values = CallNodes.unmodifiable(values);
        }

        /**
         * The value of a field as text.
         *
         * @return a text; a number or a truth value in digits or letters; the {@code value} of an option that was
         *     selected; {@code null} for anything else, and where there is no such field
         */
        public String text(String field) {
            Object value = values.get(field) instanceof Map<?, ?> option ? option.get("value") : values.get(field);
            return value instanceof String || value instanceof Number || value instanceof Boolean
                    ? value.toString()
                    : null;
        }
    }

    /**
     * A person as Cliq describes them: who clicked, who sent the message, who is in the chat.
     *
     * @param id the id within the organisation
     * @param zohoUserId the id that all of Zoho knows them by
     * @param email the address
     * @param firstName the first name
     * @param lastName the last name
     * @param admin whether they administer the organisation
     * @param language such as {@code en}
     * @param timezone such as {@code Asia/Calcutta}
     * @param country such as {@code us}
     * @param organizationId the organisation
     * @param status of members of a chat, as Cliq counts it
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

        /** First and last name as far as they are there; else the address; else nothing, which is an empty text. */
        public String displayName() {
            String name = ((firstName == null ? "" : firstName) + " " + (lastName == null ? "" : lastName)).strip();
            return !name.isEmpty() ? name : email == null ? "" : email;
        }
    }

    /**
     * The chat it happened in.
     *
     * @param id the id, see {@link FunctionCall#chatId()} for posts to it
     * @param type such as {@code channel}
     * @param title the name that people see
     * @param owner the id of who owns it
     * @param members who is in it, where Cliq says so
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
     * @param text what it says
     * @param type such as {@code text}
     * @param time when it was sent
     * @param read whether the person has read it
     * @param sender who sent it
     */
    public record ClickedMessage(String id, String text, String type, Instant time, Boolean read, Person sender) {

        static final ClickedMessage NONE = new ClickedMessage(null, null, null, null, null, Person.NONE);

        public ClickedMessage {
            Objects.requireNonNull(sender, "sender");
        }
    }

    /**
     * On whose behalf Cliq calls.
     *
     * @param userId the user
     * @param zohoUserId the id that all of Zoho knows them by
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
     * Which Cliq calls.
     *
     * @param tld such as {@code .com}
     * @param dataCenter such as {@code US}
     * @param baseUrl the organisation's address
     */
    public record Environment(String tld, String dataCenter, String baseUrl) {

        static final Environment NONE = new Environment(null, null, null);
    }
}
