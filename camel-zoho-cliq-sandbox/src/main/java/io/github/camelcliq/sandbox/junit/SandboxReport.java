package io.github.camelcliq.sandbox.junit;

import io.github.camelcliq.sandbox.JournalEntry;
import io.github.camelcliq.sandbox.Sandbox;
import io.github.camelcliq.sandbox.oauth.TokenRequest;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/**
 * A report about a sandbox for a failed test: the messages and requests that it got. It is bounded, and shows no
 * credentials.
 */
final class SandboxReport {

    private static final int MOST_REQUESTS = 20;
    private static final int MOST_COMPLAINTS = 20;
    private static final int LONGEST_TEXT = 1_000;

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneId.systemDefault());
    private static final String INDENT = " ".repeat(23);

    private final StringBuilder text = new StringBuilder();

    private SandboxReport() {}

    /** @param test the name of the test that failed */
    static String of(Sandbox sandbox, String test) {
        SandboxReport report = new SandboxReport();
        report.line(printable(test) + " failed. The local Cliq at " + sandbox.baseUrl() + " has accepted "
                + counted(sandbox.messages().size(), "message") + ", and got");
        report.posts(sandbox.requests());
        report.open(sandbox.openRequests());
        report.tokenRequests(sandbox.tokenRequests());
        return report.text.toString();
    }

    private void posts(List<JournalEntry> requests) {
        heading(requests.size(), "post");
        newest(requests).forEach(this::post);
    }

    private void post(JournalEntry post) {
        String query = Optional.ofNullable(post.query()).map(each -> "?" + each).orElse("");
        line(start(post.time(), post.status()) + post.method() + " " + printable(post.path() + query));
        if (!post.body().isEmpty()) {
            line(INDENT + printable(post.body()));
        }
        post.complaints().stream()
                .limit(MOST_COMPLAINTS)
                .forEach(complaint -> line(INDENT + "! " + printable(complaint.toString())));
        if (post.complaints().size() > MOST_COMPLAINTS) {
            line(INDENT + "! and " + (post.complaints().size() - MOST_COMPLAINTS) + " more");
        }
    }

    private void open(int count) {
        if (count > 0) {
            line("  " + counted(count, "post") + (count == 1 ? " that is" : " that are") + " not answered yet.");
        }
    }

    private void tokenRequests(List<TokenRequest> requests) {
        if (!requests.isEmpty()) {
            heading(requests.size(), "token request");
            newest(requests).forEach(this::tokenRequest);
        }
    }

    private void tokenRequest(TokenRequest request) {
        String grant = Optional.ofNullable(request.grantType()).orElse("(no grant type)");
        String error =
                Optional.ofNullable(request.error()).map(each -> ": " + each).orElse("");
        line(start(request.time(), request.status()) + printable(grant + error));
    }

    private void heading(int count, String what) {
        String which = count > MOST_REQUESTS ? ", of which these are the newest " + MOST_REQUESTS : "";
        line("  " + counted(count, what) + which + (count == 0 ? "." : ":"));
    }

    private void line(String line) {
        text.append(line).append(System.lineSeparator());
    }

    private static <T> List<T> newest(List<T> all) {
        return all.subList(Math.max(0, all.size() - MOST_REQUESTS), all.size());
    }

    private static String start(Instant time, int status) {
        return "    " + TIME.format(time) + "  " + (status == 0 ? "cut" : status) + "  ";
    }

    private static String counted(int count, String what) {
        return (count == 0 ? "no" : "" + count) + " " + what + (count == 1 ? "" : "s");
    }

    /** Returns the text on one line, shortened, and without characters that control a terminal. */
    private static String printable(String raw) {
        String cut = raw.length() <= LONGEST_TEXT
                ? raw
                : raw.substring(0, LONGEST_TEXT) + "… (" + raw.length() + " characters)";
        StringBuilder shown = new StringBuilder(cut.length());
        cut.chars().forEach(each -> shown.append(Character.isISOControl(each) ? ' ' : (char) each));
        return shown.toString();
    }
}
