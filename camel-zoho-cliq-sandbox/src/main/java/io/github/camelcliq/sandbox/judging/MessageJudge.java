package io.github.camelcliq.sandbox.judging;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.path.NodePath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Judges messages by the schema {@code message.schema.json}, and by the rules that no schema can express. Immutable,
 * and safe from any thread.
 */
public final class MessageJudge {

    private static final String SCHEMA = "message.schema.json";
    private static final String SCHEMA_ID = "urn:io.github.camelcliq:sandbox:message";

    private static final Comparator<Error> MILDEST_FIRST =
            Comparator.comparing(LevelKeyword::of, Comparator.nullsLast(Comparator.naturalOrder()));

    private static final Set<String> EXTRA_KEY = Set.of(MessageKeywords.CLOSED_WHEN_LIVE, MessageKeywords.NOT_LIVE);

    private static final List<MessageRule> RULES = List.of(
            new InstantButtonUse(), new DistinctButtonKeys(), new RecipientList(), new SlidesSize(), new TableShape());

    private final Schemas schemas;
    private final RuleLevel level;

    private MessageJudge(Schemas schemas, RuleLevel level) {
        this.schemas = schemas;
        this.level = level;
    }

    /** Returns a judge for a fidelity and a level. The schemas are loaded once, at the first call. */
    public static MessageJudge of(Fidelity fidelity, RuleLevel level) {
        return new MessageJudge(fidelity == Fidelity.LIVE ? Live.SCHEMAS : Reference.SCHEMAS, level);
    }

    /**
     * Returns the judgement of a message. One place may have several complaints.
     *
     * @param toBot whether it goes to a bot, and may name recipients
     */
    public Judgement judge(JsonNode message, boolean toBot) {
        Judgement.Collector found = errors(toBot ? schemas.botPost() : schemas.post(), message);
        RULES.forEach(rule -> rule.judge(message, found));
        return found.judgement();
    }

    /** Returns the judgement of a banner that a function shows. */
    public Judgement judgeBanner(JsonNode output) {
        return errors(schemas.banner(), output).judgement();
    }

    /** Returns the judgement of a form that a function shows. */
    public Judgement judgeForm(JsonNode output) {
        return errors(schemas.form(), output).judgement();
    }

    private Judgement.Collector errors(Schema schema, JsonNode value) {
        Judgement.Collector found = new Judgement.Collector(level);
        addErrors(BoundedErrors.of(schema, value, level), found);
        return found;
    }

    private static Schema part(SchemaRegistry registry, String name) {
        return registry.getSchema(SchemaLocation.of(SCHEMA_ID + "#/$defs/" + name));
    }

    /** Adds the errors of the most tolerant level first. A stricter level does not repeat them. */
    private static void addErrors(List<Error> errors, Judgement.Collector complaints) {
        Set<String> wrong = new HashSet<>();
        Set<String> mistyped = new HashSet<>();
        errors.stream().sorted(MILDEST_FIRST).forEach(error -> {
            Complaint complaint = complaint(error);
            // several subschemas may judge one place, and each names the type it requires
            boolean told = complaint.from() == RuleLevel.TOLERANT
                    ? "type".equals(error.getKeyword()) && !mistyped.add(complaint.pointer())
                    : wrong.contains(complaint.pointer());
            if (!told) {
                wrong.add(complaint.pointer());
                complaints.add(complaint);
            }
        });
    }

    private static Complaint complaint(Error error) {
        String pointer = pointer(error.getInstanceLocation());
        if ("required".equals(error.getKeyword())) {
            return new Complaint(Pointers.child(pointer, error.getProperty()), "is required", LevelKeyword.of(error));
        }
        return new Complaint(
                pointer, error.getMessage(), EXTRA_KEY.contains(error.getKeyword()), LevelKeyword.of(error));
    }

    private static String pointer(NodePath place) {
        String pointer = "";
        for (int at = 0; at < place.getNameCount(); at++) {
            pointer = Pointers.child(pointer, String.valueOf(place.getElement(at)));
        }
        return pointer;
    }

    private static Schemas load(Fidelity fidelity) {
        Dialect dialect = Dialect.builder(Dialects.getDraft202012())
                .keywords(MessageKeywords.all(fidelity))
                .keywords(LevelKeyword.all())
                .build();
        SchemaRegistryConfig english =
                SchemaRegistryConfig.builder().locale(Locale.ENGLISH).build();
        SchemaRegistry registry = SchemaRegistry.withDialect(
                dialect,
                builder -> builder.schemas(Map.of(SCHEMA_ID, schemaText())).schemaRegistryConfig(english));
        return new Schemas(
                registry.getSchema(SchemaLocation.of(SCHEMA_ID)),
                part(registry, "botPost"),
                part(registry, "banner"),
                part(registry, "form"));
    }

    private static String schemaText() {
        try (InputStream schema = MessageJudge.class.getResourceAsStream(SCHEMA)) {
            return new String(schema.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private record Schemas(Schema post, Schema botPost, Schema banner, Schema form) {}

    private static final class Reference {
        static final Schemas SCHEMAS = load(Fidelity.REFERENCE);
    }

    private static final class Live {
        static final Schemas SCHEMAS = load(Fidelity.LIVE);
    }
}
