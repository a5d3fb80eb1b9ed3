package io.github.camelcliq.message.rules;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelcliq.message.RuleLevel;
import io.github.camelcliq.message.TargetKind;
import io.github.camelcliq.message.rules.Mutation.Edit;
import io.github.camelcliq.message.rules.Mutation.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Every field of messages that have all there are, one after the other: of a wrong type, null, blank, taken away, and
 * there twice.
 */
final class FieldMutations {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static final String CONFIRM = "'confirm':{'title':'t','description':'d','input':'i','emotion':'neutral',"
            + "'button_label':'b','cancel_button_label':'c','mandatory':'true'}";

    private static final List<String> FULL = List.of(
            "{'text':'a','bot':{'name':'n','image':'i'},'hint':'h','reply_to':'r','sync_message':true,'mark_as_read':true,"
                    + "'thread_message_id':'t','thread_title':'t','post_in_parent':true,'notify_edit':true,"
                    + "'message_topic':'m','thread_chat_id':'t','broadcast':true,'user_ids':'1',"
                    + "'styles':{'background':'red','markdown':true}}",
            "{'card':{'theme':'modern-inline','title':'t','thumbnail':'/t','sections':[{'title':'t',"
                    + "'fields':[{'title':'t','value':'v'}]}]}}",
            "{'card':{'theme':'poll','title':'t','options':[{'text':'a'},{'text':'b'}]}}",
            "{'card':{'theme':'prompt','title':'t'},'buttons':[{'label':'a'," + LimitMutations.COPY + "}]}",
            "{'card':{'buttons':[{'label':'a'," + LimitMutations.COPY + "}]},'userids':'1'}",
            "{'buttons':[{'label':'a','hint':'h','type':'+','key':'k','action':{'type':'invoke.function',"
                    + "'data':{'name':'f','owner':'o'}," + CONFIRM + "}},"
                    + "{'label':'b','type':'+','action':{'type':'open.url','data':{'web':'https://a','windows':'https://a',"
                    + "'iOS':'tel:1','android':'sms:1'}}},"
                    + "{'label':'c','type':'+','action':{'type':'preview.url','data':{'url':'https://a'}}},"
                    + "{'label':'d','type':'+','action':{'type':'system.api','data':{'api':'invite/1'}}},"
                    + "{'label':'e','type':'+','action':{'type':'copy','data':{'text':'x'},'confirm':{'title':'t',"
                    + "'input':{'type':'user_webhook_token'},'button_label':'b'}}}]}",
            "{'buttons':[{'label':'a','type':'+','action':{'type':'preview.url','data':{'web':'https://a'}}},"
                    + "{'label':'a','type':'+','action':{'type':'open.url','data':{'android':'sip:a'}}}]}",
            "{'text':'[a]($k) [b]($l) [c]($m)','references':{"
                    + "'k':{'type':'button','object':{'label':'a','type':'-','arguments':{'n':1},'action':"
                    + "{'type':'invoke.function','data':{'name':'f','owner':'o'}}}},"
                    + "'l':{'type':'button','object':{'label':'a','type':'+','action':{'type':'copy','data':{'text':'x'}}}},"
                    + "'m':{'type':'button','object':{'label':'a','type':'+','action':{'type':'system.api',"
                    + "'data':{'api':'locationpermission'}}}}}}",
            "{'slides':[{'type':'table','title':'t','data':{'headers':['a','b'],'rows':[{'a':'1','b':'2'}],"
                    + "'styles':{'width':[40,60],'sticky':{'rows':1,'columns':0}}},"
                    + "'buttons':[{'label':'a','key':'k'," + LimitMutations.COPY + "}]},"
                    + "{'type':'table','data':{'headers':['a']},'styles':{'width':[100],'sticky':{'rows':0}}},"
                    + "{'type':'list','title':'t','data':['a','b'],'styles':{'type':'disc'}},"
                    + "{'type':'label','data':[{'Key':'Value'},{'label':'a','value':'b'}]},"
                    + "{'type':'images','data':['https://a']},{'type':'text','data':'a'}]}",
            "{'slides':[{'type':'percentage_chart','data':[{'label':'a','value':1},{'label':'b','value':'2'}],"
                    + "'styles':{'preview':'pie'}},"
                    + "{'type':'graph','data':[{'category':'c','values':[{'label':'a','value':1.5}]}],"
                    + "'styles':{'preview':'trend','x_axis':'x','y_axis':'y'}},"
                    + "{'type':'image','data':['https://a']}]}");

    /** What stands there is the application's own, or may be a number as well as a string. */
    private static final Pattern OF_ANY_TYPE = Pattern.compile(".*/arguments/.*|.*/data/.*/value");

    /** Without these a message is not complete; {@code title} and {@code options} as far as the card's theme asks. */
    private static final Pattern REQUIRED = Pattern.compile("/buttons/\\d/(label|action)"
            + "|/buttons/\\d/action/(type|data)|/buttons/0/action/data/name|/buttons/[34]/action/data/(api|text)"
            + "|/buttons/\\d/action/confirm/title|/buttons/4/action/confirm/input/type"
            + "|/references/./(type|object)|/references/./object/(label|action)|/references/./object/action/(type|data)"
            + "|/references/./object/action/data/(name|api|text)|/card/sections/0/fields/0/(title|value)"
            + "|/card/options/\\d/text|/slides/\\d/(type|data)|/slides/[01]/data/headers|/slides/\\d/data/\\d/category"
            + "|/slides/0/data/\\d/label|/slides/1/data/\\d/values|/slides/1/data/0/values/0/(label|value)");

    /** Null is left out here, and what becomes of the message depends on what is left. */
    private static final Pattern LEFT_OUT = Pattern.compile("/card/sections/\\d(/fields/\\d(/value)?)?"
            + "|/slides/\\d/data/(rows/)?\\d|/slides/\\d/data/\\d/value|/slides/\\d/data/\\d/values/\\d(/value)?");

    private static final Pattern REQUIRED_FROM_REFERENCE =
            Pattern.compile("/buttons/\\d/action/data/owner|/buttons/\\d/action/confirm/(input|button_label)");

    private static final Pattern REQUIRED_WHEN_STRICT = Pattern.compile("/buttons/\\d/type");

    private final List<Mutation> all = new ArrayList<>();

    static List<Mutation> all() {
        FieldMutations fields = new FieldMutations();
        for (String full : FULL) {
            ObjectNode message = Mutation.parse(full);
            fields.all.add(Mutation.accepted(full));
            fields.all.add(Mutation.accepted(full).ofBot());
            fields.inside(message, message, "");
        }
        return fields.all;
    }

    private void inside(ObjectNode message, JsonNode node, String place) {
        if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                entry(message, place + "/" + i);
                inside(message, array.get(i), place + "/" + i);
            }
        }
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            field(message, place + "/" + field.getKey());
            inside(message, field.getValue(), place + "/" + field.getKey());
        }
    }

    private void entry(ObjectNode message, String place) {
        boolean leftOut = LEFT_OUT.matcher(place).matches();
        add(leftOut ? null : RuleLevel.TOLERANT, place, with(message, place, NODES.nullNode()), Edit.NONE);
        wrongTypes(message, place);
    }

    private void field(ObjectNode message, String place) {
        RuleLevel required = requiredFrom(place);
        add(required, place, message, Edit.TAKEN_AWAY);
        boolean leftOut = LEFT_OUT.matcher(place).matches();
        add(leftOut ? null : required, place, with(message, place, NODES.nullNode()), Edit.NONE);
        add(RuleLevel.TOLERANT, place, message, Edit.THERE_TWICE);
        if (message.at(place).isTextual()) {
            add(place.endsWith("/type") ? null : required, place, with(message, place, NODES.textNode(" ")), Edit.NONE);
            refused(place, with(message, place, NODES.textNode("x\uD800")));
        }
        wrongTypes(message, place);
    }

    /** Null where both judges need only say the same. */
    private static RuleLevel requiredFrom(String place) {
        if (REQUIRED.matcher(place).matches()) {
            return RuleLevel.TOLERANT;
        }
        if (REQUIRED_FROM_REFERENCE.matcher(place).matches()) {
            return RuleLevel.REFERENCE;
        }
        return REQUIRED_WHEN_STRICT.matcher(place).matches() ? RuleLevel.STRICT : null;
    }

    private void wrongTypes(ObjectNode message, String place) {
        boolean any = OF_ANY_TYPE.matcher(place).matches();
        JsonNode value = message.at(place);
        List<JsonNode> others = List.of(
                NODES.numberNode(7),
                NODES.textNode("sure"),
                NODES.booleanNode(true),
                NODES.objectNode(),
                NODES.arrayNode());
        for (JsonNode other : others) {
            if (other.getNodeType() != value.getNodeType()) {
                RuleLevel from = any || isReadAsWell(place, other) ? null : RuleLevel.TOLERANT;
                add(from, place, with(message, place, other), Edit.NONE);
            }
        }
    }

    /**
     * A confirmation's input is a text or an object, its {@code mandatory} is read as a boolean too, and cells are read
     * as numbers and booleans.
     */
    private static boolean isReadAsWell(String place, JsonNode value) {
        boolean cell = place.matches("/slides/0/data/rows/0/.|/slides/3/data/./.*");
        return cell && (value.isNumber() || value.isBoolean())
                || place.endsWith("/mandatory") && value.isBoolean()
                || place.endsWith("/input") && (value.isTextual() || value.isObject());
    }

    private void refused(String place, ObjectNode message) {
        add(RuleLevel.TOLERANT, place, message, Edit.NONE);
    }

    private void add(RuleLevel from, String place, ObjectNode message, Edit edit) {
        Verdict verdict = from == null ? Verdict.SAME : Verdict.REFUSED;
        all.add(new Mutation(TargetKind.CHAT, verdict, from, place, message, edit));
    }

    private static ObjectNode with(ObjectNode message, String place, JsonNode value) {
        ObjectNode changed = message.deepCopy();
        JsonPointer pointer = JsonPointer.compile(place);
        JsonNode parent = changed.at(pointer.head());
        if (parent instanceof ArrayNode array) {
            array.set(pointer.last().getMatchingIndex(), value);
        } else {
            ((ObjectNode) parent).set(pointer.last().getMatchingProperty(), value);
        }
        return changed;
    }
}
