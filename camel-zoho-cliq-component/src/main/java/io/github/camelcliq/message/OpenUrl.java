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

    /** The type as JSON spells it. */
    public static final String TYPE = "open.url";

    /** The names of its fields in JSON. */
    public static final Set<String> FIELDS = Set.of("web", "windows", "iOS", "android");

    public OpenUrl {
        other = PlainValues.other(other, FIELDS);
    }

    public OpenUrl(String web) {
        this(web, null, null, null, null);
    }

    /** A click that opens a page in the browser, to be given other addresses for Cliq's own applications. */
    public static Builder web(String url) {
        return new Builder(url);
    }

    @Override
    public String type() {
        return TYPE;
    }

    /** Puts the addresses together; not for several threads. */
    public static final class Builder {

        private final String web;
        private String windows;
        private String iOS;
        private String android;
        private Map<String, Object> other = Map.of();

        private Builder(String web) {
            this.web = web;
        }

        /** Opened by Cliq on Windows. */
        public Builder windows(String url) {
            this.windows = url;
            return this;
        }

        /** Opened by Cliq on iOS. */
        public Builder iOS(String url) {
            this.iOS = url;
            return this;
        }

        /** Opened by Cliq on Android. */
        public Builder android(String url) {
            this.android = url;
            return this;
        }

        /** Adds an unknown field, see {@link MessagePart#other()}. */
        public Builder other(String name, Object value) {
            this.other = PlainValues.plus(other, name, value);
            return this;
        }

        /** Builds the click without a check, see {@link io.github.camelcliq.message.rules.MessageRules}. */
        public OpenUrl build() {
            return new OpenUrl(web, windows, iOS, android, other);
        }
    }
}
