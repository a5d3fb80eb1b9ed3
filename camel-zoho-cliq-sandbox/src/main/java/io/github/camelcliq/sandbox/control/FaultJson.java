package io.github.camelcliq.sandbox.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelcliq.sandbox.Fault;
import io.github.camelcliq.sandbox.ScriptedAnswer;
import io.github.camelcliq.sandbox.fault.FaultInjector;
import io.github.camelcliq.sandbox.fault.FaultRule;
import io.github.camelcliq.sandbox.limits.ThrottleAnswer;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/** Faults as the control API writes them, such as {@code {"fault": "hang", "next": 3}}. */
final class FaultJson {

    private static final String[] KEYS = {
        "on",
        "next",
        "every",
        "fault",
        "status",
        "contentType",
        "headers",
        "body",
        "cutAfter",
        "bytes",
        "form",
        "retryAfter",
        "delay",
        "afterJudging"
    };
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private FaultJson() {}

    /**
     * Sets the fault that a body describes.
     *
     * @throws IllegalArgumentException with a sentence for the sender, if it does not describe a fault
     */
    static void set(SandboxCore core, byte[] body) {
        ControlInput input = ControlInput.of(body, KEYS);
        String on = input.text("on", "posts");
        if (!on.equals("posts") && !on.equals("tokens")) {
            throw new IllegalArgumentException("on must be posts or tokens.");
        }
        FaultInjector injector = on.equals("posts") ? core.faults() : core.tokenFaults();
        Fault fault = fault(input);
        if (input.has("every") && input.has("next")) {
            throw new IllegalArgumentException("next and every exclude each other. Leave one out.");
        }
        if (input.has("every")) {
            injector.every(input.number("every"), fault);
        } else {
            injector.next(input.number("next", 1), fault);
        }
    }

    /** Returns the faults of the injectors: queued faults, then rules. */
    static ArrayNode shown(SandboxCore core) {
        ArrayNode shown = JSON.arrayNode();
        show("posts", core.faults(), shown);
        show("tokens", core.tokenFaults(), shown);
        return shown;
    }

    private static Fault fault(ControlInput input) {
        Fault fault =
                switch (input.text("fault")) {
                    case "answer" -> Fault.answer(answer(input));
                    case "throttle" -> throttle(input);
                    case "unauthorized" -> Fault.unauthorized();
                    case "html-page" -> Fault.htmlPage(input.number("status", 502));
                    case "delay" -> Fault.delay(input.duration("delay"));
                    case "hang" -> Fault.hang();
                    case "cut-before-reading" -> Fault.cutBeforeReading();
                    case "cut-while-reading" -> Fault.cutWhileReading(input.number("bytes", 1));
                    case "cut-before-answering" -> Fault.cutBeforeAnswering();
                    case "expire-tokens" -> Fault.expireTokens();
                    default ->
                        throw new IllegalArgumentException(
                                "fault must be answer, throttle, unauthorized, html-page, delay,"
                                        + " hang, cut-before-reading, cut-while-reading, cut-before-answering or"
                                        + " expire-tokens.");
                };
        Fault late = fault.delayed(input.duration("delay", Duration.ZERO));
        return input.flag("afterJudging", false) ? late.afterJudging() : late;
    }

    private static ScriptedAnswer answer(ControlInput input) {
        ScriptedAnswer answer = ScriptedAnswer.of(
                input.number("status"), input.text("contentType", "application/json"), input.text("body", ""));
        for (Map.Entry<String, String> header : input.texts("headers").entrySet()) {
            answer = answer.header(header.getKey(), header.getValue());
        }
        return input.has("cutAfter") ? answer.cutAfter(input.number("cutAfter")) : answer;
    }

    private static Fault throttle(ControlInput input) {
        ThrottleAnswer.Form form = form(input.text("form", "flat"));
        return input.has("retryAfter")
                ? Fault.throttled(new ThrottleAnswer(form, true), input.duration("retryAfter"))
                : Fault.throttled(new ThrottleAnswer(form, false), Duration.ZERO);
    }

    /** Returns the form of a throttle answer by its name in lower case. */
    static ThrottleAnswer.Form form(String name) {
        for (ThrottleAnswer.Form form : ThrottleAnswer.Form.values()) {
            if (form.name().toLowerCase(Locale.ROOT).equals(name)) {
                return form;
            }
        }
        throw new IllegalArgumentException("the form of a throttle answer must be flat, nested or disguised.");
    }

    private static void show(String on, FaultInjector injector, ArrayNode shown) {
        injector.queued().forEach(fault -> show(on, fault, shown).put("next", 1));
        for (FaultRule rule : injector.rules()) {
            ObjectNode object = show(on, rule.fault(), shown);
            if (rule.every() > 0) {
                object.put("every", rule.every());
            } else {
                object.put("when", "a test says so");
            }
        }
    }

    private static ObjectNode show(String on, Fault fault, ArrayNode shown) {
        return shown.addObject().put("on", on).put("fault", fault.label()).put("text", fault.toString());
    }
}
