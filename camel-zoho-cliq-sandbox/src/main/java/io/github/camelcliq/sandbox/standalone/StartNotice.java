package io.github.camelcliq.sandbox.standalone;

import io.github.camelcliq.sandbox.Sandbox;
import java.io.PrintWriter;

/** What is printed once the sandbox listens: all that somebody needs to post a first message and see it. */
final class StartNotice {

    private static final String NOTICE = """
            A local Zoho Cliq is listening.

              Page          %1$s/
              Base URL      %1$s
              Access token  %2$s

            Post a message:

              curl -i %1$s/api/v2/chats/CT_1/messages \\
                -H 'Authorization: Bearer %2$s' -H 'Content-Type: application/json' -d '{"text": "Hello"}'

            Stop it with Ctrl+C.
            """;

    private static final String WARNING = """
            WARNING: it listens on %s, which other machines may reach. Whoever reaches port %d can read every message,
            and change everything here: the page and the control API ask for no password.
            """;

    private StartNotice() {}

    /** @param accessToken one that the sandbox accepts */
    static void print(Sandbox sandbox, String accessToken, PrintWriter out, PrintWriter err) {
        out.printf(NOTICE, sandbox.baseUrl(), accessToken);
        out.flush();
        if (!sandbox.isLoopback()) {
            err.printf(WARNING, sandbox.host(), sandbox.port());
            err.flush();
        }
    }
}
