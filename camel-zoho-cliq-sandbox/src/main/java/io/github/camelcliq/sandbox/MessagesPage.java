package io.github.camelcliq.sandbox;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;

/** A plain page that lists the messages, for people. What messages say is shown as text, never as HTML. */
final class MessagesPage {

    /** How many messages the page shows, the newest first. */
    static final int SHOWN = 200;

    // the page needs nothing but itself: no script, style, picture, frame or form, from anywhere
    private static final String POLICY =
            "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private MessagesPage() {}

    static void send(HttpServerResponse response, List<ReceivedMessage> messages) {
        response.putHeader(HttpHeaders.CONTENT_TYPE, "text/html;charset=UTF-8")
                .putHeader("Content-Security-Policy", POLICY)
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Referrer-Policy", "no-referrer")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(html(messages));
    }

    private static String html(List<ReceivedMessage> messages) {
        StringBuilder html = new StringBuilder("""
                <!DOCTYPE html>
                <html lang="en">
                <head><meta charset="utf-8"><title>Cliq sandbox</title></head>
                <body>
                <h1>Messages</h1>
                """);
        html.append("<p>").append(summary(messages.size())).append("</p>\n<ol reversed>\n");
        for (int at = messages.size() - 1; at >= Math.max(0, messages.size() - SHOWN); at--) {
            append(html, messages.get(at));
        }
        return html.append("</ol>\n</body>\n</html>\n").toString();
    }

    private static String summary(int count) {
        return count > SHOWN ? count + " messages, the newest " + SHOWN + " shown" : count + " messages";
    }

    private static void append(StringBuilder html, ReceivedMessage message) {
        html.append("<li><p>")
                .append(escaped(message.kind().label() + " " + message.target()))
                .append(", <time>")
                .append(message.time())
                .append("</time></p><pre>")
                .append(escaped(message.json()))
                .append("</pre></li>\n");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
