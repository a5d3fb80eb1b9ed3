package io.github.camelcliq.sandbox.state;

import io.github.camelcliq.sandbox.DestinationKind;
import io.github.camelcliq.sandbox.organisation.CliqChannel;
import io.github.camelcliq.sandbox.organisation.CliqFunction;
import io.github.camelcliq.sandbox.organisation.CliqUser;
import io.github.camelcliq.sandbox.organisation.InventedIds;
import io.github.camelcliq.sandbox.organisation.Organisation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All places that messages can go to: those of the organisation, and those that a first post made. Safe from any
 * thread.
 */
public final class ChatDirectory {

    /** How many places that posts made are remembered; the oldest are forgotten first. */
    static final int MOST_MADE = 10_000;

    private final Runnable whenChanged;
    private final Map<Key, Chat> listed = new LinkedHashMap<>();
    private final Map<Key, Chat> otherNames = new HashMap<>();
    private final Map<Key, Chat> made = new LinkedHashMap<>();
    private volatile Organisation organisation;

    /** @param whenChanged runs after each new place or function; must not block */
    public ChatDirectory(Organisation organisation, Runnable whenChanged) {
        this.organisation = organisation;
        this.whenChanged = whenChanged;
        organisation.channels().forEach(this::listChannel);
        organisation.chats().forEach(chat -> list(chat.id(), chat.title(), DestinationKind.CHAT, chat.id()));
        organisation
                .bots()
                .forEach(bot -> list(invented(bot.uniqueName()), bot.name(), DestinationKind.BOT, bot.uniqueName()));
        organisation.users().forEach(this::listUser);
    }

    public Organisation organisation() {
        return organisation;
    }

    /** Adds a function, or replaces the function of the same name and owner. A reset keeps it. */
    public synchronized void function(CliqFunction function) {
        organisation = organisation.with(function);
        whenChanged.run();
    }

    /** Returns whether a message may go there. */
    public synchronized boolean takes(DestinationKind kind, String target) {
        return !organisation.strictTargets() || find(kind, target).isPresent();
    }

    /** Returns the place that a message goes to. An unknown place is made. */
    public synchronized Chat open(DestinationKind kind, String target) {
        Key key = new Key(kind, target);
        Chat known = listed.containsKey(key) ? listed.get(key) : made.get(key);
        return known != null ? known : make(key);
    }

    /** Returns all places, those of the organisation first, each once for each name that posts used. */
    public synchronized List<Chat> all() {
        List<Chat> all = new ArrayList<>(listed.values());
        all.addAll(made.values());
        return all;
    }

    /** Forgets the places that posts made. */
    public synchronized void reset() {
        made.clear();
    }

    private Chat make(Key key) {
        Chat chat = find(key.kind(), key.target()).orElseGet(() -> unknown(key));
        made.put(key, chat);
        if (made.size() > MOST_MADE) {
            made.remove(made.keySet().iterator().next());
        }
        whenChanged.run();
        return chat;
    }

    private Optional<Chat> find(DestinationKind kind, String target) {
        Key key = new Key(kind, target);
        if (listed.containsKey(key)) {
            return Optional.of(listed.get(key));
        }
        if (otherNames.containsKey(key)) {
            return Optional.of(named(otherNames.get(key), key));
        }
        return kind == DestinationKind.USER ? person(key) : threadIn(kind, target);
    }

    private Optional<Chat> person(Key key) {
        return organisation
                .user(key.target())
                .map(user -> named(listed.get(new Key(DestinationKind.USER, user.email())), key));
    }

    private Optional<Chat> threadIn(DestinationKind kind, String target) {
        int thread = target.indexOf(RestrictedPost.THREAD);
        if (kind != DestinationKind.CHAT || thread < 0) {
            return Optional.empty();
        }
        return find(kind, target.substring(0, thread))
                .map(parent -> new Chat(target, parent.title() + " (thread)", kind, target));
    }

    private static Chat unknown(Key key) {
        String id = key.kind() == DestinationKind.CHAT
                ? key.target()
                : invented(key.kind().label() + "/" + key.target());
        return new Chat(id, key.target(), key.kind(), key.target());
    }

    private void listChannel(CliqChannel channel) {
        Chat chat = list(channel.chatId(), channel.title(), DestinationKind.CHANNEL, channel.name());
        otherNames.put(new Key(DestinationKind.CHANNEL_ID, channel.id()), chat);
        otherNames.put(new Key(DestinationKind.CHAT, channel.chatId()), chat);
    }

    private void listUser(CliqUser user) {
        list(invented(user.id()), user.name(), DestinationKind.USER, user.email());
    }

    private Chat list(String id, String title, DestinationKind kind, String target) {
        Chat chat = new Chat(id, title, kind, target);
        listed.put(new Key(kind, target), chat);
        return chat;
    }

    private static Chat named(Chat chat, Key key) {
        return new Chat(chat.id(), chat.title(), key.kind(), key.target());
    }

    private static String invented(String name) {
        return "CT_" + InventedIds.of("direct", name) + "_123456456";
    }

    /** The name of a place in a post. */
    private record Key(DestinationKind kind, String target) {}
}
