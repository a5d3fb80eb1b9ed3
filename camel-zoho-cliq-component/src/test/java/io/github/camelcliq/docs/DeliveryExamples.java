package io.github.camelcliq.docs;

import io.github.camelcliq.CliqAccount;
import io.github.camelcliq.CliqException;
import io.github.camelcliq.CliqInvalidMessageException;
import io.github.camelcliq.client.DataCenter;
import java.io.File;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.ThreadPoolProfileBuilder;
import org.apache.camel.support.processor.idempotent.FileIdempotentRepository;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;

/** The guide's routes about messages that arrive late, not at all, or perhaps. */
final class DeliveryExamples {

    private DeliveryExamples() {}

    /** Each failure by what is known of the message. */
    abstract static class ByFailure extends RouteBuilder {

        @Override
        public void configure() {
            // docs: pool
            // without it Camel holds 1,000 delayed redeliveries, and every further exchange is lost
            getContext()
                    .getExecutorServiceManager()
                    .registerThreadPoolProfile(new ThreadPoolProfileBuilder("redelivery")
                            .maxQueueSize(10_000)
                            .build());
            errorHandler(defaultErrorHandler().executorServiceRef("redelivery"));
            // end

            // docs: stopping
            // the application stops: the exchange fails, so that its source delivers it again after the next start
            onException(CliqException.class)
                    .onWhen(simple("${exception.stopping}"))
                    .maximumRedeliveries(0)
                    .logExhausted(false)
                    .removeHeader(Exchange.REDELIVERY_DELAY);
            // end

            // docs: dead-letter
            // no attempt can help: the message, body and headers, goes to a route where a person repairs it
            onException(CliqInvalidMessageException.class).handled(true).to("direct:repair");
            // end

            // docs: safe
            // another attempt may succeed, and cannot show the message twice
            onException(CliqException.class)
                    .onWhen(simple("${exception.safeToRedeliver}"))
                    .maximumRedeliveries(3)
                    .redeliveryDelay(1000)
                    .backOffMultiplier(2)
                    .useExponentialBackOff()
                    .asyncDelayedRedelivery()
                    .handled(true)
                    .removeHeader(Exchange.REDELIVERY_DELAY)
                    .to("direct:later");
            // end

            // docs: unknown
            // Cliq may have it: your application decides whether to post it again
            onException(CliqException.class)
                    .onWhen(simple("${exception.delivery} == 'UNKNOWN'"))
                    .handled(true)
                    .removeHeader(Exchange.REDELIVERY_DELAY)
                    .to("direct:undecided");
            // end
        }
    }

    /** Orders of which each may be posted later. */
    static final class Redelivery extends ByFailure {

        @Override
        public void configure() {
            super.configure();
            from("direct:orders").to("cliq:channel/orders");
        }
    }

    /** A notice about a message that was not sent. */
    static final class Notice extends RouteBuilder {

        @Override
        public void configure() {
            // docs: notice
            onException(CliqInvalidMessageException.class)
                    .handled(true)
                    .to("direct:repair")
                    .removeHeaders("CamelCliq*")
                    .setBody(simple("A message was not sent. ${exception.message}"))
                    .to("cliq:channel/operations?bodyFormat=text&overflow=fit");
            // end

            from("direct:orders").to("cliq:channel/orders");
        }
    }

    /** No posts to a Cliq that is down. */
    static final class Breaker extends RouteBuilder {

        @Override
        public void configure() {
            // docs: breaker
            from("direct:orders")
                    .circuitBreaker()
                    .resilience4jConfiguration()
                    .minimumNumberOfCalls(5)
                    .failureRateThreshold(50)
                    .waitDurationInOpenState(30)
                    .end()
                    .doTry()
                    .to("cliq:channel/orders")
                    .doCatch(CliqInvalidMessageException.class)
                    .to("direct:repair")
                    .end()
                    .endCircuitBreaker()
                    .onFallback()
                    .removeHeader(Exchange.REDELIVERY_DELAY)
                    .to("direct:later")
                    .end();
            // end
        }
    }

    /** One message for an event that comes several times. */
    static final class Once extends RouteBuilder {

        @Override
        public void configure() {
            // docs: once
            from("direct:orders")
                    .idempotentConsumer(
                            header("orderId"), MemoryIdempotentRepository.memoryIdempotentRepository(10_000))
                    .removeOnFailure(false)
                    .to("cliq:channel/orders");
            // end
        }
    }

    /** Orders from a queue: none is lost. */
    static final class FromQueue extends ByFailure {

        @Override
        public void configure() {
            super.configure();
            // docs: queue
            from("jms:queue:orders?transacted=true&concurrentConsumers=4")
                    .removeHeaders("CamelCliq*")
                    .to("cliq:channel/orders");
            // end
        }
    }

    /** Orders from a folder: none is lost. */
    static final class FromFolder extends ByFailure {

        @Override
        public void configure() {
            super.configure();
            // docs: folder
            from("file:{{orders}}").to("cliq:channel/orders");
            // end
        }
    }

    /** Orders from a queue, of which some come twice: none is lost. */
    static final class OnceFromQueue extends ByFailure {

        @Override
        public void configure() {
            super.configure();
            // docs: once-from-queue
            File posted = new File(getContext().resolvePropertyPlaceholders("{{orders}}"), "posted.txt");

            from("jms:queue:orders?transacted=true&concurrentConsumers=4")
                    .removeHeaders("CamelCliq*")
                    .idempotentConsumer(
                            header("orderId"), FileIdempotentRepository.fileIdempotentRepository(posted, 10_000))
                    .eager(false)
                    .to("cliq:channel/orders");
            // end
        }
    }

    /** Messages that wait in a queue until they are posted. */
    static final class Outbox extends RouteBuilder {

        @Override
        public void configure() {
            // docs: outbox
            from("direct:announce")
                    .transformDataType("cliq:application-x-message")
                    .setHeader("cliqTarget", header("CamelCliqTarget"))
                    .to("jms:queue:outbox?exchangePattern=InOnly");

            from("jms:queue:outbox?transacted=true&concurrentConsumers=4")
                    .removeHeaders("CamelCliq*")
                    .setHeader("CamelCliqTarget", header("cliqTarget"))
                    .to("cliq:channel");
            // end
        }
    }

    /** Messages that were not posted, and wait in a queue until somebody decides. */
    static final class DeadLetterQueue extends RouteBuilder {

        @Override
        public void configure() {
            // docs: dead-letter-queue
            onException(CliqInvalidMessageException.class).handled(true).to("direct:repair");
            onException(CliqException.class)
                    .handled(true)
                    .removeHeader(Exchange.REDELIVERY_DELAY)
                    .transformDataType("cliq:application-x-message")
                    .setHeader("cliqTarget", header("CamelCliqTarget"))
                    .setHeader("cliqDelivery", simple("${exception.delivery}"))
                    .setHeader("cliqError", simple("${exception.message}"))
                    .to("jms:queue:dead?exchangePattern=InOnly");

            from("direct:announce").to("cliq:channel");

            // started once somebody has decided that the dead letters go out
            from("jms:queue:dead?transacted=true")
                    .routeId("replay")
                    .autoStartup(false)
                    .errorHandler(noErrorHandler())
                    .removeHeaders("CamelCliq*")
                    .setHeader("CamelCliqTarget", header("cliqTarget"))
                    .to("cliq:channel");
            // end
        }
    }

    /** Alerts of others: they choose a chat, and nothing else of the message. */
    static final class Untrusted extends RouteBuilder {

        @Override
        public void configure() {
            // docs: untrusted
            from("jms:queue:alerts?transacted=true")
                    .removeHeaders("CamelCliq*")
                    .setHeader("CamelCliqTarget", header("chat"))
                    .to("cliq:chat?bodyFormat=text");
            // end
        }
    }

    /** A second account, as a bean. */
    static final class SecondAccount extends RouteBuilder {

        @Override
        public void configure() {
            // docs: account
            CliqAccount eu = new CliqAccount();
            eu.setDataCenter(DataCenter.EU);
            eu.setRefreshToken(getContext().resolvePropertyPlaceholders("{{eu.refreshToken}}"));
            eu.setClientId(getContext().resolvePropertyPlaceholders("{{eu.clientId}}"));
            eu.setClientSecret(getContext().resolvePropertyPlaceholders("{{eu.clientSecret}}"));
            getContext().getRegistry().bind("eu", eu);

            from("direct:announce").to("cliq:channel/announcements?account=eu");
            // end
        }
    }

    /** A report that may wait for its turn. */
    static final class Patient extends RouteBuilder {

        @Override
        public void configure() {
            // docs: patient
            from("direct:reports").to("cliq:channel/reports?maximumWait=15m");
            // end
        }
    }
}
