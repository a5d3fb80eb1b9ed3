package io.github.camelcliq.message;

import java.util.Map;
import java.util.Set;

/**
 * A click that opens a page, a call or a message, by platform (buttons reference). At least one address; schemes http,
 * https, tel, sms, sip.
 *
 * @param web opened in a browser, or null
 * @param windows opened by Cliq on Windows, or null
 * @param iOS opened by Cliq on iOS, or null
 * @param android opened by Cliq on Android, or null
 * @param other unknown fields, see {@link MessagePart#other()}; null counts as none
 */
public record OpenUrl(String web, String windows, String iOS, String android, Map<String, Object> other)
        implements ActionData {

    static final String TYPE = "open.url";
    static final Set<String> NAMES = Set.of("web", "windows", "iOS", "android");

    public OpenUrl {
        other = PlainValues.other(other, NAMES);
    }

    public OpenUrl(String web) {
        this(web, null, null, null, null);
    }

    @Override
    public String type() {
        return TYPE;
    }
}
