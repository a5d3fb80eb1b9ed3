package io.github.camelcliq.message;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The card of a message: its title, and what its theme adds (message cards reference).
 *
 * <p>Buttons of a card stand in {@link CliqMessage#buttons()}: a live organisation refused them inside {@code card},
 * although one page of the reference shows them there.
 */
@JsonPropertyOrder({"title", "theme"})
public sealed interface Card extends MessagePart permits SectionCard, PollCard, PromptCard {

    /** The themes that the reference lists, as JSON spells them. */
    List<String> THEMES = List.of("modern-inline", "poll", "prompt");

    /** The names of all fields that cards of these themes have in JSON. */
    Set<String> FIELDS = Set.of("title", "theme", "thumbnail", "options", "sections", "buttons");

    /** Returns the title of the card, or null. */
    String title();

    /** Returns the theme as Cliq's JSON spells it, or null for a card without a theme. */
    @JsonProperty
    String theme();

    /** Returns the picture beside the title, or null: an http or https URL, or a path that starts with one slash. */
    String thumbnail();

    /** Returns a builder of a card of theme modern-inline, with sections. */
    static SectionCard.Builder modernInline(String title) {
        return new SectionCard.Builder(title, SectionCard.MODERN_INLINE);
    }

    /** Returns a builder of a card without a theme, with sections. Cliq shows it as modern-inline. */
    static SectionCard.Builder plain(String title) {
        return new SectionCard.Builder(title, null);
    }

    /** Returns a builder of a poll. */
    static Builder poll(String title, String... options) {
        List<PollOption> choices = Arrays.stream(options).map(PollOption::new).toList();
        return new Builder(title) {
            @Override
            public Card build() {
                return new PollCard(title, thumbnail, choices, other);
            }
        };
    }

    /** Returns a builder of a card that asks for one of the buttons of the message. */
    static Builder prompt(String title) {
        return new Builder(title) {
            @Override
            public Card build() {
                return new PromptCard(title, thumbnail, other);
            }
        };
    }

    /** Builds a card. Not safe for several threads. */
    abstract class Builder {

        final String title;
        String thumbnail;
        Map<String, Object> other = Map.of();

        Builder(String title) {
            this.title = title;
        }

        /**
         * Sets the picture: an http or https URL, or a path that starts with one slash. Pages disagree whether poll and
         * prompt cards have one, see {@link RuleLevel}.
         */
        public Builder thumbnail(String address) {
            this.thumbnail = address;
            return this;
        }

        /** Adds an unknown field, see {@link MessagePart#other()}. */
        public Builder other(String name, Object value) {
            this.other = PlainValues.plus(other, name, value);
            return this;
        }

        /** Builds the card without a check, see {@link io.github.camelcliq.message.rules.MessageRules}. */
        public abstract Card build();
    }
}
