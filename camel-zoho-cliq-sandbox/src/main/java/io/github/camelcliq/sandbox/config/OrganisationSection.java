package io.github.camelcliq.sandbox.config;

import io.github.camelcliq.sandbox.organisation.CliqBot;
import io.github.camelcliq.sandbox.organisation.CliqChannel;
import io.github.camelcliq.sandbox.organisation.CliqChat;
import io.github.camelcliq.sandbox.organisation.CliqFunction;
import io.github.camelcliq.sandbox.organisation.CliqUser;
import io.github.camelcliq.sandbox.organisation.Organisation;
import io.github.camelcliq.sandbox.organisation.Permission;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** The part of a file with people, chats, channels, bots and functions. */
final class OrganisationSection {

    private static final Map<String, Permission> PERMISSIONS = Labels.of(Permission.values());

    private static final URI NOWHERE = URI.create("");

    private final Organisation.Builder organisation = Organisation.builder();
    private boolean namesSomething;

    private OrganisationSection() {}

    /**
     * Returns the organisation that a file describes. People, chats, channels, bots and functions that it does not name
     * are those of the invented organisation.
     */
    static Organisation read(FileObject file) {
        OrganisationSection section = new OrganisationSection();
        file.object("organisation").ifPresent(own -> own.made(section::names));
        file.flag("strictTargets").ifPresent(section.organisation::strictTargets);
        section.all(file, "users", OrganisationSection::user, Organisation.Builder::user);
        section.all(file, "chats", OrganisationSection::chat, Organisation.Builder::chat);
        section.all(file, "channels", OrganisationSection::channel, Organisation.Builder::channel);
        section.all(file, "bots", OrganisationSection::bot, Organisation.Builder::bot);
        section.all(file, "functions", OrganisationSection::function, Organisation.Builder::function);
        return section.namesSomething ? section.organisation.build() : section.invented();
    }

    private Organisation.Builder names(FileObject own) {
        own.text("id").ifPresent(organisation::id);
        own.text("name").ifPresent(organisation::name);
        organisation.build();
        return organisation;
    }

    private Organisation invented() {
        Organisation example = Organisation.example();
        example.users().forEach(organisation::user);
        example.chats().forEach(organisation::chat);
        example.channels().forEach(organisation::channel);
        example.bots().forEach(organisation::bot);
        example.functions().forEach(organisation::function);
        return organisation.build();
    }

    private <T> void all(
            FileObject file, String key, Function<FileObject, T> maker, BiConsumer<Organisation.Builder, T> adder) {
        List<T> all = new ArrayList<>();
        file.each(key, entry -> {
            all.add(maker.apply(entry));
            requireDistinct(all, adder);
            return entry;
        });
        namesSomething |= !all.isEmpty();
        all.forEach(each -> adder.accept(organisation, each));
    }

    /** Removes the last entry again if an organisation does not take it beside the others. */
    private static <T> void requireDistinct(List<T> all, BiConsumer<Organisation.Builder, T> adder) {
        Organisation.Builder alone = Organisation.builder();
        all.forEach(each -> adder.accept(alone, each));
        try {
            alone.build();
        } catch (IllegalArgumentException twice) {
            all.remove(all.size() - 1);
            throw twice;
        }
    }

    private static CliqUser user(FileObject user) {
        return new CliqUser(
                user.requiredText("id"),
                user.text("firstName").orElse(""),
                user.text("lastName").orElse(""),
                user.requiredText("email"),
                user.flag("admin").orElse(false));
    }

    private static CliqChat chat(FileObject chat) {
        return new CliqChat(chat.requiredText("id"), chat.text("title").orElse(""));
    }

    private static CliqChannel channel(FileObject channel) {
        return new CliqChannel(
                channel.requiredText("name"),
                channel.text("id").orElse(""),
                channel.text("chatId").orElse(""),
                channel.text("title").orElse(""));
    }

    private static CliqBot bot(FileObject bot) {
        return new CliqBot(bot.requiredText("uniqueName"), bot.text("name").orElse(""));
    }

    private static CliqFunction function(FileObject function) {
        return new CliqFunction(
                function.requiredText("name"),
                function.text("owner").orElse(""),
                function.requiredUri("executionUrl").orElse(NOWHERE),
                function.choices("permissions", PERMISSIONS).orElse(Set.of(Permission.values())));
    }
}
