package io.github.camelcliq.message;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Arrays;
import java.util.List;

/**
 * The card of a message: its title, and what its theme adds (message cards reference).
 *
 * <p>Buttons of a card stand in {@link CliqMessage#buttons()}: a live organisation refused them inside {@code card},
 * where one page of the reference shows them.
 */
@JsonPropertyOrder({"title", "theme"})
public sealed interface Card extends MessagePart permits ModernInlineCard, PollCard, PromptCard, PlainCard {

    /** The card's title, or null. */
    String title();

    /** The theme as Cliq's JSON spells it, or null for a card that names none. */
    @JsonProperty
    String theme();

    /** The picture beside the title, or null: an http or https URL, or a path that starts with one slash. */
    String thumbnail();

    /** A card with thumbnail and sections; add them with the methods of the result. */
    static ModernInlineCard modernInline(String title) {
        return new ModernInlineCard(title, null, null, null);
    }

    /** A card people vote on. */
    static PollCard poll(String title, String... options) {
        List<PollOption> choices = Arrays.stream(options).map(PollOption::new).toList();
        return new PollCard(title, null, choices, null);
    }

    /** A card that asks for one of the message's buttons. */
    static PromptCard prompt(String title) {
        return new PromptCard(title, null, null);
    }

    /** A card that names no theme; Cliq shows it as modern-inline. */
    static PlainCard plain(String title) {
        return new PlainCard(title, null, null, null, null);
    }
}
