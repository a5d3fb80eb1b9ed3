package io.github.camelcliq.docs;

import io.github.camelcliq.CliqException;
import io.github.camelcliq.CliqInvalidMessageException;
import io.github.camelcliq.CliqThrottledException;
import io.github.camelcliq.CliqUnavailableException;
import io.github.camelcliq.message.Button;
import io.github.camelcliq.message.Card;
import io.github.camelcliq.message.CliqMessage;
import io.github.camelcliq.message.Confirmation;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.ThreadPoolProfileBuilder;

/** The routes that the guide shows. */
final class RouteExamples {

    private RouteExamples() {}

    /** A card with a button. */
    static final class Budget extends RouteBuilder {

        @Override
        public void configure() {
            // docs: budget
            from("direct:budget")
                    .setBody(budget -> CliqMessage.text("The Q4 marketing budget is ready for review.")
                            .card(Card.modernInline("Q4 Budget Proposal"))
                            .button(Button.labelled("Approve Budget")
                                    .key("approve_budget_q4")
                                    .invoke("approve_q4_budget", "finance@zylker.com")
                                    .confirm(Confirmation.titled("Finalize Budget Approval")
                                            .input("Enter approval remarks")
                                            .buttonLabel("Confirm Approval")))
                            .build())
                    .to("cliq:chat/CT_1203304812000146098_55622663-B2");
            // end
        }
    }

    /** Posting. */
    static final class Posting extends RouteBuilder {

        @Override
        public void configure() {
            // docs: targets
            from("direct:to-the-header")
                    .setHeader("CamelCliqTarget", simple("${header.chat}"))
                    .to("cliq:chat");

            from("direct:to-any-chat").toD("cliq:chat/${header.chat}");
            // end

            // docs: beside
            from("direct:orders")
                    .setHeader("CamelCliqText", simple("Order ${body[number]} is waiting for its payment."))
                    .setHeader("CamelCliqCardTitle", simple("${body[customer]}"))
                    .to("cliq:channel/orders")
                    .to("direct:ship");
            // end

            // docs: receipt
            from("direct:alerts")
                    .to("cliq:channel/operations?syncMessage=true")
                    .log("posted ${header.CamelCliqMessageId}, HTTP ${header.CamelCliqStatus}");
            // end
        }
    }

    /** An alert that may be too long. */
    static final class Alerts extends RouteBuilder {

        @Override
        public void configure() {
            // docs: fit
            from("direct:outages")
                    .to("cliq:channel/operations?overflow=fit")
                    .filter(header("CamelCliqRemarks").isNotNull())
                    .to("direct:archive")
                    .end();
            // end
        }
    }

    /** A route that decides by the exception what happens next. */
    static final class Failures extends RouteBuilder {

        @Override
        public void configure() {
            getContext()
                    .getExecutorServiceManager()
                    .registerThreadPoolProfile(new ThreadPoolProfileBuilder("redelivery")
                            .maxQueueSize(10_000)
                            .build());

            // docs: failures
            // the pool in which redeliveries wait: Camel's default loses every exchange after the first 1,000
            errorHandler(defaultErrorHandler().executorServiceRef("redelivery"));

            // the message is wrong: nothing was sent, and another attempt cannot help
            onException(CliqInvalidMessageException.class)
                    .handled(true)
                    .log("not sent: ${exception.violations}")
                    .to("direct:repair");

            // too many posts: wait as long as Cliq asks, or ten minutes if it names no time
            onException(CliqThrottledException.class)
                    .maximumRedeliveries(2)
                    .asyncDelayedRedelivery()
                    .handled(true)
                    .removeHeader(Exchange.REDELIVERY_DELAY)
                    .to("direct:later");

            // Cliq was not reached: try again soon, which cannot show the message twice
            onException(CliqUnavailableException.class)
                    .onWhen(simple("${exception.safeToRedeliver}"))
                    .maximumRedeliveries(3)
                    .redeliveryDelay(1000)
                    .backOffMultiplier(2)
                    .useExponentialBackOff()
                    .asyncDelayedRedelivery()
                    .handled(true)
                    .to("direct:later");

            // all other failures: refused, no valid token, or Cliq may have the message
            onException(CliqException.class)
                    .handled(true)
                    .log("${exception.delivery}: ${exception.message}")
                    .to("direct:operators");
            // end

            from("direct:orders").to("cliq:channel/orders");
        }
    }

    /** A body for the routes above. */
    static Map<String, Object> order() {
        return Map.of("number", 4711, "customer", "Zylker");
    }
}
