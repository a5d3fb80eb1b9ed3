package io.github.camelcliq.sandbox.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.camelcliq.sandbox.http.Answer;
import io.github.camelcliq.sandbox.judging.Complaint;
import io.github.camelcliq.sandbox.judging.MalformedJsonException;
import io.github.camelcliq.sandbox.judging.StrictJson;
import java.util.List;
import java.util.Locale;

/**
 * The body of a post, read as JSON.
 *
 * @param text the JSON as it arrived
 * @param message the JSON as a tree; a missing node if it is not JSON
 * @param refusal the answer if it is not JSON; else {@code null}
 * @param complaints the reasons why it is not JSON
 */
public record PostedJson(String text, JsonNode message, Answer refusal, List<Complaint> complaints) {

    private static final int LONGEST_SENTENCE = 500;

    public static PostedJson of(String contentType, byte[] body) {
        if (!isJson(contentType)) {
            // the reference's error table has no 415; it has 400, malformed or missing parameter
            return none(Answer.error(400, "The Content-Type is not application/json in UTF-8."), List.of());
        }
        try {
            String text = StrictJson.text(body);
            return new PostedJson(text, StrictJson.read(text), null, List.of());
        } catch (MalformedJsonException malformed) {
            return none(Answer.error(400, sentence(malformed.complaint())), List.of(malformed.complaint()));
        }
    }

    /** Returns the complaint in words, cut short, since a key in it may be as long as the body. */
    public static String sentence(Complaint complaint) {
        String sentence = complaint + ".";
        if (sentence.length() <= LONGEST_SENTENCE) {
            return sentence;
        }
        int end = Character.isHighSurrogate(sentence.charAt(LONGEST_SENTENCE - 1))
                ? LONGEST_SENTENCE - 1
                : LONGEST_SENTENCE;
        return sentence.substring(0, end) + "…";
    }

    public boolean isMalformed() {
        return refusal != null;
    }

    private static PostedJson none(Answer refusal, List<Complaint> complaints) {
        return new PostedJson("", MissingNode.getInstance(), refusal, complaints);
    }

    private static boolean isJson(String contentType) {
        if (contentType == null) {
            return false;
        }
        String[] parts = contentType.toLowerCase(Locale.ROOT).split(";", -1);
        if (!parts[0].strip().equals("application/json")) {
            return false;
        }
        for (int at = 1; at < parts.length; at++) {
            String parameter = parts[at].strip();
            if (parameter.startsWith("charset=") && !parameter.matches("charset=\"?utf-8\"?")) {
                return false;
            }
        }
        return true;
    }
}
