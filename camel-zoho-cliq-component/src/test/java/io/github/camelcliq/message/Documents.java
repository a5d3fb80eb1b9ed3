package io.github.camelcliq.message;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelcliq.message.json.MessageJson;
import io.github.camelcliq.message.json.MessageReader;
import io.github.camelcliq.message.json.ParsedJson;
import io.github.camelcliq.message.rules.MessageRules;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** Documents for the tests: read from files, parsed, and judged. */
public final class Documents {

    private Documents() {}

    /** A file of {@code src/test/resources/message}. */
    public static JsonNode file(String name) {
        try (InputStream file = Documents.class.getResourceAsStream("/message/" + name)) {
            return MessageJson.parse(file.readAllBytes()).root();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The tree of a document; single quotes stand for double ones. */
    public static JsonNode json(String document) {
        return parsed(document).root();
    }

    public static ParsedJson parsed(String document) {
        try {
            return MessageJson.parse(document.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(document, e);
        }
    }

    private static final MessageRules STRICT =
            MessageRules.builder().level(RuleLevel.STRICT).build();

    /** What is wrong with a document that is posted to a chat. */
    public static List<Violation> violations(String document) {
        return violations(document, TargetKind.CHAT);
    }

    /** By the strictest rules, but for buttons without a type, which few tests are about. */
    public static List<Violation> violations(String document, TargetKind kind) {
        return strict(STRICT.check(MessageReader.read(parsed(document)), kind));
    }

    /** Where something is wrong with a document that is posted to a chat. */
    public static List<String> pointers(String document) {
        return pointers(violations(document));
    }

    public static List<String> pointers(List<Violation> violations) {
        return violations.stream().map(Violation::pointer).toList();
    }

    /** Where something is wrong with a message that is posted to a chat, by the same rules. */
    public static List<String> pointers(CliqMessage message) {
        return pointers(strict(STRICT.check(message, TargetKind.CHAT)));
    }

    private static List<Violation> strict(List<Violation> violations) {
        return violations.stream()
                .filter(violation -> violation.broken() != Rule.BUTTON_TYPE)
                .toList();
    }

    /** The message's JSON, written and parsed again. */
    public static JsonNode written(CliqMessage message) {
        try {
            return MessageJson.parse(MessageJson.write(message, RecipientsField.USER_IDS))
                    .root();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
