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
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Says what is wrong with a message, by the schema {@code message.schema.json} and by the rules that no schema can
 * express. Immutable, and safe from any thread.
 */
public final class MessageJudge {

    private static final String SCHEMA = "message.schema.json";
    private static final String SCHEMA_ID = "urn:io.github.camelcliq:sandbox:message";

    private static final Set<String> EXTRA_KEY = Set.of(MessageKeywords.CLOSED_WHEN_LIVE, MessageKeywords.NOT_LIVE);

    private final Schema post;
    private final Schema botPost;
    private final Schema banner;
    private final Schema form;
    private final List<MessageRule> rules = List.of(
            new InstantButtonUse(), new DistinctButtonKeys(), new RecipientList(), new SlidesSize(), new TableShape());

    private MessageJudge(SchemaRegistry registry) {
        this.post = registry.getSchema(SchemaLocation.of(SCHEMA_ID));
        this.botPost = part(registry, "botPost");
        this.banner = part(registry, "banner");
        this.form = part(registry, "form");
    }

    /** The judge of that fidelity: made once, when first asked for. */
    public static MessageJudge of(Fidelity fidelity) {
        return fidelity == Fidelity.LIVE ? Live.JUDGE : Reference.JUDGE;
    }

    /**
     * What is wrong with a message, nothing if it is right; one place may get several complaints.
     *
     * @param toBot whether it goes to a bot, and may name recipients
     */
    public List<Complaint> judge(JsonNode message, boolean toBot) {
        Complaints complaints = new Complaints();
        addErrors(BoundedErrors.of(toBot ? botPost : post, message), complaints);
        rules.forEach(rule -> rule.judge(message, complaints));
        return complaints.found();
    }

    /** What is wrong with a banner that a function shows. */
    public List<Complaint> judgeBanner(JsonNode output) {
        return judge(banner, output);
    }

    /** What is wrong with a form that a function shows. */
    public List<Complaint> judgeForm(JsonNode output) {
        return judge(form, output);
    }

    private static List<Complaint> judge(Schema schema, JsonNode output) {
        Complaints complaints = new Complaints();
        addErrors(BoundedErrors.of(schema, output), complaints);
        return complaints.found();
    }

    private static Schema part(SchemaRegistry registry, String name) {
        return registry.getSchema(SchemaLocation.of(SCHEMA_ID + "#/$defs/" + name));
    }

    private static void addErrors(List<Error> errors, Complaints complaints) {
        Set<String> mistyped = new HashSet<>();
        for (Error error : errors) {
            Complaint complaint = complaint(error);
            // several subschemas may look at one place, and each says which type it wants
            if (!"type".equals(error.getKeyword()) || mistyped.add(complaint.pointer())) {
                complaints.add(complaint);
            }
        }
    }

    private static Complaint complaint(Error error) {
        String pointer = pointer(error.getInstanceLocation());
        if ("required".equals(error.getKeyword())) {
            return new Complaint(Pointers.child(pointer, error.getProperty()), "is required");
        }
        return new Complaint(pointer, error.getMessage(), EXTRA_KEY.contains(error.getKeyword()));
    }

    private static String pointer(NodePath place) {
        String pointer = "";
        for (int at = 0; at < place.getNameCount(); at++) {
            pointer = Pointers.child(pointer, String.valueOf(place.getElement(at)));
        }
        return pointer;
    }

    private static MessageJudge load(Fidelity fidelity) {
        Dialect dialect = Dialect.builder(Dialects.getDraft202012())
                .keywords(MessageKeywords.all(fidelity))
                .build();
        SchemaRegistryConfig english =
                SchemaRegistryConfig.builder().locale(Locale.ENGLISH).build();
        return new MessageJudge(SchemaRegistry.withDialect(
                dialect,
                registry -> registry.schemas(Map.of(SCHEMA_ID, schemaText())).schemaRegistryConfig(english)));
    }

    private static String schemaText() {
        try (InputStream schema = MessageJudge.class.getResourceAsStream(SCHEMA)) {
            return new String(schema.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static final class Reference {
        static final MessageJudge JUDGE = load(Fidelity.REFERENCE);
    }

    private static final class Live {
        static final MessageJudge JUDGE = load(Fidelity.LIVE);
    }
}
