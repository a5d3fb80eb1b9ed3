package io.github.camelcliq.sandbox.function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelcliq.sandbox.DestinationKind;
import io.github.camelcliq.sandbox.click.Shown;
import io.github.camelcliq.sandbox.judging.Complaint;
import io.github.camelcliq.sandbox.judging.Judgement;
import io.github.camelcliq.sandbox.judging.MessageJudge;
import java.util.List;

/**
 * The output of a function for a click, with its judgement.
 *
 * @param kind the kind of thing that Cliq would show
 * @param content the output; of a message, without the keys that say how to show it
 * @param judgement its complaints and remarks; an output with complaints is not shown
 */
public record FunctionOutput(Shown.Kind kind, ObjectNode content, Judgement judgement) {

    private static final String OUTPUT = "/output";

    /**
     * Reads an answer, {@code {"output": {…}}}.
     *
     * @param clicked the kind of target of the clicked message; messages and edits are judged as posts to it
     */
    static FunctionOutput of(JsonNode answer, DestinationKind clicked, MessageJudge judge) {
        if (!answer.path("output").isObject()) {
            return wrong(OUTPUT, "is required, and an object");
        }
        ObjectNode output = answer.path("output").deepCopy();
        if (output.isEmpty()) {
            return new FunctionOutput(Shown.Kind.NOTHING, output, Judgement.NOTHING);
        }
        if (!output.has("type")) {
            return message(Shown.Kind.MESSAGE, output, clicked, judge);
        }
        return switch (output.path("type").asText()) {
            case "banner" ->
                new FunctionOutput(
                        Shown.Kind.BANNER, output, judge.judgeBanner(output).inside(OUTPUT));
            case "form" ->
                new FunctionOutput(
                        Shown.Kind.FORM, output, judge.judgeForm(output).inside(OUTPUT));
            case "message_edit" -> message(Shown.Kind.EDIT, output, clicked, judge);
            default -> wrong(OUTPUT + "/type", "is banner, form or message_edit, or left out for a message");
        };
    }

    boolean isWrong() {
        return !judgement.complaints().isEmpty();
    }

    private static FunctionOutput message(
            Shown.Kind kind, ObjectNode output, DestinationKind clicked, MessageJudge judge) {
        output.remove(List.of("type", "navigation"));
        return new FunctionOutput(
                kind,
                output,
                judge.judge(output, clicked == DestinationKind.BOT).inside(OUTPUT));
    }

    private static FunctionOutput wrong(String pointer, String text) {
        return new FunctionOutput(
                Shown.Kind.ERROR,
                JsonNodeFactory.instance.objectNode(),
                Judgement.of(List.of(new Complaint(pointer, text))));
    }
}
