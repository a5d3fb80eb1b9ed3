package io.github.camelcliq.message.rules;

import static io.github.camelcliq.message.rules.Mutation.accepted;
import static io.github.camelcliq.message.rules.Mutation.refused;
import static io.github.camelcliq.message.rules.Mutation.refusedFrom;

import io.github.camelcliq.message.RuleLevel;
import java.util.ArrayList;
import java.util.List;

/** Every choice of every field, and every rule that holds between several fields, on both sides of its edge. */
final class RuleMutations {

    private static final String COPY = LimitMutations.COPY;
    private static final String BUTTON = "{'label':'a'," + COPY + "}";

    private final List<Mutation> all = new ArrayList<>();

    static List<Mutation> all() {
        RuleMutations rules = new RuleMutations();
        rules.contentOfBots();
        rules.blanks();
        rules.choices();
        rules.addresses();
        rules.places();
        rules.buttons();
        rules.references();
        rules.recipients();
        rules.tables();
        rules.otherSlides();
        return rules.all;
    }

    private void contentOfBots() {
        String bare = "'text':null,'card':null,'slides':null";
        all.add(refused("/text", "{" + bare + "}").ofBot());
        all.add(accepted("{'text':null,'slides':null,'card':{}}").ofBot());
        all.add(accepted("{'text':null,'card':null,'slides':[{'type':'text','data':'a'}]}")
                .ofBot());
        all.add(refused("/text", "{'text':null,'card':null,'slides':[]}").ofBot());
        all.add(refused("/text", "{'text':' ','card':{}}").ofBot());
        all.add(refused("/text", "{'text':'','card':null}"));
        all.add(refused("/text", "{'text':null,'card':null}"));
        all.add(refusedFrom(RuleLevel.REFERENCE, "/text", "{'text':null,'card':{}}"));
        for (String broadcast : List.of("true", "false")) {
            all.add(refusedFrom(RuleLevel.REFERENCE, "/broadcast", "{'broadcast':'" + broadcast + "'}"));
        }
    }

    /** White space, control and format characters alone, in any mixture; a single letter makes it a text. */
    private void blanks() {
        for (String blank : List.of(
                "\u00A0",
                "\u2003\u202F\u3000",
                "\u200B",
                "\u2060",
                "\uFEFF",
                "\u00AD\u200D\u202E",
                "\uDB40\uDC01",
                "\\u0000",
                "\\u001B\u0085",
                "\u2028\u2029",
                " \u00A0\u200B\\u0000\uFEFF ")) {
            all.add(refused("/text", "{'text':'" + blank + "'}"));
            all.add(refused("/buttons/0/label", "{'buttons':[{'label':'" + blank + "'," + COPY + "}]}"));
            all.add(refused("/slides/0/data/0", "{'slides':[{'type':'list','data':['" + blank + "']}]}"));
            all.add(refused("/user_ids", "{'user_ids':'1," + blank + "'}").ofBot());
            all.add(accepted("{'text':'" + blank + "x'}"));
        }
        // letters and symbols that look like nothing are letters and symbols still
        all.add(accepted("{'text':'\u3164'}"));
        all.add(accepted("{'text':'\u2800'}"));
    }

    private void choices() {
        choice("/card/theme", "modern-inline");
        for (String theme : List.of("basic", "standard", "fancy", "Poll", "")) {
            all.add(refusedFrom(RuleLevel.REFERENCE, "/card/theme", choices("/card/theme", theme)));
        }
        choice("/styles/background", "red,yellow,green,blue,grey", "gray", "RED");
        choice("/buttons/0/type", "+,-", "*", "");
        choice("/buttons/0/action/confirm/emotion", "positive,neutral,negative", "happy", "Positive");
        choice("/buttons/0/action/confirm/mandatory", "true,false", "yes", "TRUE");
        choice(
                "/slides/0/styles/type",
                "disc,circle,square,decimal,lower-alpha,upper-alpha,lower-roman,upper-roman",
                "dot",
                "");
        all.add(refusedFrom(RuleLevel.STRICT, "/slides/0/styles/type", choices("/slides/0/styles/type", "bulleted")));
        choice("/slides/1/styles/preview", "pie,doughnut,semi_doughnut", "trend", "");
        choice("/slides/2/styles/preview", "vertical_bar,vertical_stacked_bar,trend", "pie", "");
        choice(
                "/buttons/1/action/data/api",
                "audiocall/1,videocall/12,startchat/123,invite/9,locationpermission",
                "locationpermission/1");
        for (String api : List.of("audiocall/", "Invite/9", "calls/1", "")) {
            all.add(refused("/buttons/1/action/data/api", choices("/buttons/1/action/data/api", api)));
        }
        for (String api : List.of("audiocall/x", "invite/9 ", "invite/\u0661", "startchat/1/2")) {
            all.add(refusedFrom(
                    RuleLevel.STRICT, "/buttons/1/action/data/api", choices("/buttons/1/action/data/api", api)));
        }
        for (String type : List.of("fly", "invoke.bot", "")) {
            all.add(refusedFrom(RuleLevel.REFERENCE, "/buttons/0/action/type", action(type, "{'name':'b'}")));
        }
        all.add(refused("/buttons/0/action", action("invoke.bot", "null")));
        all.add(refused("/buttons/0/action", action("fly", "{'deep':['a',{'url':'JavaScript:alert(1)'}]}")));
        all.add(refused("/buttons/0/action/data/linux", action("open.url", "{'web':'https://a','linux':'file:/x'}")));
        all.add(accepted(action("copy", "{'text':'javascript:x'}")));
        all.add(refused("/slides/0/type", "{'slides':[{'type':'video','data':'a'}]}"));
        all.add(refused(
                "/buttons/0/action/confirm/input/type",
                "{'buttons':[{'label':'a','type':'+','action':{'type':'copy','data':{'text':'x'},'confirm':"
                        + "{'title':'t','input':{'type':'token'},'button_label':'b'}}}]}"));
    }

    private static String action(String type, String data) {
        return "{'buttons':[{'label':'a','type':'+','action':{'type':'" + type + "','data':" + data + "}}]}";
    }

    private void choice(String place, String taken, String... refused) {
        for (String value : taken.split(",")) {
            all.add(accepted(choices(place, value)));
        }
        for (String value : refused) {
            all.add(refused(place, choices(place, value)));
        }
    }

    /** A message in which that place has that value, and each other place its first choice. */
    private static String choices(String place, String value) {
        String message =
                "{'card':{'theme':'/card/theme=modern-inline'},'styles':{'background':'/styles/background=red'},"
                        + "'buttons':[{'label':'a','type':'/buttons/0/type=+','action':{'type':'copy','data':{'text':'x'},"
                        + "'confirm':{'title':'t','input':'i','button_label':'b',"
                        + "'emotion':'/buttons/0/action/confirm/emotion=positive',"
                        + "'mandatory':'/buttons/0/action/confirm/mandatory=true'}}},"
                        + "{'label':'b','type':'+','action':{'type':'system.api','data':{'api':'/buttons/1/action/data/api=invite/1'}}}],"
                        + "'slides':[{'type':'list','data':['a'],'styles':{'type':'/slides/0/styles/type=disc'}},"
                        + "{'type':'percentage_chart','data':[{'label':'a','value':1}],"
                        + "'styles':{'preview':'/slides/1/styles/preview=pie'}},"
                        + "{'type':'graph','data':[{'category':'c','values':[{'label':'a','value':1}]}],"
                        + "'styles':{'preview':'/slides/2/styles/preview=trend'}}]}";
        String chosen = message.replaceAll("'" + place + "=[^']*'", "'" + value + "'");
        return chosen.replaceAll("'/[^'=]*=([^']*)'", "'$1'");
    }

    private void addresses() {
        for (String url : List.of("https://a", "HTTP://A", "http://\u00e4.de/\u05d0?x#y")) {
            all.add(accepted(open(url)));
            all.add(accepted(preview(url)));
            all.add(accepted(image(url)));
            all.add(accepted(thumbnail(url)));
        }
        for (String url : List.of(
                "javascript:alert(1)",
                "JAVASCRIPT:alert(1)",
                "data:x",
                "vbscript:x",
                "file:///x",
                "https:a",
                "https://",
                "https:///a",
                "https://?",
                "https://a b",
                " https://a",
                "https://a\u00a0b",
                "https://a\u2028",
                "https://a\u0085",
                "x",
                "http\u017f://a")) {
            all.add(refused("/buttons/0/action/data/web", open(url)));
            all.add(refused("/buttons/0/action/data/iOS", open(url).replace("'web'", "'iOS'")));
            all.add(refused("/buttons/0/action/data/url", preview(url)));
            all.add(refused("/slides/0/data/0", image(url)));
            all.add(refused("/card/thumbnail", thumbnail(url)));
        }
        for (String url : List.of("tel:1", "sms:1", "SIP:a", "myapp://open", "ftp://a", "x-y.z+1:b")) {
            boolean opens = List.of("tel:1", "sms:1", "SIP:a").contains(url);
            all.add(opens ? accepted(open(url)) : refused("/buttons/0/action/data/web", open(url)));
            all.add(accepted(open(url).replace("'web'", "'windows'")));
            all.add(accepted(open(url).replace("'web'", "'android'")));
            all.add(refused("/buttons/0/action/data/url", preview(url)));
            all.add(refusedFrom(RuleLevel.STRICT, "/slides/0/data/0", image(url)));
            all.add(refusedFrom(RuleLevel.STRICT, "/card/thumbnail", thumbnail(url)));
        }
        for (String harmful : List.of("javascript:x", "DATA:x", "vbscript:x", "file:x", "a b")) {
            all.add(refused("/bot/image", "{'bot':{'image':'" + harmful + "'}}"));
        }
        all.add(accepted("{'bot':{'image':'anything'}}"));
        all.add(refused("/buttons/0/action/data/web", open("")));
        all.add(refused("/buttons/0/action/data/url", preview("")));
        all.add(refused("/slides/0/data/0", image("")));
        all.add(refusedFrom(RuleLevel.STRICT, "/card/thumbnail", thumbnail("")));
        all.add(refused("/buttons/0/action/data/web", open("tel:")));
        all.add(accepted(thumbnail("/sites/x.png")));
        all.add(refused("/card/thumbnail", thumbnail("/a b")));
        all.add(refusedFrom(RuleLevel.STRICT, "/card/thumbnail", thumbnail("//evil/x")));
        all.add(refused("/slides/0/data/0", image("/a")));
        all.add(refused(
                "/buttons/0/action/data",
                "{'buttons':[{'label':'a','type':'+','action':{'type':'open.url','data':{}}}]}"));
    }

    private static String open(String url) {
        return "{'buttons':[{'label':'a','type':'+','action':{'type':'open.url','data':{'web':'" + url + "'}}}]}";
    }

    private static String preview(String url) {
        return "{'buttons':[{'label':'a','type':'+','action':{'type':'preview.url','data':{'url':'" + url + "'}}}]}";
    }

    private static String image(String url) {
        return "{'slides':[{'type':'images','data':['" + url + "']}]}";
    }

    private static String thumbnail(String address) {
        return "{'card':{'thumbnail':'" + address + "'}}";
    }

    /** What stands in one of two places, and never in both. */
    private void places() {
        all.add(refused("/card/buttons", "{'buttons':[" + BUTTON + "],'card':{'buttons':[" + BUTTON + "]}}"));
        all.add(refused("/card/buttons", "{'buttons':[],'card':{'buttons':[]}}"));
        all.add(accepted("{'buttons':null,'card':{'buttons':[" + BUTTON + "]}}"));
        all.add(accepted("{'buttons':[" + BUTTON + "],'card':{'buttons':null}}"));
        all.add(refused("/userids", "{'user_ids':'1','userids':'1'}").ofBot());
        all.add(accepted("{'user_ids':null,'userids':'1'}").ofBot());
        all.add(
                refused(
                        "/buttons/0/action/data/web",
                        "{'buttons':[{'label':'a','type':'+','action':{'type':'preview.url','data':{'url':'https://a','web':'https://a'}}}]}"));
        all.add(
                refused(
                        "/slides/0/styles",
                        "{'slides':[{'type':'table','data':{'headers':['a'],'styles':{'width':[100]}},'styles':{'width':[100]}}]}"));
        all.add(refused(
                "/slides/0/styles", "{'slides':[{'type':'table','data':{'headers':['a'],'styles':{}},'styles':{}}]}"));
    }

    private void buttons() {
        all.add(refusedFrom(
                RuleLevel.REFERENCE,
                "/buttons",
                "{'card':{'theme':'poll','title':'t','options':[{'text':'a'},{'text':'b'}]},'buttons':[" + BUTTON
                        + "]}"));
        all.add(accepted("{'card':{'theme':'poll','title':'t','options':[{'text':'a'},{'text':'b'}]},'buttons':[]}"));
        all.add(refusedFrom(
                RuleLevel.REFERENCE,
                "/card/buttons",
                "{'card':{'theme':'poll','title':'t','options':[{'text':'a'},{'text':'b'}]," + "'buttons':[" + BUTTON
                        + "]}}"));
        all.add(refusedFrom(RuleLevel.STRICT, "/buttons", "{'card':{'theme':'prompt','title':'t'},'buttons':null}"));
        all.add(refusedFrom(
                RuleLevel.STRICT,
                "/card/thumbnail",
                "{'card':{'theme':'prompt','title':'t','thumbnail':'/a'},'buttons':[" + BUTTON + "]}"));
        for (String field : List.of("'sections':[]", "'options':[{'text':'a'},{'text':'b'}]")) {
            String place = "/card/" + field.substring(1, field.indexOf('\'', 1));
            all.add(refused(place, "{'card':{'theme':'prompt','title':'t'," + field + "},'buttons':[" + BUTTON + "]}"));
        }
        all.add(refusedFrom(
                RuleLevel.STRICT,
                "/card/thumbnail",
                "{'card':{'theme':'poll','title':'t','thumbnail':'/a'," + "'options':[{'text':'a'},{'text':'b'}]}}"));
        all.add(refused("/card/options", "{'card':{'options':[{'text':'a'},{'text':'b'}]}}"));
        all.add(refusedFrom(RuleLevel.STRICT, "/card/title", "{'card':{'theme':'prompt'},'buttons':[" + BUTTON + "]}"));
        all.add(refusedFrom(
                RuleLevel.STRICT,
                "/card/title",
                "{'card':{'theme':'poll','title':' ','options':[{'text':'a'},{'text':'b'}]}}"));
        all.add(accepted("{'card':{'title':''}}"));
        all.add(refused("/card/options", "{'card':{'theme':'poll','title':'t'}}"));
        String keyed = "{'label':'a','key':'k'," + COPY + "}";
        all.add(refusedFrom(RuleLevel.STRICT, "/buttons/1/key", "{'buttons':[" + keyed + "," + keyed + "]}"));
        all.add(refusedFrom(
                RuleLevel.STRICT,
                "/slides/0/buttons/0/key",
                "{'buttons':[" + keyed + "],'slides':[{'type':'text','data':'a','buttons':[" + keyed + "]}]}"));
        all.add(accepted("{'buttons':[" + keyed + "," + keyed.replace("'k'", "'K'") + "]}"));
        all.add(refusedFrom(
                RuleLevel.STRICT, "/buttons/0/type", "{'buttons':[" + BUTTON.replace("'type':'+',", "") + "]}"));
        for (String owner : List.of("", ",'owner':null", ",'owner':' '")) {
            all.add(refusedFrom(
                    RuleLevel.REFERENCE,
                    "/buttons/0/action/data/owner",
                    action("invoke.function", "{'name':'f'" + owner + "}")));
        }
        for (String part : List.of("input", "button_label")) {
            for (String value : List.of("null", "''")) {
                String other = part.equals("input") ? "'button_label':'b'" : "'input':'i'";
                all.add(refusedFrom(
                        RuleLevel.REFERENCE,
                        "/buttons/0/action/confirm/" + part,
                        "{'buttons':[{'label':'a','type':'+','action':{'type':'copy','data':{'text':'x'},'confirm':"
                                + "{'title':'t'," + other + ",'" + part + "':" + value + "}}}]}"));
            }
        }
        all.add(refused("/buttons/0/label", "{'buttons':[{'label':''," + COPY + "}]}"));
    }

    private void references() {
        String button = "{'type':'button','object':" + BUTTON + "}";
        all.add(accepted("{'text':'[a]($k)'}"));
        all.add(accepted("{'text':'[a]($k)','references':{'k':" + button + "}}"));
        all.add(refusedFrom(RuleLevel.STRICT, "/references/k", "{'text':'a','references':{'k':" + button + "}}"));
        for (String place : List.of("[]($k)", "[a] ($k)", "[a]($k )", "[a](k)", "a]($k)", "[a]($K)x")) {
            all.add(refusedFrom(
                    RuleLevel.STRICT,
                    place.contains("$K") ? "" : "/references/k",
                    "{'text':'" + place + "','references':{'k':" + button + "}}"));
        }
        all.add(refusedFrom(RuleLevel.STRICT, "/text", "{'text':'[a]($k)','references':{}}"));
        all.add(refusedFrom(
                RuleLevel.STRICT, "/text", "{'text':'[a]($k) [log]($HOME/x)','references':{'k':" + button + "}}"));
        all.add(refusedFrom(RuleLevel.STRICT, "/text", "{'text':'[a]($k) [b]($l)','references':{'k':" + button + "}}"));
        for (String field : List.of("'hint':'h'", "'key':'k'")) {
            all.add(refusedFrom(
                    RuleLevel.STRICT,
                    "/references/k/object/" + field.substring(1, field.indexOf('\'', 1)),
                    "{'text':'[a]($k)','references':{'k':{'type':'button','object':{'label':'a'," + field + "," + COPY
                            + "}}}}"));
        }
        all.add(refusedFrom(
                RuleLevel.STRICT,
                "/references/k/object/action/confirm",
                instant("{'type':'copy','data':{'text':'x'},'confirm':{'title':'t','input':'i','button_label':'b'}}")));
        all.add(refused(
                "/references/k/object/action/confirm/title",
                instant("{'type':'copy','data':{'text':'x'},'confirm':{'input':'i','button_label':'b'}}")));
        all.add(refusedFrom(
                RuleLevel.REFERENCE,
                "/references/k/object/action/type",
                instant("{'type':'open.url','data':{'web':'https://a'}}")));
        all.add(refusedFrom(
                RuleLevel.REFERENCE, "/references/k/object/action/type", instant("{'type':'fly','data':{}}")));
        all.add(refusedFrom(
                RuleLevel.REFERENCE,
                "/references/k/object/action/type",
                instant("{'type':'preview.url','data':{'url':'https://a'}}")));
        all.add(accepted(instant("{'type':'invoke.function','data':{'name':'f'}}")));
        all.add(refused(
                "/references/k/type", "{'text':'[a]($k)','references':{'k':{'type':'link','object':" + BUTTON + "}}}"));
    }

    private static String instant(String action) {
        return "{'text':'[a]($k)','references':{'k':{'type':'button','object':{'label':'a','type':'+','action':"
                + action + "}}}}";
    }

    private void recipients() {
        for (String list : List.of("", " ", "1,", ",1", "1,,2", "1, ,2")) {
            all.add(refused("/user_ids", "{'user_ids':'" + list + "'}").ofBot());
            all.add(refused("/userids", "{'userids':'" + list + "'}").ofBot());
        }
        all.add(accepted("{'user_ids':'a@b.c, 2'}").ofBot());
        all.add(accepted("{'user_ids':'a@b.c; 2;3,4'}").ofBot());
        all.add(accepted("{'userids':'1;2'}").ofBot());
    }

    private void tables() {
        all.add(refusedFrom(RuleLevel.STRICT, "/slides/0/data/headers", table("{'headers':[]}")));
        all.add(refusedFrom(RuleLevel.STRICT, "/slides/0/data/headers", table("{'headers':['a','a']}")));
        for (String cell : List.of("1", "1.50", "12345678901234567890", "true")) {
            all.add(refusedFrom(
                    RuleLevel.REFERENCE,
                    "/slides/0/data/rows/0/a",
                    table("{'headers':['a'],'rows':[{'a':" + cell + "}]}")));
            all.add(refusedFrom(
                    RuleLevel.STRICT,
                    "/slides/0/data/0/a",
                    "{'slides':[{'type':'label','data':[{'a':" + cell + "}]}]}"));
        }
        table("/headers/1", "{'headers':['a',' ']}");
        all.add(accepted(table("{'headers':['a','A'],'rows':[{'a':'','A':'1'}]}")));
        all.add(accepted(table("{'headers':['a'],'rows':[]}")));
        table("/rows/0", "{'headers':['a'],'rows':[{}]}");
        table("/rows/0", "{'headers':['a'],'rows':[{'b':'1'}]}");
        table("/rows/1", "{'headers':['a'],'rows':[{'a':'1'},{'a':'1','b':'2'}]}");
        for (String width : List.of(
                "[50,49]",
                "[50,51]",
                "[100]",
                "[50,25,25]",
                "[0,100]",
                "[-1,101]",
                "[]",
                "[50,null]",
                "[50.0,50]",
                "[50.5,49.5]",
                "['50',50]")) {
            table("/styles/width", "{'headers':['a','b'],'styles':{'width':" + width + "}}");
        }
        all.add(accepted(table("{'headers':['a','b'],'styles':{'width':[99,1]}}")));
        for (String part : List.of("rows", "columns")) {
            for (String count : List.of("-1", "1.0", "1.5", "'1'")) {
                table("/styles/sticky/" + part, "{'headers':['a'],'styles':{'sticky':{'" + part + "':" + count + "}}}");
            }
            all.add(accepted(table("{'headers':['a'],'styles':{'sticky':{'" + part + "':0}}}")));
        }
    }

    private void table(String place, String data) {
        all.add(refused("/slides/0/data" + place, table(data)));
    }

    private static String table(String data) {
        return "{'slides':[{'type':'table','data':" + data + "}]}";
    }

    /** What a template found nothing for is left out, or empty; something must be left. */
    private void nothings() {
        all.add(accepted("{'slides':[{'type':'list','data':[null,'a',null]}]}"));
        all.add(accepted("{'slides':[{'type':'images','data':['https://a',null]}]}"));
        all.add(accepted("{'slides':[{'type':'label','data':[null,{'Key':null},{'label':'a','value':null}]}]}"));
        all.add(accepted(table("{'headers':['a','b'],'rows':[null,{'a':null,'b':'1'}]}")));
        all.add(accepted("{'slides':[{'type':'percentage_chart','data':[null,{'label':'a','value':1},"
                + "{'label':'b','value':null}]}]}"));
        all.add(accepted("{'slides':[{'type':'graph','data':[null,{'category':'c','values':[null,"
                + "{'label':'a','value':1},{'label':null,'value':null}]}]}]}"));
        all.add(accepted("{'card':{'title':'t','sections':[null,{'title':null,'fields':[null,"
                + "{'title':'a','value':null},{'title':'b','value':'c'}]}]}}"));
        for (String slide : List.of(
                "'list','data':[null]",
                "'images','data':[null]",
                "'label','data':[null]",
                "'percentage_chart','data':[{'label':'a','value':null}]",
                "'graph','data':[null]")) {
            all.add(refusedFrom(RuleLevel.STRICT, "/slides/0/data", "{'slides':[{'type':" + slide + "}]}"));
        }
        all.add(refusedFrom(
                RuleLevel.STRICT,
                "/slides/0/data/0/values",
                "{'slides':[{'type':'graph','data':[{'category':'c','values':[{'label':'a','value':null}]}]}]}"));
        all.add(refused(
                "/card/sections/0/fields/0/title", "{'card':{'sections':[{'fields':[{'title':null,'value':'v'}]}]}}"));
        String six = "null," + "{'label':'a','value':1},".repeat(5) + "{'label':'b','value':null}";
        all.add(accepted("{'slides':[{'type':'percentage_chart','data':[" + six + "]}]}"));
    }

    private void otherSlides() {
        for (String type : List.of("list", "label", "images", "image", "percentage_chart", "graph")) {
            all.add(refusedFrom(RuleLevel.STRICT, "/slides/0/data", "{'slides':[{'type':'" + type + "','data':[]}]}"));
        }
        nothings();
        all.add(accepted("{'slides':[]}"));
        all.add(refused("/slides/0/data", "{'slides':[{'type':'text','data':' '}]}"));
        all.add(refused("/slides/0/data/0", "{'slides':[{'type':'list','data':['']}]}"));
        all.add(refusedFrom(RuleLevel.STRICT, "/slides/0/data/0", "{'slides':[{'type':'label','data':[{}]}]}"));
        all.add(accepted("{'slides':[{'type':'label','data':[{'':''}]}]}"));
        all.add(refusedFrom(
                RuleLevel.STRICT,
                "/slides/0/data/0/values",
                "{'slides':[{'type':'graph','data':[{'category':'c','values':[]}]}]}"));
        for (String value : List.of("0", "-1.5", "1e400", "'1%'")) {
            all.add(accepted("{'slides':[{'type':'percentage_chart','data':[{'label':'a','value':" + value + "}]}]}"));
        }
        for (String value : List.of("true", "' '", "[]")) {
            all.add(refused(
                    "/slides/0/data/0/value",
                    "{'slides':[{'type':'percentage_chart','data':[{'label':'a','value':" + value + "}]}]}"));
        }
    }
}
