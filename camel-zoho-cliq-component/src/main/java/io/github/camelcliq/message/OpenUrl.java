package io.github.camelcliq.message;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import java.util.Set;

/**
 * A click that opens a page, a call or a message, by platform (buttons reference). At least one address (our choice),
 * each of http, https, tel, sms or sip and of at most {@link MessageLimit#OPEN_URL} UTF-16 units.
 *
 * @param web opened in a browser, or null
 * @param windows opened by Cliq on Windows, or null
 * @param iOS opened by Cliq on iOS, or null
 * @param android opened by Cliq on Android, or null
 * @param other unknown fields, see {@link MessagePart#other()}; null counts as none
 */
public record OpenUrl(
        String web, String windows, @JsonProperty("iOS") String iOS, String android, Map<String, Object> other)
        implements ActionData {

    static final String TYPE = "open.url";
    static final Set<String> NAMES = Set.of("web", "windows", "iOS", "android");

    public OpenUrl {
        other = PlainValues.other(other, NAMES);
    }

    public OpenUrl(String web) {
        this(web, null, null, null, null);
    }

    /** A click that opens a page in the browser; add other addresses for Cliq's own applications. */
    public static OpenUrl web(String url) {
        return new OpenUrl(url);
    }

    /** This click, with an address of its own in Cliq on Windows. */
    public OpenUrl windows(String url) {
        return new OpenUrl(web, url, iOS, android, other);
    }

    /** This click, with an address of its own in Cliq on iOS. */
    public OpenUrl iOS(String url) {
        return new OpenUrl(web, windows, url, android, other);
    }

    /** This click, with an address of its own in Cliq on Android. */
    public OpenUrl android(String url) {
        return new OpenUrl(web, windows, iOS, url, other);
    }

    @Override
    public String type() {
        return TYPE;
    }
}
