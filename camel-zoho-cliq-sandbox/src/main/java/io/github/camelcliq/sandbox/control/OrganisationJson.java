package io.github.camelcliq.sandbox.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelcliq.sandbox.organisation.CliqUser;
import io.github.camelcliq.sandbox.organisation.Organisation;
import io.github.camelcliq.sandbox.state.Chat;
import io.github.camelcliq.sandbox.state.ChatDirectory;

/** The organisation, as the control API shows it. */
final class OrganisationJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private OrganisationJson() {}

    static ObjectNode of(ChatDirectory directory) {
        Organisation organisation = directory.organisation();
        ObjectNode shown =
                JSON.objectNode().put("name", organisation.name()).put("strictTargets", organisation.strictTargets());
        ArrayNode users = shown.putArray("users");
        organisation.users().forEach(user -> users.add(of(user)));
        ArrayNode chats = shown.putArray("chats");
        directory.all().forEach(chat -> chats.add(of(chat, organisation)));
        ArrayNode bots = shown.putArray("bots");
        organisation
                .bots()
                .forEach(bot ->
                        bots.addObject().put("uniqueName", bot.uniqueName()).put("name", bot.name()));
        ArrayNode functions = shown.putArray("functions");
        organisation
                .functions()
                .forEach(function ->
                        functions.addObject().put("name", function.name()).put("executionUrl", function.shownUrl()));
        return shown;
    }

    private static ObjectNode of(CliqUser user) {
        return JSON.objectNode()
                .put("id", user.id())
                .put("name", user.name())
                .put("firstName", user.firstName())
                .put("lastName", user.lastName())
                .put("email", user.email())
                .put("admin", user.admin());
    }

    private static ObjectNode of(Chat chat, Organisation organisation) {
        ObjectNode shown = JSON.objectNode()
                .put("id", chat.id())
                .put("title", chat.title())
                .put("kind", chat.kind().label())
                .put("target", chat.target());
        organisation.channels().stream()
                .filter(channel -> channel.chatId().equals(chat.id()))
                .forEach(channel -> shown.put("channelId", channel.id()));
        return shown;
    }
}
