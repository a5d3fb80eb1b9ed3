package io.github.camelcliq.internal.post.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.schibsted.spt.data.jslt.Function;
import com.schibsted.spt.data.jslt.JsltException;
import io.github.camelcliq.message.rules.TextCut;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;

/** The functions that JSLT lacks and cards need. Each returns null for an absent value, but {@code required}. */
final class TemplateFunctions {

    static final List<Function> ALL = List.of(
            new TemplateFunction("readable-time", 1, 3, TemplateFunctions::readableTime),
            new TemplateFunction("cut-text", 2, 2, TemplateFunctions::cutText),
            new TemplateFunction("url-encode", 1, 1, TemplateFunctions::urlEncode),
            new TemplateFunction("required", 2, 2, TemplateFunctions::required));

    private static final String DEFAULT_PATTERN = "d MMM yyyy, HH:mm z";

    /** Numbers from here on are milliseconds since 1970, below they are seconds: in seconds it is the year 5138. */
    private static final double FIRST_IN_MILLIS = 1e11;

    private static final double MAX_MILLIS = 1e15;

    private TemplateFunctions() {}

    private interface Body {
        JsonNode call(JsonNode[] arguments);
    }

    private record TemplateFunction(String name, int least, int most, Body body) implements Function {

        @Override
        public String getName() {
            return name;
        }

        @Override
        public int getMinArguments() {
            return least;
        }

        @Override
        public int getMaxArguments() {
            return most;
        }

        @Override
        public JsonNode call(JsonNode input, JsonNode[] arguments) {
            return body.call(arguments);
        }
    }

    /**
     * {@code readable-time(time, zone, pattern)}: a time as people read it, such as {@code 3 Aug 2018, 07:52 UTC}. The
     * time is a text in ISO 8601, or a number of seconds or milliseconds since 1970. A text without a zone is in UTC. A
     * value that is not a time stays as it is, since a person may still read it. The year 1, which programs in Go write
     * for a missing time, is an absent one.
     */
    private static JsonNode readableTime(JsonNode[] arguments) {
        JsonNode time = arguments[0];
        ZoneId zone = zone(arguments.length > 1 ? arguments[1] : NullNode.instance);
        DateTimeFormatter pattern = pattern(arguments.length > 2 ? arguments[2] : NullNode.instance);
        try {
            ZonedDateTime read = time.isNumber() ? ofNumber(time.doubleValue()) : ofText(time);
            if (read == null) {
                return time;
            }
            return read.getYear() == 1
                    ? NullNode.instance
                    : TextNode.valueOf(pattern.format(read.withZoneSameInstant(zone)));
        } catch (DateTimeException noTime) {
            return time;
        }
    }

    private static ZonedDateTime ofNumber(double since1970) {
        if (!(Math.abs(since1970) < MAX_MILLIS)) {
            return null;
        }
        double millis = Math.abs(since1970) < FIRST_IN_MILLIS ? since1970 * 1_000 : since1970;
        return Instant.ofEpochMilli((long) millis).atZone(ZoneOffset.UTC);
    }

    private static ZonedDateTime ofText(JsonNode time) {
        if (!time.isTextual()) {
            return null;
        }
        TemporalAccessor read = DateTimeFormatter.ISO_DATE_TIME.parseBest(
                time.textValue().strip(), ZonedDateTime::from, LocalDateTime::from);
        return read instanceof LocalDateTime local ? local.atZone(ZoneOffset.UTC) : (ZonedDateTime) read;
    }

    private static ZoneId zone(JsonNode zone) {
        try {
            return zone.isNull() ? ZoneId.of("UTC") : ZoneId.of(zone.asText());
        } catch (DateTimeException unknown) {
            throw new JsltException("readable-time: the zone is one such as Europe/Berlin, and not " + zone);
        }
    }

    private static DateTimeFormatter pattern(JsonNode pattern) {
        try {
            return DateTimeFormatter.ofPattern(pattern.isNull() ? DEFAULT_PATTERN : pattern.asText(), Locale.ENGLISH);
        } catch (IllegalArgumentException wrong) {
            throw new JsltException(
                    "readable-time: the pattern is one such as \"d MMM yyyy, HH:mm z\", and not " + pattern);
        }
    }

    /** {@code cut-text(text, units)}: at most that many UTF-16 units, with an ellipsis where something was cut. */
    private static JsonNode cutText(JsonNode[] arguments) {
        if (!arguments[1].isIntegralNumber() || arguments[1].intValue() < 1) {
            throw new JsltException("cut-text: the length is a whole number from 1 on, and not " + arguments[1]);
        }
        return arguments[0].isNull()
                ? arguments[0]
                : TextNode.valueOf(TextCut.cut(text(arguments[0]), arguments[1].intValue()));
    }

    /** {@code url-encode(text)}: the text as one part of a URL's path or query. */
    private static JsonNode urlEncode(JsonNode[] arguments) {
        return arguments[0].isNull()
                ? arguments[0]
                : TextNode.valueOf(URLEncoder.encode(text(arguments[0]), StandardCharsets.UTF_8)
                        .replace("+", "%20"));
    }

    /** {@code required(value, name)}: the value, or an error with the name if it is absent or null. */
    private static JsonNode required(JsonNode[] arguments) {
        if (arguments[0].isNull()) {
            throw new JsltException("required: " + arguments[1].asText() + " is absent");
        }
        return arguments[0];
    }

    private static String text(JsonNode value) {
        return value.isValueNode() ? value.asText() : value.toString();
    }
}
