package io.github.camelcliq;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcliq.internal.account.AccountRegistry;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many targets through one endpoint. */
class CliqDynamicTargetsTest extends CliqTestSupport {

    @Override
    protected Properties useOverridePropertiesWithPropertiesComponent() {
        Properties properties = new Properties();
        properties.setProperty("kind", "chat");
        properties.setProperty("sync", "true");
        return properties;
    }

    @Override
    protected RouteBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:dynamic").toD("cliq:chat/${header.chat}");
                from("direct:options").toD("cliq:bot/${header.chat}?syncMessage=true&appKey=RAW(k+1)");
                from("direct:placeholder").toD("cliq:{{kind}}/${header.chat}-B2?syncMessage={{sync}}");
                from("direct:query").toD("cliq:chat/${header.chat}?syncMessage=${header.sync}");
                from("direct:slashes").toD("cliq://chat/${header.chat}");
                from("direct:no-id").toD("cliq:chat?syncMessage=${header.sync}");
                from("direct:kind").toD("cliq:${header.kind}/x");
                from("direct:list").recipientList(header("list"));
                from("direct:tap").wireTap("cliq:chat/${header.chat}");
            }
        };
    }

    @Test
    void aThousandChatsShareOneEndpointAndOneClient() throws Exception {
        for (int i = 0; i < 1000; i++) {
            template().sendBodyAndHeader("direct:dynamic", "Hello", "chat", "CT_" + i);
        }

        assertThat(sandbox.messages())
                .extracting("target")
                .doesNotHaveDuplicates()
                .hasSize(1000);
        assertThat(AccountRegistry.of(context()).size()).isEqualTo(1);
        assertThat(context().getEndpoints())
                .filteredOn(CliqEndpoint.class::isInstance)
                .hasSize(1);
    }

    @Test
    void aThousandEndpointsShareOneClient() throws Exception {
        for (int i = 0; i < 1000; i++) {
            template().sendBodyAndHeader("direct:list", "Hello", "list", "cliq:chat/CT_" + i);
        }

        assertThat(sandbox.messages()).hasSize(1000);
        assertThat(AccountRegistry.of(context()).size()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CT_1203304812000146098_55622663-B2",
                "scott.fisher+ci@zylker.com",
                "two words",
                "a/b",
                "ümlaut",
                "a%20b",
                "a%2Bb",
                "a%2Fb",
                "100%",
                "a:b",
                "a\"b",
                "a<b>c",
                "a{b}c",
                "a|b",
                "a\\b",
                "a^b`c",
                "a[0]",
                "x;y=z",
                "/leading",
                "trailing/"
            })
    void anIdMeansTheSameAsInAStaticEndpoint(String id) {
        Exchange expected = post("cliq:chat/" + id, "Hello", Map.of());
        Exchange dynamic = post("direct:dynamic", "Hello", Map.of("chat", id));

        assertThat(dynamic.getException()).isNull();
        assertThat(expected.getException()).isNull();
        List<String> targets =
                sandbox.messages().stream().map(message -> message.target()).toList();
        assertThat(targets).hasSize(2);
        assertThat(targets.get(1)).isEqualTo(targets.get(0));
    }

    @Test
    void optionsStay() {
        Exchange exchange = post("direct:options", "Hello", Map.of("chat", "deploybot"));

        assertThat(sandbox.messages()).singleElement().satisfies(message -> {
            assertThat(message.target()).isEqualTo("deploybot");
            assertThat(message.query()).isEqualTo(Map.of("extension_key", "k+1"));
        });
        assertThat(exchange.getMessage().getHeaders()).doesNotContainKey(CliqConstants.TARGET);
    }

    @Test
    void placeholdersInTheTemplateAreLiteralAndAnIdMayHavePartsOfBoth() {
        post("direct:placeholder", "Hello", Map.of("chat", "CT_1?x"));

        assertThat(sandbox.messages()).extracting("target").containsExactly("CT_1?x-B2");
        assertThat(tree(sandbox.messages().get(0).json()).get("sync_message").booleanValue())
                .isTrue();
    }

    @Test
    void aQueryWithAnExpressionMakesAnEndpointOfItsOwn() {
        post("direct:query", "Hello", Map.of("chat", "CT_1", "sync", "true"));

        assertThat(sandbox.messages()).extracting("target").containsExactly("CT_1");
        assertThat(context().getEndpoints())
                .filteredOn(CliqEndpoint.class::isInstance)
                .extracting(Object::toString)
                .containsExactly("cliq://chat/CT_1?syncMessage=true");
    }

    @Test
    void aRedeliveryGoesToTheSameTarget() throws Exception {
        context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(defaultErrorHandler().maximumRedeliveries(1).redeliveryDelay(10));
                from("direct:again").toD("cliq:chat/${header.chat}");
            }
        });
        sandbox.answerNext(503, null, "");

        Exchange exchange = post("direct:again", "Hello", Map.of("chat", "CT_1"));

        assertThat(exchange.getException()).isNull();
        assertThat(sandbox.requests())
                .extracting("path")
                .containsOnly("/api/v2/chats/CT_1/messages")
                .hasSize(2);
    }

    @Test
    void aUriWithoutAnIdKeepsTheHeaders() {
        post("direct:no-id", "Hello", Map.of("sync", "true", CliqConstants.TARGET, "from-header"));

        assertThat(sandbox.messages()).extracting("target").containsExactly("from-header");
    }

    @Test
    void anIdThatIsEmptyIsMissingWhateverAnEarlierStepLeft() {
        Map<String, Object> leftOver = Map.of(CliqConstants.TARGET, "left-over");
        for (String route : List.of("direct:dynamic", "direct:slashes", "direct:options")) {
            Exchange exchange = post(route, "Hello", leftOver);

            assertThat(violations(exchange))
                    .as(route)
                    .singleElement()
                    .satisfies(violation -> assertThat(violation.rule()).contains("the id is missing or blank"));
            assertThat(exchange.getMessage().getHeaders()).containsAllEntriesOf(leftOver);
        }
    }

    @Test
    void theApplicationsOwnTargetHeaderIsGivenBack() {
        Map<String, Object> headers = Map.of("chat", "CT_1", CliqConstants.TARGET, 4711L);

        Exchange posted = post("direct:dynamic", "Hello", headers);
        Exchange failed = post("direct:dynamic", "{}", headers);

        assertThat(sandbox.messages()).extracting("target").containsExactly("CT_1");
        assertThat(failed.getException()).isInstanceOf(CliqInvalidMessageException.class);
        assertThat(posted.getMessage().getHeaders()).containsEntry(CliqConstants.TARGET, 4711L);
        assertThat(failed.getMessage().getHeaders()).containsEntry(CliqConstants.TARGET, 4711L);
    }

    @Test
    void twoSlashesMeanTheSame() {
        post("direct:slashes", "Hello", Map.of("chat", "CT_1"));

        assertThat(sandbox.messages()).extracting("target").containsExactly("CT_1");
    }

    @Test
    void theKindMayVaryToo() {
        post("direct:kind", "Hello", Map.of("kind", "channel"));
        post("direct:kind", "Hello", Map.of("kind", "user"));

        assertThat(sandbox.requests())
                .extracting("path")
                .containsExactly("/api/v2/channelsbyname/x/message", "/api/v2/buddies/x/message");
    }

    @Test
    void aWireTapPostsBesideTheRoute() {
        post("direct:tap", "Hello", Map.of("chat", "CT_1"));

        assertThat(awaitMessages(1)).extracting("target").containsExactly("CT_1");
    }
}
