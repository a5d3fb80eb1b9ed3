package io.github.camelcliq.sandbox.judging;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.keyword.AbstractKeyword;
import com.networknt.schema.keyword.BaseKeywordValidator;
import com.networknt.schema.keyword.KeywordValidator;
import com.networknt.schema.path.NodePath;
import java.util.List;
import java.util.Optional;

/**
 * A keyword of the message schema. From its level on, the schema behind it refuses the message. Below that level, it
 * makes remarks.
 */
final class LevelKeyword extends AbstractKeyword {

    private static final List<LevelKeyword> ALL = List.of(
            new LevelKeyword("x-fromReference", RuleLevel.REFERENCE),
            new LevelKeyword("x-strict", RuleLevel.STRICT),
            new LevelKeyword("x-doubtful", null));

    private final RuleLevel from;

    private LevelKeyword(String name, RuleLevel from) {
        super(name);
        this.from = from;
    }

    static List<LevelKeyword> all() {
        return ALL;
    }

    /**
     * Returns the lowest level at which an error refuses its message: the lowest of all without such a keyword;
     * {@code null} for a remark at each level.
     */
    static RuleLevel of(Error error) {
        NodePath way = error.getEvaluationPath();
        for (int at = 0; at < way.getNameCount(); at++) {
            Object step = way.getElement(at);
            Optional<LevelKeyword> word =
                    ALL.stream().filter(each -> each.getValue().equals(step)).findFirst();
            if (word.isPresent()) {
                return word.get().from;
            }
        }
        return RuleLevel.TOLERANT;
    }

    @Override
    public KeywordValidator newValidator(
            SchemaLocation location, JsonNode setting, Schema schema, SchemaContext context) {
        Schema inside = context.newSchema(location, setting, schema);
        return new BaseKeywordValidator(this, setting, location, schema, context) {
            @Override
            public void validate(ExecutionContext execution, JsonNode node, JsonNode root, NodePath place) {
                inside.validate(execution, node, root, place);
            }
        };
    }
}
