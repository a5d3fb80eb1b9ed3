package io.github.camelcliq.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever comes: it is read to its end, or is no JSON. */
class AnyCallTest {

    private static final byte[] SAMPLE = Clicks.sampleBytes();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String[] NAMES = {
        "name",
        "type",
        "handler",
        "timestamp",
        "response_url",
        "unique_name",
        "params",
        "environment",
        "access",
        "organization",
        "user",
        "message",
        "sender",
        "chat",
        "members",
        "target",
        "label",
        "form",
        "values",
        "message_details",
        "arguments",
        "input",
        "token",
        "key",
        "id",
        "email",
        "time",
        "is_read",
        "admin",
        "event",
        "other",
        ""
    };

    @Property(tries = 1000)
    void anyTreeIsACall(@ForAll Random random) {
        JsonNode tree = tree(random, 6);

        FunctionCall call = FunctionCall.of(tree);

        assertThat(call.tree()).isEqualTo(tree);
        assertThat(call.json()).isEqualTo(tree.toString());
    }

    @Property(tries = 1000)
    void aTruncatedBodyIsNoJson(@ForAll @IntRange(max = 1500) int length) {
        assertThat(read(Arrays.copyOf(SAMPLE, Math.min(length, SAMPLE.length - 3))))
                .isNull();
    }

    @Property(tries = 1000)
    void aFuzzedBodyIsACallOrNoJson(@ForAll Random random) {
        byte[] fuzzed = SAMPLE.clone();
        for (int i = random.nextInt(8); i >= 0; i--) {
            fuzzed[random.nextInt(fuzzed.length)] = (byte) random.nextInt(256);
        }

        FunctionCall call = read(fuzzed);

        assertThat(call == null || call.user() != null).isTrue();
    }

    /** {@code null} for what is no JSON; any other exception fails the test. */
    private static FunctionCall read(byte[] body) {
        try {
            return FunctionCall.parse(body);
        } catch (JsonProcessingException noJson) {
            return null;
        }
    }

    private static JsonNode tree(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 9 : 6)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.booleanNode(random.nextBoolean());
            case 2 -> NODES.numberNode(random.nextLong());
            case 3 -> NODES.numberNode(random.nextDouble() * 1e300);
            case 4 -> NODES.textNode(NAMES[random.nextInt(NAMES.length)]);
            case 5 -> NODES.textNode(String.valueOf(random.nextLong()));
            case 6 -> array(random, depth);
            default -> object(random, depth);
        };
    }

    private static ArrayNode array(Random random, int depth) {
        ArrayNode array = NODES.arrayNode();
        for (int i = random.nextInt(4); i > 0; i--) {
            array.add(tree(random, depth - 1));
        }
        return array;
    }

    private static ObjectNode object(Random random, int depth) {
        ObjectNode object = NODES.objectNode();
        for (int i = random.nextInt(12); i > 0; i--) {
            object.set(NAMES[random.nextInt(NAMES.length)], tree(random, depth - 1));
        }
        return object;
    }
}
