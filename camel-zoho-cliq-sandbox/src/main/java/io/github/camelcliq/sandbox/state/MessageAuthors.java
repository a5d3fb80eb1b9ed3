package io.github.camelcliq.sandbox.state;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelcliq.sandbox.DestinationKind;
import io.github.camelcliq.sandbox.MessageAuthor;
import io.github.camelcliq.sandbox.MessageAuthor.Kind;
import io.github.camelcliq.sandbox.ReceivedMessage;
import io.github.camelcliq.sandbox.click.ClickScene.Sender;
import io.github.camelcliq.sandbox.oauth.ConfiguredCredentials;
import io.github.camelcliq.sandbox.organisation.CliqBot;
import io.github.camelcliq.sandbox.organisation.CliqUser;
import io.github.camelcliq.sandbox.organisation.Organisation;
import java.util.Map;
import java.util.Optional;

/** Finds the author that Cliq would show for a post. */
public final class MessageAuthors {

    private final Organisation organisation;

    public MessageAuthors(Organisation organisation) {
        this.organisation = organisation;
    }

    /**
     * Returns the author of a post: the bot that it was posted to or as, or else the user. The message's field
     * {@code bot} sets another name and picture, and makes a user look like a bot.
     *
     * @param user the Cliq user whose token it was posted with
     * @param query the query parameters of the post
     */
    public MessageAuthor author(
            DestinationKind kind, String target, String user, Map<String, String> query, JsonNode message) {
        JsonNode guise = message.path("bot");
        MessageAuthor plain = plain(kind, target, user, query);
        boolean isGuised = guise.hasNonNull("name") || guise.hasNonNull("image");
        return isGuised ? guised(Kind.BOT, guise, plain.name()) : plain;
    }

    /** Returns the author of a function's answer: the function, with the name and the picture in the answer. */
    public static MessageAuthor function(String function, JsonNode message) {
        return guised(Kind.FUNCTION, message.path("bot"), function);
    }

    /** Returns the sender of a message, as functions are told. */
    public Sender sender(ReceivedMessage message) {
        String name = message.author().name();
        if (message.author().kind() != Kind.USER) {
            return new Sender(name, name, "", "");
        }
        return person(message.user())
                .map(person -> new Sender(person.id(), person.firstName(), person.lastName(), person.email()))
                .orElseGet(() -> new Sender(message.user(), name, "", ""));
    }

    private static MessageAuthor guised(Kind kind, JsonNode guise, String otherwise) {
        return new MessageAuthor(
                kind, guise.path("name").asText(otherwise), guise.path("image").asText(""));
    }

    /**
     * Returns the person behind the Cliq user of a token. {@value ConfiguredCredentials#DEFAULT_USER} is the
     * organisation's first person.
     */
    public Optional<CliqUser> person(String user) {
        return user.equals(ConfiguredCredentials.DEFAULT_USER)
                ? Optional.of(organisation.users().get(0))
                : organisation.user(user);
    }

    private MessageAuthor plain(DestinationKind kind, String target, String user, Map<String, String> query) {
        String bot = kind == DestinationKind.BOT ? target : query.getOrDefault("bot_unique_name", "");
        if (!bot.isEmpty()) {
            String name = organisation.bot(bot).map(CliqBot::name).orElse(bot);
            return new MessageAuthor(Kind.BOT, name, "");
        }
        return new MessageAuthor(Kind.USER, person(user).map(CliqUser::name).orElse(user), "");
    }
}
