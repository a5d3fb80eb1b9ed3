package io.github.camelcliq.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelcliq.sandbox.MessageAuthor.Kind;
import io.github.camelcliq.sandbox.organisation.CliqBot;
import io.github.camelcliq.sandbox.organisation.CliqUser;
import io.github.camelcliq.sandbox.organisation.Organisation;
import java.util.Map;
import java.util.Optional;

/** Says whom Cliq would show as the author of a post. */
final class Authors {

    private final Organisation organisation;

    Authors(Organisation organisation) {
        this.organisation = organisation;
    }

    /**
     * The author of a post: the bot that it was posted to or as, else the user; either with the name and the picture
     * that the message's own {@code bot} asks for, which make a bot of a user.
     *
     * @param user the Cliq user whose token it was posted with
     * @param query the query parameters of the post
     */
    MessageAuthor author(
            DestinationKind kind, String target, String user, Map<String, String> query, JsonNode message) {
        JsonNode guise = message.path("bot");
        MessageAuthor plain = plain(kind, target, user, query);
        if (!guise.hasNonNull("name") && !guise.hasNonNull("image")) {
            return plain;
        }
        return new MessageAuthor(
                Kind.BOT,
                guise.path("name").asText(plain.name()),
                guise.path("image").asText(""));
    }

    /** The person behind the Cliq user of a token. {@value Sandbox#DEFAULT_USER} is the organisation's first. */
    Optional<CliqUser> person(String user) {
        return user.equals(Sandbox.DEFAULT_USER)
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
