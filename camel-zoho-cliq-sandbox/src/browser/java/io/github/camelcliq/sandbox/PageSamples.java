package io.github.camelcliq.sandbox;

/** Messages of every kind that the page shows, as an application might post them; JSON with single quotes. */
final class PageSamples {

    static final String ANNOUNCEMENTS = "/api/v2/channelsbyname/announcements/message";
    static final String DEPLOYMENTS = "/api/v2/channelsbyname/deployments/message";
    static final String DEPLOYMENTS_AS_BOT = DEPLOYMENTS + "?bot_unique_name=deploybot";
    static final String FINANCE = "/api/v2/channelsbyname/finance/message";

    static final String WORDS = """
            {'text': 'Good morning, {@all}! The *quarterly review* is on _Thursday_, ~Friday~. \
            Agenda: https://example.com/agenda and [the wiki](https://wiki.example.com), \
            questions to {@amelia.burrows@zylker.com} or [Scott](zohoid:55622663).\\n\
            > All hands meet at 10:00\\nBring the output of `mvn verify`:\\n```\\nBUILD SUCCESS\\n```'}
            """;

    static final String BUDGET = """
            {'text': 'The Q4 marketing budget is ready for review.',
             'card': {'title': 'Q4 Budget Proposal', 'theme': 'modern-inline', 'thumbnail': 'PICTURE',
                      'sections': [{'title': 'Allocation', 'fields': [
                          {'title': 'Campaigns', 'value': '$ 120,000'}, {'title': 'Events', 'value': '$ 45,000'},
                          {'title': 'Owner', 'value': '{@paula.rojas@zylker.com}'}]}]},
             'hint': 'Please review the allocation details before approval.',
             'buttons': [
                 {'label': 'Approve Budget', 'type': '+', 'key': 'approve_budget_q4', 'hint': 'Asks for remarks first',
                  'action': {'type': 'invoke.function',
                             'data': {'name': 'approve_q4_budget', 'owner': 'finance@zylker.com'},
                             'confirm': {'title': 'Finalize Budget Approval',
                                         'description': 'Please provide approval remarks before proceeding.',
                                         'input': 'Enter approval remarks', 'emotion': 'positive',
                                         'button_label': 'Confirm Approval', 'cancel_button_label': 'Review Again',
                                         'mandatory': 'true'}}},
                 {'label': 'Reject', 'type': '-', 'key': 'reject',
                  'action': {'type': 'invoke.function',
                             'data': {'name': 'approve_q4_budget', 'owner': 'finance@zylker.com'}}},
                 {'label': 'Open report', 'key': 'report',
                  'action': {'type': 'open.url', 'data': {'web': 'https://example.com/report',
                                                          'android': 'https://example.com/m'}}},
                 {'label': 'Copy number', 'key': 'copy', 'action': {'type': 'copy', 'data': {'text': 'Q4-2026-17'}}},
                 {'label': 'Call Paula', 'key': 'call',
                  'action': {'type': 'system.api', 'data': {'api': 'audiocall/55622684'}}}]}
            """;

    static final String POLL = """
            {'text': 'Please vote by noon.',
             'card': {'title': 'Where do we have lunch on Friday?', 'theme': 'poll',
                      'options': [{'text': 'Dosa corner'}, {'text': 'The bistro'}, {'text': 'Canteen, as always'}]}}
            """;

    static final String PROMPT = """
            {'text': 'Build 4711 passed all tests but one.',
             'card': {'title': 'Deploy it anyway?', 'theme': 'prompt'},
             'buttons': [
                 {'label': 'Deploy', 'type': '+', 'key': 'deploy',
                  'action': {'type': 'invoke.function', 'data': {'name': 'deploy', 'owner': 'a@x.com'}}},
                 {'label': 'Roll back', 'type': '-', 'key': 'roll_back',
                  'action': {'type': 'invoke.function', 'data': {'name': 'roll_back', 'owner': 'a@x.com'}}}]}
            """;

    static final String INSTANT = """
            {'text': 'The nightly run failed: [Retry]($retry) or [Copy the log]($log)',
             'references': {
                 'retry': {'type': 'button', 'object': {'label': 'Retry', 'type': '+', 'arguments': {'build': 4711},
                           'action': {'type': 'invoke.function', 'data': {'name': 'approve_q4_budget'}}}},
                 'log': {'type': 'button', 'object': {'label': 'Copy the log', 'type': '-',
                         'action': {'type': 'copy', 'data': {'text': 'build 4711: 1 failure'}}}}}}
            """;

    static final String TABLE = """
            {'text': 'The nightly run in numbers.',
             'slides': [
                 {'type': 'table', 'title': 'Modules',
                  'data': {'headers': ['Module', 'Tests', 'Failures', 'Time'],
                           'rows': [{'Module': 'component', 'Tests': '412', 'Failures': '0', 'Time': '41 s'},
                                    {'Module': 'sandbox', 'Tests': '388', 'Failures': '1', 'Time': '36 s'},
                                    {'Module': 'examples', 'Tests': '12', 'Failures': '0', 'Time': '9 s'}],
                           'styles': {'width': [40, 20, 20, 20], 'sticky': {'rows': 1, 'columns': 1}}}},
                 {'type': 'list', 'title': 'Changes', 'styles': {'type': 'decimal'},
                  'data': ['Posts keep their order', 'A *lock* is told once']},
                 {'type': 'label', 'title': 'Commit', 'data': [{'Author': 'Kenji Mori'},
                                                               {'label': 'Branch', 'value': 'main'}]},
                 {'type': 'text', 'title': 'Notes', 'data': 'Second run of the _night_.'}]}
            """;

    static final String CHARTS = """
            {'text': 'Where the time goes, and how many builds there were.',
             'slides': [
                 {'type': 'percentage_chart', 'title': 'Time', 'styles': {'preview': 'doughnut'},
                  'data': [{'label': 'Compile', 'value': 21}, {'label': 'Unit tests', 'value': 43},
                           {'label': 'Integration', 'value': 30}, {'label': 'Docs', 'value': 6}]},
                 {'type': 'graph', 'title': 'Builds a day',
                  'styles': {'preview': 'vertical_stacked_bar', 'x_axis': 'Day', 'y_axis': 'Builds'},
                  'data': [{'category': 'Passed', 'values': [
                               {'label': 'Mon', 'value': 14}, {'label': 'Tue', 'value': 18}, {'label': 'Wed', 'value': 11},
                               {'label': 'Thu', 'value': 16}, {'label': 'Fri', 'value': 9}]},
                           {'category': 'Failed', 'values': [
                               {'label': 'Mon', 'value': 3}, {'label': 'Tue', 'value': 1}, {'label': 'Wed', 'value': 5},
                               {'label': 'Thu', 'value': 2}, {'label': 'Fri', 'value': 1}]}]}]}
            """;

    static final String OTHER_CHARTS = """
            {'text': 'The other charts.',
             'slides': [
                 {'type': 'percentage_chart', 'title': 'Pie', 'styles': {'preview': 'pie'},
                  'data': [{'label': 'Passed', 'value': '72'}, {'label': 'Failed', 'value': 28}]},
                 {'type': 'percentage_chart', 'title': 'Half', 'styles': {'preview': 'semi_doughnut'},
                  'data': [{'label': 'Used', 'value': 72}, {'label': 'Free', 'value': 28}]},
                 {'type': 'graph', 'title': 'Bars', 'styles': {'preview': 'vertical_bar'},
                  'data': [{'category': 'p50', 'values': [{'label': 'May', 'value': 14000}, {'label': 'June', 'value': -3000}]},
                           {'category': 'p99', 'values': [{'label': 'May', 'value': 30000}, {'label': 'June', 'value': 52000}]}]},
                 {'type': 'graph', 'title': 'Lines', 'styles': {'preview': 'trend', 'y_axis': 'ms'},
                  'data': [{'category': 'p50', 'values': [{'label': '1', 'value': 140}, {'label': '2', 'value': 180}]},
                           {'category': 'p99', 'values': [{'label': '1', 'value': 300}, {'label': '2', 'value': 520}]}]},
                 {'type': 'images', 'title': 'Screens', 'data': ['PICTURE', 'https://example.com/away.png']}]}
            """;

    static final String WARNING = """
            {'text': 'Disk of *build-3* is almost full.', 'styles': {'background': 'yellow', 'markdown': true},
             'message_topic': 'operations'}
            """;

    static final String WRONG = """
            {'text': 'Release 2.0 is out', 'card': {'title': 'Release', 'theme': 'fancy'},
             'buttons': [{'label': 'Read all of the release notes', 'type': '+',
                          'action': {'type': 'open.url', 'data': {'web': 'javascript:alert(1)'}}}]}
            """;

    private final BrowsedSandbox browsed;

    PageSamples(BrowsedSandbox browsed) {
        this.browsed = browsed;
    }

    /** Posts all of them, with a thread, a reply and a refused one. */
    void postAll() {
        String id = Caller.tree(browsed.caller().post(ANNOUNCEMENTS, synchronously(WORDS)))
                .path("message_id")
                .textValue();
        browsed.postTo(FINANCE, withPicture(BUDGET));
        browsed.postTo(ANNOUNCEMENTS, POLL);
        browsed.postTo(DEPLOYMENTS_AS_BOT, PROMPT);
        browsed.postTo(DEPLOYMENTS_AS_BOT, INSTANT);
        browsed.postTo(DEPLOYMENTS_AS_BOT, TABLE);
        browsed.postTo(DEPLOYMENTS_AS_BOT, CHARTS);
        browsed.postTo(DEPLOYMENTS, withPicture(OTHER_CHARTS));
        browsed.postTo("/api/v2/bots/deploybot/message", WARNING);
        browsed.postTo(
                ANNOUNCEMENTS, "{'text': 'I am in.', 'thread_message_id': '" + id + "', 'thread_title': 'Review'}");
        browsed.post("{'text': 'Could you look at the budget today?', 'reply_to': '" + id + "'}");
        browsed.caller().post(DEPLOYMENTS, Caller.json(WRONG));
    }

    /** The same message with the address of a picture that this sandbox has. */
    String withPicture(String json) {
        return json.replace("PICTURE", browsed.sandbox().baseUrl() + "/page/icon.svg");
    }

    private static String synchronously(String json) {
        return Caller.json(json.replaceFirst("\\{", "{'sync_message': true, "));
    }
}
