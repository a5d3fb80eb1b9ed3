package io.github.camelcliq.docs;

import io.github.camelcliq.message.Background;
import io.github.camelcliq.message.Button;
import io.github.camelcliq.message.ButtonStyle;
import io.github.camelcliq.message.Card;
import io.github.camelcliq.message.CardField;
import io.github.camelcliq.message.ChartEntry;
import io.github.camelcliq.message.CliqMessage;
import io.github.camelcliq.message.Confirmation;
import io.github.camelcliq.message.Emotion;
import io.github.camelcliq.message.GraphPreview;
import io.github.camelcliq.message.InstantButton;
import io.github.camelcliq.message.ListMarker;
import io.github.camelcliq.message.MessageStyles;
import io.github.camelcliq.message.OpenUrl;
import io.github.camelcliq.message.PercentageChartPreview;
import io.github.camelcliq.message.Slide;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The messages that the guide shows, in Java and as JSON. */
final class MessageExamples {

    static final Map<String, Supplier<CliqMessage>> ALL = Map.ofEntries(
            Map.entry("budget", MessageExamples::budget),
            Map.entry("build", MessageExamples::build),
            Map.entry("poll", MessageExamples::poll),
            Map.entry("prompt", MessageExamples::prompt),
            Map.entry("actions", MessageExamples::actions),
            Map.entry("instant", MessageExamples::instant),
            Map.entry("table", MessageExamples::table),
            Map.entry("charts", MessageExamples::charts),
            Map.entry("lists", MessageExamples::lists),
            Map.entry("bot", MessageExamples::bot),
            Map.entry("thread", MessageExamples::thread),
            Map.entry("unknown", MessageExamples::unknown));

    private MessageExamples() {}

    private static CliqMessage budget() {
        // docs: budget
        CliqMessage message = CliqMessage.text("The Q4 marketing budget is ready for review.")
                .card(Card.modernInline("Q4 Budget Proposal"))
                .hint("Please review the allocation details before approval.")
                .button(Button.labelled("Approve Budget")
                        .key("approve_budget_q4")
                        .invoke("approve_q4_budget", "finance@zylker.com")
                        .confirm(Confirmation.titled("Finalize Budget Approval")
                                .description("Please provide approval remarks before proceeding.")
                                .input("Enter approval remarks")
                                .emotion(Emotion.POSITIVE)
                                .buttonLabel("Confirm Approval")
                                .cancelButtonLabel("Review Again")
                                .mandatory(true)))
                .build();
        // end
        return message;
    }

    private static CliqMessage build() {
        // docs: build
        CliqMessage message = CliqMessage.text("Build 562 of payments failed.")
                .card(Card.modernInline("Build failed")
                        .thumbnail("https://ci.zylker.com/red.png")
                        .section("Commit", new CardField("Author", "Scott Fisher"), new CardField("Branch", "main")))
                .build();
        // end
        return message;
    }

    private static CliqMessage poll() {
        // docs: poll
        CliqMessage message = CliqMessage.text("Which day suits the retrospective?")
                .card(Card.poll("Retrospective", "Tuesday", "Wednesday", "Friday"))
                .build();
        // end
        return message;
    }

    private static CliqMessage prompt() {
        // docs: prompt
        CliqMessage message = CliqMessage.text("Release 7.3 is ready to go out.")
                .card(Card.prompt("Release now?"))
                .button(Button.labelled("Release").key("release").invoke("release_shop", "release@zylker.com"))
                .button(Button.labelled("Not today")
                        .type(ButtonStyle.NEGATIVE)
                        .key("postpone")
                        .invoke("postpone_release", "release@zylker.com"))
                .build();
        // end
        return message;
    }

    private static CliqMessage actions() {
        // docs: actions
        CliqMessage message = CliqMessage.text("Order 4711 is waiting for its payment.")
                .button(Button.labelled("Remind").key("remind").invoke("remind_payer", "orders@zylker.com"))
                .button(Button.labelled("Call")
                        .action(OpenUrl.web("https://crm.zylker.com/4711")
                                .iOS("tel:+15550100")
                                .android("tel:+15550100")))
                .button(Button.labelled("Preview").preview("https://shop.zylker.com/orders/4711"))
                .button(Button.labelled("Chat with sales").system("startchat/130720038"))
                .button(Button.labelled("Copy the number").copy("4711"))
                .build();
        // end
        return message;
    }

    private static CliqMessage instant() {
        // docs: instant
        CliqMessage message = CliqMessage.text("Latency is high. [Acknowledge]($ack) [Call the duty]($call)")
                .reference(
                        "ack",
                        InstantButton.labelled("Acknowledge")
                                .invoke("acknowledge_alert")
                                .argument("alert", "a1c4d7f2"))
                .reference(
                        "call",
                        InstantButton.labelled("Call the duty")
                                .type(ButtonStyle.NEGATIVE)
                                .system("audiocall/130720038"))
                .build();
        // end
        return message;
    }

    private static CliqMessage table() {
        // docs: table
        CliqMessage message = CliqMessage.text("Open orders")
                .slide(Slide.table("Order", "Customer", "Total")
                        .row("4711", "Zylker", "120.00")
                        .row("4712", "Zillum", "80.50")
                        .widths(20, 50, 30)
                        .sticky(1, 0)
                        .title("This morning"))
                .build();
        // end
        return message;
    }

    private static CliqMessage charts() {
        // docs: charts
        CliqMessage message = CliqMessage.text("Tickets of this week")
                .slide(Slide.percentageChart(ChartEntry.of("Solved", 34), ChartEntry.of("Open", 6))
                        .preview(PercentageChartPreview.DOUGHNUT))
                .slide(Slide.graph()
                        .category("Solved", ChartEntry.of("Mon", 12), ChartEntry.of("Tue", 22))
                        .category("Open", ChartEntry.of("Mon", 9), ChartEntry.of("Tue", 6))
                        .styles(GraphPreview.VERTICAL_BAR, "Day", "Tickets"))
                .build();
        // end
        return message;
    }

    private static CliqMessage lists() {
        // docs: lists
        CliqMessage message = CliqMessage.text("Deployed to production.")
                .slide(Slide.list("payments 7.3", "catalog 2.1").marker(ListMarker.DECIMAL))
                .slide(Slide.labels().label("Cluster", "eu-1").label("Duration", "4 min"))
                .slide(Slide.images("https://ci.zylker.com/latency.png"))
                .slide(Slide.text("No migration was needed.").title("Notes"))
                .build();
        // end
        return message;
    }

    private static CliqMessage bot() {
        // docs: bot
        CliqMessage message = CliqMessage.text("Your holiday was approved.")
                .bot("Human Resources", "https://hr.zylker.com/bot.png")
                .styles(new MessageStyles(Background.GREEN, true))
                .recipients("55622663", "scott.fisher@zylker.com")
                .syncMessage(true)
                .build();
        // end
        return message;
    }

    private static CliqMessage thread() {
        // docs: thread
        CliqMessage message = CliqMessage.text("The payment has arrived.")
                .threadMessageId("1599387839188_229293271789")
                .threadTitle("Order 4711")
                .postInParent(true)
                .build();
        // end
        return message;
    }

    private static CliqMessage unknown() {
        // docs: unknown
        CliqMessage message = CliqMessage.text("Deployed to production.")
                .other("priority", Map.of("labels", List.of("ops", "eu")))
                .build();
        // end
        return message;
    }
}
