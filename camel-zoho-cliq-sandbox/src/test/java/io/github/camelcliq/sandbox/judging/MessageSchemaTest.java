package io.github.camelcliq.sandbox.judging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.keyword.Keyword;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MessageSchemaTest {

    @Test
    void isASchemaOfItsDialect() throws Exception {
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

        assertThat(registry.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"))
                        .validate(schema()))
                .isEmpty();
    }

    @Test
    void usesNoWordOfItsOwnThatNobodyReads() throws Exception {
        Set<String> used = new TreeSet<>();
        collectOwnWords(schema(), used);

        assertThat(used)
                .isEqualTo(Stream.of(MessageKeywords.all(Fidelity.REFERENCE), LevelKeyword.all())
                        .flatMap(List::stream)
                        .map(Keyword::getValue)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    private static void collectOwnWords(JsonNode node, Set<String> words) {
        node.fieldNames().forEachRemaining(name -> {
            if (name.startsWith("x-")) {
                words.add(name);
            }
        });
        node.forEach(child -> collectOwnWords(child, words));
    }

    private static JsonNode schema() throws Exception {
        return new ObjectMapper().readTree(MessageJudge.class.getResource("message.schema.json"));
    }
}
