package io.github.camelcliq.sandbox.organisation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The people, chats, channels, bots and functions of a sandbox. Immutable.
 *
 * <pre>{@code
 * Organisation.builder()
 *         .name("Zylker")
 *         .user(new CliqUser("55622663", "Scott", "Fisher", "scott.fisher@zylker.com", true))
 *         .channel("announcements")
 *         .function("approve_q4_budget", "http://localhost:8080/cliq/functions")
 *         .build()
 * }</pre>
 *
 * @param id the organisation's id, such as {@code 123456456}
 * @param name its name
 * @param strictTargets whether posts are refused as a real organisation would: with 404 to a target that is not listed
 *     here, with 403 by a user who is not listed here, and with 403 for {@code {@all}} by a user who is not an
 *     administrator. Otherwise the first post to an unknown target makes a chat
 * @param users its people, at least one; a click without a user is by the first
 * @param chats its chats
 * @param channels its channels
 * @param bots its bots
 * @param functions its functions
 */
public record Organisation(
        String id,
        String name,
        boolean strictTargets,
        List<CliqUser> users,
        List<CliqChat> chats,
        List<CliqChannel> channels,
        List<CliqBot> bots,
        List<CliqFunction> functions) {

    /** Refuses an organisation without people, and one in which two things have the same id or name. */
    public Organisation {
        Texts.requireText("an organisation's id", id);
        Texts.requireText("an organisation's name", name);
        users = List.copyOf(users);
        chats = List.copyOf(chats);
        channels = List.copyOf(channels);
        bots = List.copyOf(bots);
        functions = List.copyOf(functions);
        if (users.isEmpty()) {
            throw new IllegalArgumentException("an organisation must have at least one user");
        }
        requireDistinct("users with the id", users, CliqUser::id);
        requireDistinct("users with the email", users, user -> user.email().toLowerCase(Locale.ROOT));
        requireDistinct("chats with the id", chats, CliqChat::id);
        requireDistinct("channels named", channels, CliqChannel::name);
        requireDistinct("channels with the id", channels, CliqChannel::id);
        requireDistinct("bots named", bots, CliqBot::uniqueName);
        requireDistinct("functions of one owner named", functions, each -> each.name() + " " + each.owner());
    }

    /** Returns a builder of an empty organisation. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns the invented organisation that a sandbox has by default: Zylker, with four people, two chats, three
     * channels, two bots, and the function {@code approve_q4_budget} of the reference's example. The function is at
     * {@code http://localhost:8080/cliq/functions}, the default URL of a Camel application.
     */
    public static Organisation example() {
        return builder()
                .user(new CliqUser("55622663", "Scott", "Fisher", "scott.fisher@zylker.com", true))
                .user(new CliqUser("55622671", "Amelia", "Burrows", "amelia.burrows@zylker.com", false))
                .user(new CliqUser("55622684", "Paula", "Rojas", "paula.rojas@zylker.com", false))
                .user(new CliqUser("55622697", "Kenji", "Mori", "kenji.mori@zylker.com", false))
                .chat("CT_1203304812000146098_55622663-B2", "Amelia, Scott")
                .chat("CT_1203304812000146121_55622663-B2", "Q4 budget")
                .channel("announcements")
                .channel("deployments")
                .channel("finance")
                .bot("deploybot", "Deploy Bot")
                .bot("financebot", "Finance Bot")
                .function("approve_q4_budget", "http://localhost:8080/cliq/functions")
                .build();
    }

    /** Returns the person with a ZUID or email. */
    public Optional<CliqUser> user(String idOrEmail) {
        return users.stream().filter(user -> user.is(idOrEmail)).findFirst();
    }

    /** Returns the bot with a unique name. */
    public Optional<CliqBot> bot(String uniqueName) {
        return bots.stream().filter(bot -> bot.uniqueName().equals(uniqueName)).findFirst();
    }

    /**
     * Returns the function that a button means.
     *
     * @param owner the owner in the button; empty if the button names none
     */
    public Optional<CliqFunction> function(String name, String owner) {
        return functions.stream()
                .filter(function -> function.isMeant(name, owner))
                .findFirst();
    }

    /** Returns this organisation with a function. It replaces a function of the same name and owner. */
    public Organisation with(CliqFunction function) {
        List<CliqFunction> others = new ArrayList<>(functions);
        others.removeIf(
                other -> other.name().equals(function.name()) && other.owner().equals(function.owner()));
        others.add(function);
        return new Organisation(id, name, strictTargets, users, chats, channels, bots, others);
    }

    private static <T> void requireDistinct(String what, List<T> all, Function<T, String> key) {
        all.stream().collect(Collectors.groupingBy(key, Collectors.counting())).forEach((value, count) -> {
            if (count > 1) {
                throw new IllegalArgumentException("there are two " + what + " " + value.strip());
            }
        });
    }

    /** Builds an organisation. */
    public static final class Builder {

        private String id = "123456456";
        private String name = "Zylker";
        private boolean strictTargets;
        private final List<CliqUser> users = new ArrayList<>();
        private final List<CliqChat> chats = new ArrayList<>();
        private final List<CliqChannel> channels = new ArrayList<>();
        private final List<CliqBot> bots = new ArrayList<>();
        private final List<CliqFunction> functions = new ArrayList<>();

        private Builder() {}

        /** Sets the organisation's id; {@code 123456456} by default. */
        public Builder id(String choice) {
            this.id = choice;
            return this;
        }

        /** Sets its name; by default Zylker, as in the references' examples. */
        public Builder name(String choice) {
            this.name = choice;
            return this;
        }

        /**
         * Sets whether posts to unknown targets are refused with 404, and posts by unknown users and {@code {@all}} by
         * users who are not administrators with 403; by default they are taken.
         */
        public Builder strictTargets(boolean choice) {
            this.strictTargets = choice;
            return this;
        }

        /** Adds a person. */
        public Builder user(CliqUser user) {
            users.add(user);
            return this;
        }

        /** Adds a chat. */
        public Builder chat(CliqChat chat) {
            chats.add(chat);
            return this;
        }

        /** Adds a chat. */
        public Builder chat(String chatId, String title) {
            return chat(new CliqChat(chatId, title));
        }

        /** Adds a channel. */
        public Builder channel(CliqChannel channel) {
            channels.add(channel);
            return this;
        }

        /** Adds a channel with invented ids. */
        public Builder channel(String uniqueName) {
            return channel(CliqChannel.of(uniqueName));
        }

        /** Adds a bot. */
        public Builder bot(CliqBot bot) {
            bots.add(bot);
            return this;
        }

        /** Adds a bot. */
        public Builder bot(String uniqueName, String shownName) {
            return bot(new CliqBot(uniqueName, shownName));
        }

        /** Adds a function. */
        public Builder function(CliqFunction function) {
            functions.add(function);
            return this;
        }

        /** Adds a function for any owner, with all permissions. */
        public Builder function(String functionName, String executionUrl) {
            return function(CliqFunction.of(functionName, executionUrl));
        }

        /**
         * Returns the organisation. Without people, it has those of {@link Organisation#example()}.
         *
         * @throws IllegalArgumentException if two things have the same id or name
         */
        public Organisation build() {
            List<CliqUser> people = users.isEmpty() ? example().users() : users;
            return new Organisation(id, name, strictTargets, people, chats, channels, bots, functions);
        }
    }
}
