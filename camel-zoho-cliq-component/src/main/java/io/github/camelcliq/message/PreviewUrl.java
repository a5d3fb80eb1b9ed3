package io.github.camelcliq.message;

import java.util.Map;
import java.util.Set;

/**
 * A click that previews a page inside Cliq (buttons reference). The message cards page calls the field {@code web}:
 * that is read too, {@code url} is written.
 *
 * @param url an http or https URL (our choice: the reference does not say); required, at most
 *     {@link MessageLimit#PREVIEW_URL} UTF-16 units
 * @param other unknown fields, see {@link MessagePart#other()}; null counts as none
 */
public record PreviewUrl(String url, Map<String, Object> other) implements ActionData {

    /** The type as JSON spells it. */
    public static final String TYPE = "preview.url";

    /** The names of its fields in JSON. */
    public static final Set<String> FIELDS = Set.of("url", "web");

    public PreviewUrl {
        other = PlainValues.other(other, FIELDS);
    }

    public PreviewUrl(String url) {
        this(url, null);
    }

    @Override
    public String type() {
        return TYPE;
    }
}
