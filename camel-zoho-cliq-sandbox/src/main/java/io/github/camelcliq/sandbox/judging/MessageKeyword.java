package io.github.camelcliq.sandbox.judging;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.keyword.AbstractKeyword;
import com.networknt.schema.keyword.BaseKeywordValidator;
import com.networknt.schema.keyword.Keyword;
import com.networknt.schema.keyword.KeywordValidator;
import com.networknt.schema.path.NodePath;
import java.util.function.BiConsumer;

/** A keyword of the message schema that JSON Schema does not have. */
final class MessageKeyword extends AbstractKeyword {

    private final Compiler compiler;

    MessageKeyword(String name, Compiler compiler) {
        super(name);
        this.compiler = compiler;
    }

    @Override
    public KeywordValidator newValidator(
            SchemaLocation location, JsonNode setting, Schema schema, SchemaContext context) {
        return new Validator(this, setting, location, schema, context, compiler);
    }

    /** Reads the value of the keyword in the schema. */
    interface Compiler {

        /**
         * @param setting the keyword's value in the schema
         * @param schema the schema object that holds the keyword
         */
        Check compile(JsonNode setting, JsonNode schema);
    }

    /** Checks one place of a message. */
    interface Check {

        /**
         * @param value the value at the place
         * @param complain takes the key of the wrong member, or {@code null} for the value itself, and the error
         */
        void look(JsonNode value, BiConsumer<String, String> complain);
    }

    private static final class Validator extends BaseKeywordValidator {

        private final Check check;

        Validator(
                Keyword keyword,
                JsonNode setting,
                SchemaLocation location,
                Schema schema,
                SchemaContext context,
                Compiler compiler) {
            super(keyword, setting, location, schema, context);
            this.check = compiler.compile(setting, schema.getSchemaNode());
        }

        @Override
        public void validate(ExecutionContext execution, JsonNode node, JsonNode root, NodePath place) {
            check.look(
                    node,
                    (key, text) -> execution.addError(error().instanceNode(node)
                            .instanceLocation(key == null ? place : place.append(key))
                            .evaluationPath(execution.getEvaluationPath())
                            .message(text)
                            .build()));
        }
    }
}
