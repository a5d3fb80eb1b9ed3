package io.github.camelcliq.message;

/** The rules for what a click does, and for the confirmation before it (buttons reference). */
final class ActionRules {

    private static final String NO_CONFIRMATION =
            "no confirmation on an instant button (our choice: the reference does not show it)";
    private static final String INSTANT_TYPES = "one of invoke.function, system.api, copy on an instant button";
    private static final String SYSTEM_APIS = "audiocall/, videocall/, startchat/ or invite/ and a zuid of digits"
            + TextRules.OUR_CHOICE + ", or locationpermission";
    private static final String[] SYSTEM_APIS_OF_USERS = {"audiocall/", "videocall/", "startchat/", "invite/"};

    private final OtherFieldRules otherFields;

    ActionRules(OtherFieldRules otherFields) {
        this.otherFields = otherFields;
    }

    /** The action of a button below a message or slide. */
    Violations onCard(Action action) {
        if (action == null) {
            return TextRules.missing();
        }
        return data(action, true)
                .and(confirmation(action.confirm()).at("confirm"))
                .and(otherFields.check(action.other()));
    }

    /** The action of a button inside the text. */
    Violations instant(Action action) {
        if (action == null) {
            return TextRules.missing();
        }
        return instantType(action.data())
                .at("type")
                .and(data(action, false))
                .and(noConfirmation(action.confirm()).at("confirm"))
                .and(otherFields.check(action.other()));
    }

    private static Violations instantType(ActionData data) {
        boolean refused = data instanceof OpenUrl || data instanceof PreviewUrl;
        return refused ? Violations.of(INSTANT_TYPES, Shown.text(data.type())) : Violations.NONE;
    }

    private static Violations noConfirmation(Confirmation confirmation) {
        return confirmation == null ? Violations.NONE : Violations.of(NO_CONFIRMATION, "an object");
    }

    private Violations data(Action action, boolean ownerRequired) {
        ActionData data = action.data();
        if (data == null) {
            return Violations.missing(TextRules.REQUIRED + ", " + ButtonReader.ACTION_TYPES)
                    .at("type");
        }
        return fields(data, ownerRequired).and(otherFields.check(data.other())).at("data");
    }

    private static Violations fields(ActionData data, boolean ownerRequired) {
        if (data instanceof InvokeFunction function) {
            return invokeFunction(function, ownerRequired);
        }
        if (data instanceof OpenUrl open) {
            return openUrl(open);
        }
        if (data instanceof PreviewUrl preview) {
            return previewUrl(preview.url()).at("url");
        }
        if (data instanceof SystemApi system) {
            return systemApi(system.api()).at("api");
        }
        return TextRules.required(((Copy) data).text(), MessageLimit.COPY_TEXT).at("text");
    }

    private static Violations invokeFunction(InvokeFunction function, boolean ownerRequired) {
        Violations name = TextRules.required(function.name()).at("name");
        Violations owner = ownerRequired ? TextRules.required(function.owner()) : TextRules.optional(function.owner());
        return name.and(owner.at("owner"));
    }

    private static Violations openUrl(OpenUrl open) {
        boolean none = open.web() == null && open.windows() == null && open.iOS() == null && open.android() == null;
        if (none) {
            return Violations.missing("at least one of web, windows, iOS, android" + TextRules.OUR_CHOICE);
        }
        return UrlRules.openable(open.web(), MessageLimit.OPEN_URL)
                .at("web")
                .and(UrlRules.openable(open.windows(), MessageLimit.OPEN_URL).at("windows"))
                .and(UrlRules.openable(open.iOS(), MessageLimit.OPEN_URL).at("iOS"))
                .and(UrlRules.openable(open.android(), MessageLimit.OPEN_URL).at("android"));
    }

    private static Violations previewUrl(String url) {
        if (url == null) {
            return TextRules.missing(MessageLimit.PREVIEW_URL);
        }
        return TextRules.atMost(url, MessageLimit.PREVIEW_URL).and(UrlRules.web(url));
    }

    private static Violations systemApi(String api) {
        if (api == null) {
            return Violations.missing(TextRules.REQUIRED + ", " + SYSTEM_APIS);
        }
        return isSystemApi(api) ? Violations.NONE : Violations.of(SYSTEM_APIS, Shown.text(api));
    }

    private static boolean isSystemApi(String api) {
        for (String prefix : SYSTEM_APIS_OF_USERS) {
            if (api.startsWith(prefix)) {
                return isDigits(api, prefix.length());
            }
        }
        return api.equals("locationpermission");
    }

    private static boolean isDigits(String text, int start) {
        for (int i = start; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return start < text.length();
    }

    private Violations confirmation(Confirmation confirmation) {
        if (confirmation == null) {
            return Violations.NONE;
        }
        return TextRules.required(confirmation.title(), MessageLimit.CONFIRMATION_TITLE)
                .at("title")
                .and(TextRules.optional(confirmation.description(), MessageLimit.CONFIRMATION_DESCRIPTION)
                        .at("description"))
                .and(input(confirmation.input()).at("input"))
                .and(TextRules.required(confirmation.buttonLabel(), MessageLimit.CONFIRMATION_BUTTON)
                        .at("button_label"))
                .and(TextRules.optional(confirmation.cancelButtonLabel(), MessageLimit.CONFIRMATION_BUTTON)
                        .at("cancel_button_label"))
                .and(otherFields.check(confirmation.other()));
    }

    private Violations input(ConfirmationInput input) {
        if (input instanceof TokenPrompt token) {
            return otherFields.check(token.other());
        }
        String prompt = input == null ? null : ((TextPrompt) input).prompt();
        return TextRules.required(prompt, MessageLimit.CONFIRMATION_INPUT);
    }
}
