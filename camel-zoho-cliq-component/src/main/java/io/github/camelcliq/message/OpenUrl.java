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

    /**
     * Returns a builder of a click that opens a page in the browser. Cliq's own applications can have other addresses.
     */
    public static Builder web(String url) {
        return new Builder(url);
    }

    @Override
    public String type() {
        return TYPE;
    }

    /** Builds the addresses. Not safe for several threads. */
    public static final class Builder {

        private final String web;
        private String windows;
        private String iOS;
        private String android;
        private Map<String, Object> other = Map.of();

        private Builder(String web) {
            this.web = web;
        }

        /** Sets the address that Cliq on Windows opens. */
        public Builder windows(String url) {
            this.windows = url;
            return this;
        }

        /** Sets the address that Cliq on iOS opens. */
        public Builder iOS(String url) {
            this.iOS = url;
            return this;
        }

        /** Sets the address that Cliq on Android opens. */
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
