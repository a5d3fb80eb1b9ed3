package io.github.camelcliq.sandbox.organisation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Who and what there is in the sandbox's Cliq. Immutable.
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
 * @param name what it is called
 * @param strictTargets whether a message to something that is not listed here is refused with 404, and with 403 one of
 *     a user who is not, or {@code {@all}} of a user who is no administrator; otherwise a chat is made when it is first
 *     posted to
 * @param users its people, at least one; the first is who clicks where nobody is named
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

    /** Refuses an organisation without people, and one in which two things have one id or name. */
    public Organisation {
        Texts.requireText("an organisation's id", id);
        Texts.requireText("an organisation's name", name);
        users = List.copyOf(users);
        chats = List.copyOf(chats);
        channels = List.copyOf(channels);
        bots = List.copyOf(bots);
        functions = List.copyOf(functions);
        if (users.isEmpty()) {
            throw new IllegalArgumentException("an organisation has at least one user");
        }
        requireDistinct("users with the id", users, CliqUser::id);
        requireDistinct("users with the email", users, user -> user.email().toLowerCase(Locale.ROOT));
        requireDistinct("chats with the id", chats, CliqChat::id);
        requireDistinct("channels named", channels, CliqChannel::name);
        requireDistinct("channels with the id", channels, CliqChannel::id);
        requireDistinct("bots named", bots, CliqBot::uniqueName);
        requireDistinct("functions of one owner named", functions, each -> each.name() + " " + each.owner());
    }

    /** Begins an organisation without anything in it. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The invented organisation that a sandbox has where it is given none: Zylker, with four people, two chats, three
     * channels, two bots, and the function {@code approve_q4_budget} of the reference's own example at
     * {@code http://localhost:8080/cliq/functions}, where a Camel application listens that says nothing else.
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

    /** The person with that ZUID or email. */
    public Optional<CliqUser> user(String idOrEmail) {
        return users.stream().filter(user -> user.is(idOrEmail)).findFirst();
    }

    /** The bot with that unique name. */
    public Optional<CliqBot> bot(String uniqueName) {
        return bots.stream().filter(bot -> bot.uniqueName().equals(uniqueName)).findFirst();
    }

    /**
     * The function that a button means.
     *
     * @param owner the owner that the button names; empty where it names none
     */
    public Optional<CliqFunction> function(String name, String owner) {
        return functions.stream()
                .filter(function -> function.isMeant(name, owner))
                .findFirst();
    }

    /** The same with that function, in place of the one of its name and owner where there is one. */
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

    /** What an organisation is made of, one by one. */
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

        /** The organisation's id; {@code 123456456} by default. */
        public Builder id(String choice) {
            this.id = choice;
            return this;
        }

        /** What it is called; Zylker, the references' own invention, by default. */
        public Builder name(String choice) {
            this.name = choice;
            return this;
        }

        /**
         * Whether messages to what is not listed are refused with 404, and with 403 those of users who are not, and
         * {@code {@all}} of users who are no administrators; by default they are not.
         */
        public Builder strictTargets(boolean choice) {
            this.strictTargets = choice;
            return this;
        }

        /** One more person. */
        public Builder user(CliqUser user) {
            users.add(user);
            return this;
        }

        /** One more chat. */
        public Builder chat(CliqChat chat) {
            chats.add(chat);
            return this;
        }

        /** One more chat. */
        public Builder chat(String chatId, String title) {
            return chat(new CliqChat(chatId, title));
        }

        /** One more channel. */
        public Builder channel(CliqChannel channel) {
            channels.add(channel);
            return this;
        }

        /** One more channel, with invented ids. */
        public Builder channel(String uniqueName) {
            return channel(CliqChannel.of(uniqueName));
        }

        /** One more bot. */
        public Builder bot(CliqBot bot) {
            bots.add(bot);
            return this;
        }

        /** One more bot. */
        public Builder bot(String uniqueName, String shownName) {
            return bot(new CliqBot(uniqueName, shownName));
        }

        /** One more function. */
        public Builder function(CliqFunction function) {
            functions.add(function);
            return this;
        }

        /** One more function of whatever owner, with all permissions. */
        public Builder function(String functionName, String executionUrl) {
            return function(CliqFunction.of(functionName, executionUrl));
        }

        /**
         * The organisation; where no person was named, with the people of {@link Organisation#example()}.
         *
         * @throws IllegalArgumentException if two things have one id or name
         */
        public Organisation build() {
            List<CliqUser> people = users.isEmpty() ? example().users() : users;
            return new Organisation(id, name, strictTargets, people, chats, channels, bots, functions);
        }
    }
}
