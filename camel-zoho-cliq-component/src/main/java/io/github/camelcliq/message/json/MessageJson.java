package io.github.camelcliq.message.json;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.jsonFormatVisitors.JsonFormatVisitorWrapper;
import com.fasterxml.jackson.databind.jsonFormatVisitors.JsonObjectFormatVisitor;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.github.camelcliq.message.CliqMessage;
import io.github.camelcliq.message.JsonTrees;
import io.github.camelcliq.message.RecipientsField;
import io.github.camelcliq.message.Slide;
import io.github.camelcliq.message.Violation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads and writes the JSON of messages. It keeps all digits, notes duplicate keys, and writes messages as Cliq expects
 * them. It has its own mapper, so mappers of the application do not affect it. Safe for use by many threads.
 */
public final class MessageJson {

    private static final ObjectMapper MAPPER = JsonTrees.mapper()
            .addModule(new SimpleModule("cliq trees").addDeserializer(JsonNode.class, new TreeDeserializer()))
            .build();

    private static final ObjectReader TREES = MAPPER.readerFor(JsonNode.class);

    /**
     * For untrusted documents. 1,500 members of a chat have fewer tokens, and no field of Cliq is longer or nested
     * deeper. Our choice.
     */
    private static final StreamReadConstraints FOREIGN = StreamReadConstraints.builder()
            .maxTokenCount(20_000)
            .maxNestingDepth(64)
            .maxNameLength(1_000)
            .maxStringLength(100_000)
            .build();

    private static final JsonFactory FOREIGN_FACTORY = ((JsonFactoryBuilder)
                    MAPPER.getFactory().rebuild())
            .streamReadConstraints(FOREIGN)
            .build();

    private MessageJson() {}

    /**
     * Parses one JSON document, in UTF-8 or another encoding that JSON documents may have.
     *
     * @throws JsonProcessingException if it is not JSON, is empty, or continues after its end; the text names the
     *     place, and never shows the document
     */
    public static ParsedJson parse(byte[] document) throws JsonProcessingException {
        return parse(document, MAPPER.getFactory());
    }

    /**
     * Does the same for an untrusted document, such as a request. Limits keep its tree small: 20,000 tokens (a name, a
     * value and a bracket are one each), 64 levels, names of 1,000 and strings of 100,000 characters.
     *
     * @throws JsonProcessingException if it is no JSON or exceeds a limit; the text never quotes the document
     */
    public static ParsedJson parseForeign(byte[] document) throws JsonProcessingException {
        return parse(document, FOREIGN_FACTORY);
    }

    private static ParsedJson parse(byte[] document, JsonFactory factory) throws JsonProcessingException {
        try (JsonParser parser = factory.createParser(document)) {
            return parseAll(parser);
        } catch (JsonProcessingException e) {
            throw e;
        } catch (IOException e) {
            throw new BrokenJsonException("broken JSON: not in UTF-8", null);
        } catch (RuntimeException e) {
            throw unreadable();
        }
    }

    /** Does the same for a string. */
    public static ParsedJson parse(String document) throws JsonProcessingException {
        try (JsonParser parser = MAPPER.getFactory().createParser(document)) {
            return parseAll(parser);
        } catch (JsonProcessingException e) {
            throw e;
        } catch (IOException e) {
            throw new BrokenJsonException("broken JSON", null);
        } catch (RuntimeException e) {
            throw unreadable();
        }
    }

    /** Returns the error for a number that Java cannot hold. Java's own error would quote the document. */
    private static BrokenJsonException unreadable() {
        return new BrokenJsonException("broken JSON: a number that Java cannot hold", null);
    }

    /**
     * Returns the JSON of any object: a part of a message, a map, a list, or an object of the application by its
     * Jackson annotations.
     *
     * @throws IllegalArgumentException if the object has no JSON
     */
    public static JsonNode toTree(Object value) {
        return JsonTrees.of(value);
    }

    /**
     * Returns the names of the properties that objects of a class have in JSON.
     *
     * @return empty if only the objects themselves decide, for example by a custom serialiser, a value method or a
     *     getter of any properties
     */
    public static Optional<Set<String>> propertiesOf(Class<?> type) {
        JavaType javaType = MAPPER.constructType(type);
        if (javaType.isContainerType()) {
            return Optional.of(Set.of());
        }
        BeanDescription description = MAPPER.getSerializationConfig().introspect(javaType);
        if (description.findAnyGetter() != null
                || description.findJsonValueAccessor() != null
                || description.findProperties().stream().anyMatch(MessageJson::isUnwrapped)) {
            return Optional.empty();
        }
        PropertyNames names = new PropertyNames();
        try {
            MAPPER.acceptJsonFormatVisitor(javaType, names);
        } catch (JsonMappingException unknownUntilWritten) {
            return Optional.empty();
        }
        return Optional.ofNullable(names.found);
    }

    private static boolean isUnwrapped(BeanPropertyDefinition property) {
        return property.getAccessor() != null && property.getAccessor().hasAnnotation(JsonUnwrapped.class);
    }

    /** Collects the names of an object's properties. Other values have no properties. */
    private static final class PropertyNames extends JsonFormatVisitorWrapper.Base {

        private Set<String> found;

        @Override
        public JsonObjectFormatVisitor expectObjectFormat(JavaType type) {
            found = new HashSet<>();
            return new JsonObjectFormatVisitor.Base() {
                @Override
                public void property(BeanProperty property) {
                    found.add(property.getName());
                }

                @Override
                public void optionalProperty(BeanProperty property) {
                    found.add(property.getName());
                }
            };
        }
    }

    /**
     * Returns the message's JSON in UTF-8: compact, without absent fields, and always in the same order.
     *
     * @param recipientsField the name of the field for {@link CliqMessage#recipients()}
     * @throws IllegalArgumentException if a string of the message has half a surrogate pair; see
     *     {@link io.github.camelcliq.message.rules.MessageRules}
     */
    public static byte[] write(CliqMessage message, RecipientsField recipientsField) {
        try {
            return MessagePartSerializer.with(recipientsField).writeValueAsBytes(message);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the message cannot be written: " + e.getMessage(), e);
        }
    }

    /** Returns the length of the compact JSON of slides, in UTF-16 units. */
    public static int length(List<Slide> slides) {
        CountingWriter counted = new CountingWriter();
        try (JsonGenerator json = MAPPER.getFactory().createGenerator(counted)) {
            MessagePartSerializer.with(RecipientsField.USER_IDS).writeValue(json, slides);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return counted.length;
    }

    /** Counts the characters that are written, and keeps none. */
    private static final class CountingWriter extends Writer {

        private int length;

        @Override
        public void write(char[] buffer, int offset, int count) {
            length += count;
        }

        @Override
        public void flush() {
            // keeps nothing
        }

        @Override
        public void close() {
            // keeps nothing
        }
    }

    /** Reads the value at which any parser stands, and collects duplicate keys. */
    static ParsedJson readValue(JsonParser parser) throws IOException {
        List<Violation> duplicateKeys = new ArrayList<>();
        String start = parser.getParsingContext().pathAsPointer().toString();
        JsonNode root = TREES.withAttribute(
                        TreeDeserializer.DUPLICATES, new TreeDeserializer.Duplicates(start, duplicateKeys))
                .readValue(parser);
        return new ParsedJson(root, duplicateKeys);
    }

    private static ParsedJson parseAll(JsonParser parser) throws IOException {
        try {
            if (parser.nextToken() == null) {
                throw new BrokenJsonException("broken JSON: nothing there", parser.currentLocation());
            }
            ParsedJson parsed = readValue(parser);
            if (parser.nextToken() != null) {
                throw new BrokenJsonException("broken JSON: goes on after its end", parser.currentTokenLocation());
            }
            return parsed;
        } catch (BrokenJsonException e) {
            throw e;
        } catch (StreamConstraintsException e) {
            throw new BrokenJsonException("JSON with too many values, levels or characters", e.getLocation());
        } catch (JsonEOFException e) {
            throw new BrokenJsonException("broken JSON: ends too early", e.getLocation());
        } catch (JsonProcessingException e) {
            // the error text of the parser quotes the document
            throw new BrokenJsonException("broken JSON", e.getLocation());
        }
    }
}
