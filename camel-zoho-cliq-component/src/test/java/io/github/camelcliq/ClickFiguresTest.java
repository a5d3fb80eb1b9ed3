package io.github.camelcliq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelcliq.webhook.Clicks;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What JMX tells of the clicks of a route. */
class ClickFiguresTest {

    private static final String JMX_DISABLED = "org.apache.camel.jmx.disabled";

    private static String jmxWas;

    @BeforeAll
    static void turnJmxOn() {
        jmxWas = System.setProperty(JMX_DISABLED, "false");
    }

    @AfterAll
    static void turnJmxBack() {
        if (jmxWas == null) {
            System.clearProperty(JMX_DISABLED);
        } else {
            System.setProperty(JMX_DISABLED, jmxWas);
        }
    }

    @Test
    void clicksAndRefusalsAreCounted() throws JMException {
        CountDownLatch decided = new CountDownLatch(1);
        RouteBuilder routes = new RouteBuilder() {
            @Override
            public void configure() {
                from("cliq:function/approve").setBody(constant("Approved"));
                from("cliq:function/slow?replyTimeout=1&lateReply=DROP").process(exchange -> decided.await());
            }
        };
        try (ClickServer server = ClickServer.with(routes).start()) {
            server.click("approve");
            server.click("approve");
            server.click("slow");
            server.click("unknown");
            server.post(Clicks.bytes(Clicks.sample("approve", Instant.now())), "no signature");

            assertThat(figure(server, "approve", "AnsweredClicks")).isEqualTo(2L);
            assertThat(figure(server, "approve", "AcknowledgedClicks")).isEqualTo(0L);
            assertThat(figure(server, "slow", "AcknowledgedClicks")).isEqualTo(1L);
            assertThat(figure(server, "slow", "ClicksUnderWay")).isEqualTo(1);
            assertThat(figure(server, "slow", "RefusedRequests")).isEqualTo(2L);
            assertThat(figure(server, "approve", "RefusalReasons"))
                    .isEqualTo("1 with no valid signature or secret, 1 with a function that no route takes");

            decided.countDown();

            await().until(() -> figure(server, "slow", "ClicksUnderWay").equals(0));
            assertThat(figure(server, "slow", "AnsweredClicks")).isEqualTo(0L);
        }
    }

    private static Object figure(ClickServer server, String function, String attribute) throws JMException {
        MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
        String context = server.context().getManagementName();
        for (ObjectName name :
                beans.queryNames(new ObjectName("org.apache.camel:context=" + context + ",type=consumers,*"), null)) {
            if (beans.getAttribute(name, "EndpointUri").toString().contains("function/" + function)) {
                return beans.getAttribute(name, attribute);
            }
        }
        throw new JMException("no consumer of " + function);
    }
}
