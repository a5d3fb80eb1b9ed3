package io.github.camelcliq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonMappingException;
import io.github.camelcliq.message.CliqMessage;
import io.github.camelcliq.message.Violation;
import io.github.camelcliq.webhook.FunctionCall;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.camel.Exchange;
import org.apache.camel.TypeConversionException;
import org.apache.camel.support.TypeConverterSupport;
import org.junit.jupiter.api.Test;

/** What a body may be, and in which order it is asked. */
class CliqBodiesTest extends CliqTestSupport {

    /** An application's own class with a message's property names. */
    public record BuildFailed(
            @JsonProperty("text") String headline,
            @JsonProperty("build_number") int number) {}

    /** An application's own class that is no message. */
    public record Order(String customer, int amount) {}

    /** An application's own class that Jackson cannot write. */
    public static final class Opaque {
        @Override
        public String toString() {
            return "never to be seen in a chat";
        }
    }

    @Test
    void aMessageIsPostedAsItIsAndStaysTheBody() {
        CliqMessage message = CliqMessage.text("Build 4711 failed").build();

        Exchange exchange = post(message);

        assertThat(exchange.getException()).isNull();
        assertThat(posted()).isEqualTo(json("{'text': 'Build 4711 failed'}"));
        assertThat(exchange.getMessage().getBody()).isSameAs(message);
    }

    @Test
    void aJsonTreeIsBound() {
        post(json("{'text': 'Hello', 'hint': 'from a tree'}"));

        assertThat(posted()).isEqualTo(json("{'text': 'Hello', 'hint': 'from a tree'}"));
    }

    @Test
    void aJsonTreeIsNotChangedByHeaders() {
        var tree = json("{'text': 'Hello', 'card': {'title': 'Old'}}");

        post(tree, Map.of(CliqConstants.TEXT, "Bye", CliqConstants.CARD_TITLE, "New"));

        assertThat(posted()).isEqualTo(json("{'text': 'Bye', 'card': {'title': 'New'}}"));
        assertThat(tree).isEqualTo(json("{'text': 'Hello', 'card': {'title': 'Old'}}"));
    }

    @Test
    void aMapIsBound() {
        post(Map.of(
                "text",
                "Hello",
                "buttons",
                List.of(Map.of(
                        "label",
                        "Open",
                        "type",
                        "+",
                        "action",
                        Map.of("type", "open.url", "data", Map.of("web", "https://ci.zylker.com/4711"))))));

        assertThat(posted()).isEqualTo(json("""
                {'text': 'Hello', 'buttons': [{'label': 'Open', 'type': '+',
                  'action': {'type': 'open.url', 'data': {'web': 'https://ci.zylker.com/4711'}}}]}"""));
    }

    @Test
    void aMapThatHoldsItselfIsRefused() {
        Map<String, Object> endless = new HashMap<>(Map.of("text", "Hello"));
        endless.put("more", endless);

        assertThat(violations(post(endless))).extracting(Violation::pointer).containsExactly("");
    }

    @Test
    void aRegisteredConverterMakesTheMessage() {
        context()
                .getTypeConverterRegistry()
                .addTypeConverter(
                        CliqMessage.class,
                        Order.class,
                        converter(order ->
                                CliqMessage.text("Order of " + order.customer()).build()));

        Exchange exchange = post(new Order("Zylker", 3));

        assertThat(posted()).isEqualTo(json("{'text': 'Order of Zylker'}"));
        assertThat(exchange.getMessage().getBody()).isEqualTo(new Order("Zylker", 3));
    }

    @Test
    void headersOverrideWhatARegisteredConverterMade() {
        context()
                .getTypeConverterRegistry()
                .addTypeConverter(
                        CliqMessage.class,
                        Order.class,
                        converter(order -> CliqMessage.text("Order of " + order.customer())
                                .hint("converted")
                                .build()));

        post(new Order("Zylker", 3), Map.of(CliqConstants.TEXT, "An order"));

        assertThat(posted()).isEqualTo(json("{'text': 'An order', 'hint': 'converted'}"));
    }

    @Test
    void aConverterThatThrowsIsTheCauseOfTheRefusal() {
        IllegalStateException thrown = new IllegalStateException("no customer");
        context().getTypeConverterRegistry().addTypeConverter(CliqMessage.class, Order.class, converter(order -> {
            throw thrown;
        }));

        Exchange exchange = post(new Order("Zylker", 3));

        assertThat(violations(exchange)).singleElement().satisfies(violation -> {
            assertThat(violation.rule()).contains("converter");
            assertThat(violation.actual()).contains("Order");
        });
        assertThat(exchange.getException()).hasRootCause(thrown);
    }

    @Test
    void anObjectBindsByItsJacksonAnnotations() {
        post(new BuildFailed("Build failed", 4711));

        assertThat(posted()).isEqualTo(json("{'text': 'Build failed', 'build_number': 4711}"));
    }

    @Test
    void anObjectWithoutAFieldOfAMessageIsRefusedByItsClass() {
        List<Violation> violations = violations(post(new Order("Zylker", 3)));

        assertThat(violations).singleElement().satisfies(violation -> {
            assertThat(violation.pointer()).isEmpty();
            assertThat(violation.rule()).contains("CliqMessage, JsonNode, Map, text, bytes or stream");
            assertThat(violation.actual()).isEqualTo(Order.class.getName());
        });
    }

    @Test
    void nothingFallsBackToToString() {
        Exchange exchange = post(new Opaque());

        assertThat(violations(exchange)).hasSize(1);
        assertThat(exchange.getException().getMessage()).doesNotContain("never to be seen");
    }

    @Test
    void numbersListsAndArraysAreNoMessages() {
        for (Object body : new Object[] {42, true, List.of("text"), new String[] {"text"}, new Object()}) {
            assertThat(violations(post(body))).as("%s", body).hasSize(1);
        }
    }

    @Test
    void aNullBodyWithoutHeadersSaysWhatWasExpected() {
        Exchange exchange = post(null);

        assertThat(violations(exchange)).singleElement().satisfies(violation -> {
            assertThat(violation.rule()).contains("a body, or headers").contains("CamelCliqText");
            assertThat(violation.actual()).isNull();
        });
    }

    @Test
    void aNullBodyWithOneHeaderThatIsNotTheTextLacksTheTextOnly() {
        assertThat(violations(post(null, Map.of(CliqConstants.HINT, "look"))))
                .extracting(Violation::pointer)
                .containsExactly("/text");
    }

    @Test
    void aBusinessMapDoesNotTravelWhereHeadersMakeTheMessage() {
        Map<String, Object> invoice = Map.of("iban", "DE02120300000000202051", "amount", 3);

        Exchange exchange = post(invoice, Map.of(CliqConstants.TEXT, "An invoice came in"));

        assertThat(posted()).isEqualTo(json("{'text': 'An invoice came in'}"));
        assertThat(exchange.getMessage().getBody()).isSameAs(invoice);
    }

    @Test
    void aBusinessObjectOrArrayOrNumberDoesNotMatterWhereHeadersMakeTheMessage() {
        for (Object body : new Object[] {new Order("Zylker", 3), new Opaque(), json("[1, 2]"), 42, List.of(1)}) {
            sandbox.reset();
            post(body, Map.of(CliqConstants.TEXT, "Something came in"));
            assertThat(posted()).as("%s", body).isEqualTo(json("{'text': 'Something came in'}"));
        }
    }

    @Test
    void theCallOfARouteThatStartsFromAClickIsNoMessageButHeadersBesideItMayBe() {
        FunctionCall call =
                FunctionCall.of(json("{'name': 'approve', 'type': 'function', 'timestamp': 1569520690703}"));

        assertThat(violations(post(call))).singleElement().satisfies(violation -> {
            assertThat(violation.rule()).contains("a message, not the call that Cliq made");
            assertThat(violation.actual()).isEqualTo(FunctionCall.class.getName());
        });

        Exchange exchange = post(call, Map.of(CliqConstants.TEXT, "Approved"));
        assertThat(posted()).isEqualTo(json("{'text': 'Approved'}"));
        assertThat(exchange.getMessage().getBody()).isSameAs(call);
    }

    @Test
    void aBinaryFileDoesNotMatterWhereAHeaderSaysTheText() {
        byte[] picture = {(byte) 0x89, 'P', 'N', 'G', (byte) 0xFF, 0};

        post(picture, Map.of(CliqConstants.TEXT, "A picture came in"));

        assertThat(posted()).isEqualTo(json("{'text': 'A picture came in'}"));
    }

    /** An application's own message with a field of which Jackson, without a module of its own, makes no JSON. */
    public record Alert(String text, List<Moment> moments) {}

    public record Moment(Optional<Instant> at) {}

    @Test
    void anObjectWithAMessagesFieldsThatHasNoJsonIsRefusedAndNotDropped() {
        Alert alert = new Alert("Disk full", List.of(new Moment(Optional.of(Instant.EPOCH))));

        Exchange exchange = post(alert, Map.of(CliqConstants.HINT, "hint"));

        assertThat(violations(exchange))
                .containsExactly(new Violation(
                        "", "an object that can be written as JSON (not at /moments/0/at)", Alert.class.getName()));
        assertThat(exchange.getException()).hasRootCauseInstanceOf(JsonMappingException.class);
    }

    /** A business object that is loaded when it is read. */
    public static final class Lazy {

        private int reads;

        public String getCustomer() {
            reads++;
            return "Zylker";
        }
    }

    @Test
    void aBusinessObjectIsNotReadWhereHeadersMakeTheMessage() {
        Lazy customer = new Lazy();

        post(customer, Map.of(CliqConstants.TEXT, "A customer came in"));

        assertThat(posted()).isEqualTo(json("{'text': 'A customer came in'}"));
        assertThat(customer.reads).isZero();
    }

    /** An application's own classes whose properties are known only once they are written. */
    public record Free(@JsonAnyGetter Map<String, Object> fields) {}

    public record Wrapped(@JsonValue Map<String, Object> fields) {}

    public record Outer(@JsonUnwrapped BuildFailed build) {}

    @Test
    void anObjectWhoseFieldsOnlyItselfKnowsIsStillBound() {
        Map<String, Object> fields = Map.of("text", "Hello");
        for (Object body :
                new Object[] {new Free(fields), new Wrapped(fields), new Outer(new BuildFailed("Hello", 1))}) {
            sandbox.reset();
            post(body);
            assertThat(posted().get("text").textValue()).as("%s", body).isEqualTo("Hello");
        }
    }

    @Test
    void anObjectWhoseFieldsOfAMessageAreAllNullIsNoMessage() {
        post(new Alert(null, null), Map.of(CliqConstants.TEXT, "Hello"));

        assertThat(posted()).isEqualTo(json("{'text': 'Hello'}"));
    }

    @Test
    void aMapThatHasNoJsonIsToldWithItsPlaceAndItsCause() {
        Map<String, Object> map = Map.of("text", "Hello", "card", Map.of("a/b", List.of(1, Optional.of("b"))));

        Exchange exchange = post(map, Map.of(CliqConstants.BUTTONS, "["));

        assertThat(violations(exchange))
                .extracting(Violation::pointer, Violation::rule)
                .containsExactly(
                        tuple("", "a map that can be written as JSON (not at /card/a~1b/1)"),
                        tuple("/buttons", "header CamelCliqButtons is valid JSON (line 1, column 2)"));
        assertThat(exchange.getException()).hasRootCauseInstanceOf(JsonMappingException.class);
    }

    @Test
    void aBusinessMapThatHasNoJsonDoesNotMatterWhereHeadersMakeTheMessage() {
        post(Map.of("due", Optional.of("b")), Map.of(CliqConstants.TEXT, "An invoice came in"));

        assertThat(posted()).isEqualTo(json("{'text': 'An invoice came in'}"));
    }

    @Test
    void theTextOfTheExceptionEndsAfterTwentyViolationsAndTheDataDoesNot() {
        Exchange exchange = post(Map.of("text", "Hello", "slides", Collections.nCopies(3000, 5)));

        List<Violation> violations = violations(exchange);
        assertThat(violations).hasSizeGreaterThan(3000);
        assertThat(exchange.getException().getMessage())
                .startsWith("Message to chat/" + CHAT + " breaks " + violations.size() + " rules: " + violations.get(0)
                        + "; ")
                .contains("; " + violations.get(19) + "; and " + (violations.size() - 20) + " more")
                .doesNotContain(violations.get(20).pointer());
    }

    @Test
    void aConverterThatThrowsDoesNotHideWhatElseIsWrong() {
        IllegalStateException thrown = new IllegalStateException("no customer");
        context().getTypeConverterRegistry().addTypeConverter(CliqMessage.class, Order.class, converter(order -> {
            throw thrown;
        }));

        Exchange exchange = post("cliq:chat", new Order("Zylker", 3), Map.of(CliqConstants.BUTTONS, "["));

        assertThat(violations(exchange))
                .extracting(Violation::pointer, violation -> violation.rule().split(" ")[1])
                .containsExactly(tuple("", "body"), tuple("/buttons", "CamelCliqButtons"), tuple("", "endpoint"));
        assertThat(exchange.getException()).hasRootCause(thrown);
    }

    @Test
    void whatIsWrongWithABodyIsToldAtOnce() {
        Exchange exchange = post(Map.of(
                "text",
                Map.of(),
                "card",
                new ArrayList<>(),
                "hint",
                5,
                "buttons",
                List.of(Map.of("label", "A label of more than twenty characters"))));

        assertThat(violations(exchange))
                .extracting(Violation::pointer)
                .contains("/text", "/card", "/hint")
                .contains("/buttons/0/label", "/buttons/0/action");
        assertThat(exchange.getException().getMessage()).doesNotContain("\n").contains("/text", "/buttons/0/label");
    }

    @Test
    void violationsOfButtonsInsideTheCardPointIntoTheCard() {
        Exchange exchange = post(Map.of("text", "Hello", "card", Map.of("buttons", List.of(Map.of("label", "x")))));

        assertThat(violations(exchange)).extracting(Violation::pointer).containsExactly("/card/buttons/0/action");
    }

    private static TypeConverterSupport converter(Function<Order, CliqMessage> making) {
        return new TypeConverterSupport() {
            @Override
            public <T> T convertTo(Class<T> type, Exchange exchange, Object value) throws TypeConversionException {
                return type.cast(making.apply((Order) value));
            }
        };
    }
}
