package io.github.camelcliq.internal.post.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.schibsted.spt.data.jslt.Expression;
import com.schibsted.spt.data.jslt.JsltException;
import com.schibsted.spt.data.jslt.Parser;
import io.github.camelcliq.message.rules.TextCut;
import java.io.Reader;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A template in JSLT. Only this class and the functions know the library, which an application may not have. */
final class JsltTemplate implements MessageTemplate {

    /** As the parser names the place of what it did not expect. JSLT's own location is that of the token before. */
    private static final Pattern PLACE = Pattern.compile(" at line (\\d+), column (\\d+)\\.?");

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final int MAX_ERROR_LENGTH = 300;
    private static final int MAX_LINE_LENGTH = 80;

    private final String name;
    private final Expression expression;
    private final List<String> lines;

    private JsltTemplate(String name, Expression expression, List<String> lines) {
        this.name = name;
        this.expression = expression;
        this.lines = lines;
    }

    /** Parses a template. An error quotes the line that is wrong. */
    static MessageTemplate parse(String name, String text) throws TemplateException {
        return parse(name, text, true);
    }

    /**
     * Returns the template in a bean: a text, or an expression of JSLT. An error does not quote the text, since an
     * endpoint URI from outside may name any bean.
     */
    static MessageTemplate ofBean(String name, Object bean) throws TemplateException {
        if (bean instanceof Expression compiled) {
            return new JsltTemplate(name, compiled, List.of());
        }
        if (bean instanceof CharSequence text) {
            return parse(name, text.toString(), false);
        }
        throw new TemplateException(name + " is a " + bean.getClass().getName() + ", and must be a text or a "
                + Expression.class.getName());
    }

    /** @param quotable whether errors may quote the text */
    private static MessageTemplate parse(String name, String text, boolean quotable) throws TemplateException {
        // some editors of Windows begin a file with it
        String template = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        if (template.isBlank()) {
            throw new TemplateException(name + " is empty");
        }
        List<String> lines = quotable ? template.lines().toList() : List.of();
        try {
            return new JsltTemplate(name, parsed(name, template), lines);
        } catch (JsltException wrong) {
            String error = quotable ? ": " + error(wrong) : "";
            throw new TemplateException(name + " is no JSLT template" + place(wrong, lines) + error);
        } catch (RuntimeException unexpected) {
            // JSLT calculates with numbers while it parses; the text of the exception may quote the template
            String error = quotable
                    ? oneLine(unexpected.toString())
                    : unexpected.getClass().getSimpleName();
            throw new TemplateException(name + " is no JSLT template: " + error);
        } catch (StackOverflowError nested) {
            throw new TemplateException(name + " is nested too deep");
        }
    }

    private static Expression parsed(String name, String text) {
        return new Parser(new StringReader(text))
                .withSource(name)
                .withFunctions(TemplateFunctions.ALL)
                .withResourceResolver(JsltTemplate::refuseImport)
                .compile();
    }

    private static Reader refuseImport(String other) {
        throw new JsltException(
                "a template cannot import another: put its functions here, in place of the import of " + other);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public JsonNode apply(Map<String, JsonNode> variables, JsonNode input) throws TemplateException {
        try {
            return expression.apply(variables, input);
        } catch (JsltException failed) {
            // without the cause: its text quotes the event, of any length
            throw new TemplateException(error(failed), place(failed, lines), null);
        } catch (StackOverflowError endless) {
            throw new TemplateException(
                    "a function that calls itself without end, or an event too deep or too long for it");
        } catch (RuntimeException unexpected) {
            throw new TemplateException(oneLine(unexpected.toString()), "", unexpected);
        }
    }

    /** Returns the error without the place. */
    private static String error(JsltException wrong) {
        return oneLine(PLACE.matcher(wrong.getMessageWithoutLocation())
                .replaceFirst("")
                .replace(" ...", ""));
    }

    /** Returns the error on one line of a limited length, without what would confuse a log. */
    private static String oneLine(String error) {
        String line =
                error.replaceAll("[\\s\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]+", " ").strip();
        return TextCut.cut(line, MAX_ERROR_LENGTH);
    }

    /** Returns a place such as {@code " (line 3, column 7: "text": .a +)"}; empty if JSLT does not say it. */
    private static String place(JsltException wrong, List<String> lines) {
        Matcher found = PLACE.matcher(wrong.getMessageWithoutLocation());
        boolean named = found.find();
        int line = named ? Integer.parseInt(found.group(1)) : wrong.getLine();
        int column = named ? Integer.parseInt(found.group(2)) : wrong.getColumn();
        if (line < 1) {
            return "";
        }
        return " (line " + line + ", column " + column + quoted(line, lines) + ")";
    }

    private static String quoted(int line, List<String> lines) {
        if (line > lines.size()) {
            return "";
        }
        String text = lines.get(line - 1).strip();
        return ": " + TextCut.cut(text, MAX_LINE_LENGTH);
    }
}
