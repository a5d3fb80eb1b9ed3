package io.github.camelcliq.sandbox.click;

import java.util.Map;

/**
 * The request by which a click was delivered to a function.
 *
 * @param url the URL of the function, with its query masked
 * @param headers the headers of a click, as Cliq sends them
 * @param body the JSON; cut at {@value #LONGEST} characters
 */
public record DeliveredClick(String url, Map<String, String> headers, String body) {

    /** How many characters of a body are remembered. */
    public static final int LONGEST = 64 * 1024;

    /** Copies the headers, and cuts the body. */
    public DeliveredClick {
        headers = Map.copyOf(headers);
        body = cut(body);
    }

    static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
