package io.github.camelcliq;

import static io.github.camelcliq.PatientWaits.LONGEST;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcliq.message.Button;
import io.github.camelcliq.message.CliqMessage;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.Test;

/** Routes as an application has them. */
class CliqRoutesTest extends CliqTestSupport {

    @Test
    void aRouteInJava() throws Exception {
        context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                onException(CliqException.class)
                        .onWhen(simple("${exception.retryable} == false"))
                        .handled(true)
                        .setBody(simple("refused: ${exception.message}"));

                from("direct:build-failed")
                        .process(exchange -> exchange.getMessage()
                                .setBody(CliqMessage.text("Build 4711 failed")
                                        .button(Button.labelled("Open log").open("https://ci.zylker.com/4711"))
                                        .build()))
                        .to("cliq:channel/builds?botUniqueName=cibot&syncMessage=true")
                        .setBody(simple("posted ${header.CamelCliqMessageId}"));
            }
        });

        assertThat(template().requestBody("direct:build-failed", "event"))
                .isEqualTo("posted " + sandbox.messages().get(0).id());
        assertThat(posted().at("/buttons/0/action/data/web").textValue()).isEqualTo("https://ci.zylker.com/4711");

        sandbox.answerNext(404, "application/json", "{\"message\": \"No such channel.\"}");
        assertThat((String) template().requestBody("direct:build-failed", "event"))
                .startsWith("refused: Message to channel/builds failed: HTTP 404, No such channel.");
    }

    @Test
    void aRouteInYaml() throws Exception {
        String yaml = """
                - route:
                    from:
                      uri: direct:alert
                      steps:
                        - setHeader:
                            name: CamelCliqCardTitle
                            simple: "${body[alertname]} on ${body[host]}"
                        - setHeader:
                            name: CamelCliqButtons
                            constant: |
                              [{"label": "Runbook", "type": "+",
                                "action": {"type": "open.url", "data": {"web": "https://runbooks.zylker.com"}}}]
                        - setHeader:
                            name: CamelCliqText
                            simple: "{@all} ${body[summary]}"
                        - to:
                            uri: cliq
                            parameters:
                              kind: chat
                              id: CT_1203304812000146098_55622663-B2
                              syncMessage: true
                        - setBody:
                            simple: "${header.CamelCliqMessageId}"
                """;
        PluginHelper.getRoutesLoader(context()).loadRoutes(ResourceHelper.fromString("alert.yaml", yaml));

        Object id = template()
                .requestBody("direct:alert", Map.of("alertname", "DiskFull", "host", "db1", "summary", "95 % used"));

        assertThat(id).isEqualTo(sandbox.messages(CHAT).get(0).id());
        assertThat(posted()).isEqualTo(json("""
                {'text': '{@all} 95 % used', 'card': {'title': 'DiskFull on db1'}, 'sync_message': true,
                 'buttons': [{'label': 'Runbook', 'type': '+',
                   'action': {'type': 'open.url', 'data': {'web': 'https://runbooks.zylker.com'}}}]}"""));
    }

    @Test
    void aRouteThatRedeliversWhatIsSafeOnly() throws Exception {
        context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                onException(CliqException.class)
                        .onWhen(simple("${exception.safeToRedeliver} == true"))
                        .maximumRedeliveries(3)
                        .redeliveryDelay(10)
                        .asyncDelayedRedelivery();
                from("direct:safe").to("cliq:chat/x");
            }
        });
        sandbox.answerNext(500, null, "");

        Exchange exchange = post("direct:safe", "Hello", Map.of());

        assertThat(exchange.getException()).isInstanceOf(CliqUnavailableException.class);
        assertThat(sandbox.requests()).hasSize(1);
    }

    @Test
    void splittingInParallelPostsEachPart() throws Exception {
        context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:split").split(body()).parallelProcessing().to("cliq:chat/x");
            }
        });

        template()
                .requestBody(
                        "direct:split",
                        IntStream.range(0, 100).mapToObj(i -> "part " + i).toList());

        assertThat(sandbox.messages()).hasSize(100);
    }

    @Test
    void theBodyOfAnInOnlyExchangeIsThereForTheNextStep() throws Exception {
        context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                // Camel waits for its poll when it stops
                from("seda:in?pollTimeout=10").to("cliq:chat/x").to("mock:after");
            }
        });
        getMockEndpoint("mock:after").expectedBodiesReceived("Hello");

        template().sendBody("seda:in", "Hello");

        getMockEndpoint("mock:after").assertIsSatisfied(LONGEST.toMillis());
    }
}
