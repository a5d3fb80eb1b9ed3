package io.github.camelcliq.message;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.github.camelcliq.message.json.MessagePartSerializer;
import java.util.Map;

/**
 * A part of a message that Cliq sees as one JSON object.
 *
 * <p>All parts are immutable records: lists and maps are copied when a part is made, {@code null} means absent, and an
 * absent part is not written. Any Jackson mapper writes a part exactly as
 * {@link io.github.camelcliq.message.json.MessageJson} does, independent of its own naming, inclusion or other
 * settings, since parts bring their own writer.
 */
@JsonSerialize(using = MessagePartSerializer.class)
public sealed interface MessagePart
        permits Action,
                ActionData,
                BotIdentity,
                Button,
                Card,
                CardField,
                CardSection,
                ChartEntry,
                CliqMessage,
                Confirmation,
                GraphCategory,
                GraphStyles,
                InstantButton,
                ListStyles,
                MessageStyles,
                PercentageChartStyles,
                PollOption,
                Slide,
                Sticky,
                TableData,
                TableStyles,
                TokenPrompt {

    /**
     * Returns the fields that this version does not know. So a new field of Cliq needs no new release.
     *
     * @return unmodifiable at every depth, never null, in the order they were given; values are {@code Map},
     *     {@code List}, {@code String}, {@code Boolean}, {@code Integer}, {@code Long}, {@code BigInteger},
     *     {@code BigDecimal} or {@code null}; written after the known fields
     */
    @JsonAnyGetter
    Map<String, Object> other();
}
