package io.github.camelcliq.message.rules;

import io.github.camelcliq.message.MessageLimit;
import io.github.camelcliq.message.RuleLevel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;

/** Each limit of {@link MessageLimit}, in each place it holds: at the figure, which passes, and one over, or under. */
final class LimitMutations {

    static final String COPY = "'type':'+','action':{'type':'copy','data':{'text':'x'}}";

    private final List<Mutation> all = new ArrayList<>();
    private final Set<MessageLimit> covered = EnumSet.noneOf(MessageLimit.class);

    private LimitMutations() {
        fields();
        cards();
        buttons();
        confirmations();
        slides();
        charts();
    }

    static List<Mutation> all() {
        LimitMutations limits = new LimitMutations();
        Set<MessageLimit> forgotten = EnumSet.complementOf(EnumSet.copyOf(limits.covered));
        if (!forgotten.isEmpty()) {
            throw new IllegalStateException("no message is made at the limits " + forgotten);
        }
        return limits.all;
    }

    private void fields() {
        limit(MessageLimit.TEXT, "/text", n -> "{'text':'<" + n + ">'}");
        bots(MessageLimit.BOT_TEXT, "/text", n -> "{'text':'<" + n + ">'}");
        covered.add(MessageLimit.UNDOUBTED_TEXT);
        limit(MessageLimit.HINT, RuleLevel.STRICT, "/hint", n -> "{'hint':'<" + n + ">'}");
        limit(MessageLimit.REPLY_TO, "/reply_to", n -> "{'reply_to':'<" + n + ">'}");
        limit(MessageLimit.THREAD_TITLE, "/thread_title", n -> "{'thread_title':'<" + n + ">'}");
        limit(MessageLimit.MESSAGE_TOPIC, "/message_topic", n -> "{'message_topic':'<" + n + ">'}");
        limit(MessageLimit.THREAD_CHAT_ID, "/thread_chat_id", n -> "{'thread_chat_id':'<" + n + ">'}");
        limit(MessageLimit.RECIPIENTS, "/user_ids", n -> "{'user_ids':'" + times(n, "1") + "'}");
        bots(MessageLimit.RECIPIENTS, "/userids", n -> "{'userids':'" + times(n, "a@b.c") + "'}");
    }

    private void cards() {
        limit(MessageLimit.CARD_TITLE, "/card/title", n -> "{'card':{'title':'<" + n + ">'}}");
        limit(MessageLimit.CARD_TITLE, "/card/title", n -> "{'card':{'theme':'modern-inline','title':'<" + n + ">'}}");
        limit(MessageLimit.CARD_TITLE, "/card/title", n -> poll("<" + n + ">", "{'text':'a'},{'text':'b'}"));
        limit(
                MessageLimit.CARD_TITLE,
                "/card/title",
                n -> "{'card':{'theme':'prompt','title':'<" + n + ">'},'buttons':[{'label':'a'," + COPY + "}]}");
        limit(MessageLimit.POLL_OPTIONS, "/card/options", n -> poll("t", times(n, "{'text':'a'}")));
        limit(MessageLimit.FEWEST_POLL_OPTIONS, "/card/options", n -> poll("t", times(n, "{'text':'a'}")));
        limit(MessageLimit.POLL_OPTION, "/card/options/0/text", n -> poll("t", "{'text':'<" + n + ">'},{'text':'b'}"));
        limit(
                MessageLimit.FEWEST_PROMPT_BUTTONS,
                RuleLevel.STRICT,
                "/buttons",
                n -> "{'card':{'theme':'prompt','title':'t'},'buttons':[" + times(n, button("")) + "]}");
        limit(
                MessageLimit.FEWEST_PROMPT_BUTTONS,
                RuleLevel.STRICT,
                "/card/buttons",
                n -> "{'card':{'theme':'prompt','title':'t','buttons':[" + times(n, button("")) + "]}}");
    }

    private void buttons() {
        everywhere(MessageLimit.BUTTONS, "", n -> times(n, button("")));
        everywhere(
                MessageLimit.BUTTON_LABEL,
                RuleLevel.REFERENCE,
                "/0/label",
                n -> "{'label':'<" + n + ">'," + COPY + "}");
        covered.add(MessageLimit.LONGEST_LABEL);
        for (int length : List.of(30, 31)) {
            all.add(Mutation.refusedFrom(
                    length == 30 ? RuleLevel.REFERENCE : RuleLevel.TOLERANT,
                    "/buttons/0/label",
                    "{'buttons':[{'label':'<" + length + ">'," + COPY + "}]}"));
        }
        everywhere(MessageLimit.BUTTON_HINT, "/0/hint", n -> button("'hint':'<" + n + ">',"));
        everywhere(MessageLimit.BUTTON_KEY, "/0/key", n -> button("'key':'<" + n + ">',"));
        limit(
                MessageLimit.BUTTON_LABEL,
                RuleLevel.REFERENCE,
                "/references/k/object/label",
                n -> "{'text':'[a]($k)','references':{'k':{'type':'button','object':{'label':'<" + n + ">'," + COPY
                        + "}}}}");
        limit(
                MessageLimit.COPY_TEXT,
                "/references/k/object/action/data/text",
                n -> "{'text':'[a]($k)','references':{'k':{'type':'button','object':{'label':'a','type':'+','action':"
                        + "{'type':'copy','data':{'text':'<" + n + ">'}}}}}}");
        action(MessageLimit.COPY_TEXT, "copy", "text", n -> "<" + n + ">");
        for (String device : List.of("web", "windows", "iOS", "android")) {
            action(MessageLimit.OPEN_URL, "open.url", device, LimitMutations::url);
            action(MessageLimit.OPEN_URL, "open.url", device, n -> "tel:<" + (n - 4) + ">");
        }
        action(MessageLimit.PREVIEW_URL, "preview.url", "url", LimitMutations::url);
        action(MessageLimit.PREVIEW_URL, "preview.url", "web", LimitMutations::url);
    }

    private void confirmations() {
        confirmation(MessageLimit.CONFIRMATION_TITLE, "title");
        confirmation(MessageLimit.CONFIRMATION_DESCRIPTION, "description");
        confirmation(MessageLimit.CONFIRMATION_INPUT, "input");
        confirmation(MessageLimit.CONFIRMATION_BUTTON, "button_label");
        confirmation(MessageLimit.CONFIRMATION_BUTTON, "cancel_button_label");
    }

    private void slides() {
        limit(MessageLimit.SLIDES, "/slides", n -> "{'slides':[" + times(n, "{'type':'text','data':'a'}") + "]}");
        int around = "[{'type':'text','data':''}]".length();
        limit(
                MessageLimit.SLIDES_LENGTH,
                "/slides",
                n -> "{'slides':[{'type':'text','data':'<" + (n - around) + ">'}]}");
        table(MessageLimit.TABLE_WIDTH, "/width", n -> "{'width':[" + n + "]}");
        table(MessageLimit.TABLE_STICKY, "/sticky/rows", n -> "{'sticky':{'rows':" + n + "}}");
        table(MessageLimit.TABLE_STICKY, "/sticky/columns", n -> "{'sticky':{'columns':" + n + "}}");
    }

    private void charts() {
        String entry = "{'label':'a','value':1}";
        slide(MessageLimit.CHART_ENTRIES, "percentage_chart", "/data", n -> "'data':[" + times(n, entry) + "]");
        slide(
                MessageLimit.CHART_LABEL,
                "percentage_chart",
                "/data/0/label",
                n -> "'data':[{'label':'<" + n + ">','value':'1%'}]");
        slide(
                MessageLimit.GRAPH_CATEGORIES,
                "graph",
                "/data",
                n -> "'data':[" + times(n, "{'category':'c','values':[" + entry + "]}") + "]");
        slide(
                MessageLimit.GRAPH_VALUES,
                "graph",
                "/data/0/values",
                n -> "'data':[{'category':'c','values':[" + times(n, entry) + "]}]");
        slide(
                MessageLimit.CHART_LABEL,
                "graph",
                "/data/0/category",
                n -> "'data':[{'category':'<" + n + ">','values':[" + entry + "]}]");
        slide(
                MessageLimit.CHART_LABEL,
                "graph",
                "/data/0/values/0/label",
                n -> "'data':[{'category':'c','values':[{'label':'<" + n + ">','value':1.5}]}]");
        for (String axis : List.of("x_axis", "y_axis")) {
            slide(
                    MessageLimit.CHART_LABEL,
                    "graph",
                    "/styles/" + axis,
                    n -> "'styles':{'" + axis + "':'<" + n + ">'},'data':[{'category':'c','values':[" + entry + "]}]");
        }
    }

    private void limit(MessageLimit limit, String place, IntFunction<String> fields) {
        limit(limit, RuleLevel.TOLERANT, place, fields);
    }

    private void limit(MessageLimit limit, RuleLevel from, String place, IntFunction<String> fields) {
        covered.add(limit);
        int beyond = limit.isMinimum() ? limit.value() - 1 : limit.value() + 1;
        all.add(Mutation.accepted(fields.apply(limit.value())));
        all.add(Mutation.refusedFrom(from, place, fields.apply(beyond)));
    }

    private void bots(MessageLimit limit, String place, IntFunction<String> fields) {
        int before = all.size();
        limit(limit, place, fields);
        all.subList(before, all.size()).replaceAll(Mutation::ofBot);
    }

    /** Buttons at the top level, in the card and in a slide. */
    private void everywhere(MessageLimit limit, String place, IntFunction<String> buttons) {
        everywhere(limit, RuleLevel.TOLERANT, place, buttons);
    }

    private void everywhere(MessageLimit limit, RuleLevel from, String place, IntFunction<String> buttons) {
        limit(limit, from, "/buttons" + place, n -> "{'buttons':[" + buttons.apply(n) + "]}");
        limit(limit, from, "/card/buttons" + place, n -> "{'card':{'buttons':[" + buttons.apply(n) + "]}}");
        limit(
                limit,
                from,
                "/slides/0/buttons" + place,
                n -> "{'slides':[{'type':'text','data':'a','buttons':[" + buttons.apply(n) + "]}]}");
    }

    private void action(MessageLimit limit, String type, String field, IntFunction<String> value) {
        limit(
                limit,
                "/buttons/0/action/data/" + field,
                n -> "{'buttons':[{'label':'a','type':'+','action':{'type':'" + type + "','data':{'" + field + "':'"
                        + value.apply(n) + "'}}}]}");
    }

    private void confirmation(MessageLimit limit, String field) {
        limit(limit, "/buttons/0/action/confirm/" + field, n -> {
            String confirm = "{'title':'t','input':'i','button_label':'b'}";
            String longer = Json.write(Mutation.parse(confirm).put(field, "x".repeat(n)));
            return "{'buttons':[{'label':'a','type':'+','action':{'type':'copy','data':{'text':'x'},'confirm':" + longer
                    + "}}]}";
        });
    }

    /** A table's styles stand in its data or beside it. */
    private void table(MessageLimit limit, String place, IntFunction<String> styles) {
        String table = "{'slides':[{'type':'table','data':{'headers':['a']";
        limit(limit, "/slides/0/data/styles" + place, n -> table + ",'styles':" + styles.apply(n) + "}}]}");
        limit(limit, "/slides/0/styles" + place, n -> table + "},'styles':" + styles.apply(n) + "}]}");
    }

    private void slide(MessageLimit limit, String type, String place, IntFunction<String> fields) {
        limit(limit, "/slides/0" + place, n -> "{'slides':[{'type':'" + type + "'," + fields.apply(n) + "}]}");
    }

    private static String poll(String title, String options) {
        return "{'card':{'theme':'poll','title':'" + title + "','options':[" + options + "]}}";
    }

    private static String button(String field) {
        return "{'label':'a'," + field + COPY + "}";
    }

    private static String url(int length) {
        return "https://a/<" + (length - "https://a/".length()) + ">";
    }

    private static String times(int count, String entry) {
        return String.join(",", Collections.nCopies(count, entry));
    }
}
