package io.github.camelcliq.sandbox.standalone;

import io.github.camelcliq.sandbox.Sandbox;
import io.github.camelcliq.sandbox.organisation.Organisation;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** The text that is printed once the sandbox listens: everything for a first post. */
final class StartNotice {

    private static final String NOTICE = """
            A local Zoho Cliq is listening.

              Page          %1$s/
              Base URL      %1$s
              Access token  %2$s

            Post a message:

              curl -i %1$s%3$s \\
                -H 'Authorization: Bearer %2$s' -H 'Content-Type: application/json' -d '{"text": "Hello"}'

            Stop it with Ctrl+C.
            """;

    private static final String WARNING = """
            WARNING: it listens on %s, which other machines may reach. Everybody who reaches port %d can read every
            message and change every setting: the page and the control API ask for no password.
            """;

    private StartNotice() {}

    /** @param accessToken an access token that the sandbox accepts */
    static void print(Sandbox sandbox, String accessToken, PrintWriter out, PrintWriter err) {
        out.printf(NOTICE, sandbox.baseUrl(), accessToken, somewhere(sandbox.organisation()));
        out.flush();
        if (!sandbox.isLoopback()) {
            err.printf(WARNING, sandbox.host(), sandbox.port());
            err.flush();
        }
    }

    /** Returns a path that takes messages, also in a strict organisation. */
    private static String somewhere(Organisation organisation) {
        Stream<String> chats =
                organisation.chats().stream().map(chat -> "/api/v2/chats/" + segment(chat.id()) + "/messages");
        Stream<String> channels = organisation.channels().stream()
                .map(channel -> "/api/v2/channelsbyname/" + segment(channel.name()) + "/message");
        return Stream.concat(chats, channels).findFirst().orElse("/api/v2/chats/CT_1/messages");
    }

    private static String segment(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
