package io.github.camelcliq.message.rules;

import io.github.camelcliq.message.Action;
import io.github.camelcliq.message.ActionData;
import io.github.camelcliq.message.Confirmation;
import io.github.camelcliq.message.ConfirmationInput;
import io.github.camelcliq.message.Copy;
import io.github.camelcliq.message.InvokeFunction;
import io.github.camelcliq.message.MessageLimit;
import io.github.camelcliq.message.OpenUrl;
import io.github.camelcliq.message.OtherAction;
import io.github.camelcliq.message.PreviewUrl;
import io.github.camelcliq.message.QuotedValue;
import io.github.camelcliq.message.Rule;
import io.github.camelcliq.message.SystemApi;
import io.github.camelcliq.message.TextPrompt;
import io.github.camelcliq.message.TokenPrompt;

/** The rules for what a click does, and for the confirmation before it (buttons reference). */
final class ActionRules {

    private static final String TYPES = "one of " + String.join(", ", ActionData.TYPES);
    private static final String INSTANT_TYPES = "one of invoke.function, system.api, copy for an instant button";
    private static final String SYSTEM_APIS =
            "audiocall/, videocall/, startchat/ or invite/ and a zuid, or locationpermission";
    private static final String[] SYSTEM_APIS_OF_USERS = {"audiocall/", "videocall/", "startchat/", "invite/"};

    private final OtherFieldRules otherFields;

    ActionRules(OtherFieldRules otherFields) {
        this.otherFields = otherFields;
    }

    /** Checks the action of a button below a message or slide. */
    Findings onCard(Action action) {
        if (action == null) {
            return TextRules.missing();
        }
        return cardType(action.data())
                .at("type")
                .and(data(action, true))
                .and(confirmation(action.confirm()).at("confirm"))
                .and(otherFields.check(action.other()));
    }

    /** Checks the action of a button inside the text. */
    Findings instant(Action action) {
        if (action == null) {
            return TextRules.missing();
        }
        return instantType(action.data())
                .at("type")
                .and(data(action, false))
                .and(noConfirmation(action.confirm())
                        .and(confirmation(action.confirm()))
                        .at("confirm"))
                .and(otherFields.check(action.other()));
    }

    private static Findings cardType(ActionData data) {
        return data instanceof OtherAction && data.type() != null
                ? Findings.of(Rule.UNKNOWN_ACTION, TYPES, QuotedValue.text(data.type()))
                : Findings.NONE;
    }

    private static Findings instantType(ActionData data) {
        boolean listed = data == null
                || data.type() == null
                || data instanceof InvokeFunction
                || data instanceof SystemApi
                || data instanceof Copy;
        return listed ? Findings.NONE : Findings.of(Rule.INSTANT_ACTION, INSTANT_TYPES, QuotedValue.text(data.type()));
    }

    private static Findings noConfirmation(Confirmation confirmation) {
        return confirmation == null
                ? Findings.NONE
                : Findings.of(Rule.INSTANT_FIELD, ReferenceRules.NOT_ON_INSTANT, "an object");
    }

    private Findings data(Action action, boolean ownerRequired) {
        ActionData data = action.data();
        if (data == null || data.type() == null) {
            return Findings.missing(TextRules.REQUIRED + ", " + TYPES).at("type");
        }
        Findings others =
                data instanceof OtherAction ? otherFields.values(data.other()) : otherFields.check(data.other());
        return TextRules.wellFormed(data.type())
                .at("type")
                .and(fields(data, ownerRequired)
                        .and(others)
                        .and(otherFields.links(data.other()))
                        .at("data"));
    }

    private static Findings fields(ActionData data, boolean ownerRequired) {
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
        return data instanceof Copy copy
                ? TextRules.required(copy.text(), MessageLimit.COPY_TEXT).at("text")
                : Findings.NONE;
    }

    private static Findings invokeFunction(InvokeFunction function, boolean ownerRequired) {
        Findings name = TextRules.required(function.name()).at("name");
        String owner = function.owner();
        Findings missing = ownerRequired && (owner == null || TextRules.notBlank(owner) != Findings.NONE)
                ? Findings.of(Rule.OWNER, TextRules.REQUIRED, owner == null ? null : QuotedValue.text(owner))
                : Findings.NONE;
        return name.and(missing.and(TextRules.optional(owner)).at("owner"));
    }

    private static Findings openUrl(OpenUrl open) {
        boolean none = open.web() == null && open.windows() == null && open.iOS() == null && open.android() == null;
        if (none) {
            return Findings.of(Rule.NO_LINK, "at least one of web, windows, iOS, android", null);
        }
        return UrlRules.openable(open.web())
                .at("web")
                .and(UrlRules.ofDevice(open.windows()).at("windows"))
                .and(UrlRules.ofDevice(open.iOS()).at("iOS"))
                .and(UrlRules.ofDevice(open.android()).at("android"));
    }

    private static Findings previewUrl(String url) {
        if (url == null) {
            return TextRules.missing(MessageLimit.PREVIEW_URL);
        }
        return TextRules.atMost(url, MessageLimit.PREVIEW_URL).and(UrlRules.preview(url));
    }

    private static Findings systemApi(String api) {
        if (api == null) {
            return Findings.missing(TextRules.REQUIRED + ", " + SYSTEM_APIS);
        }
        for (String prefix : SYSTEM_APIS_OF_USERS) {
            if (api.startsWith(prefix) && api.length() > prefix.length()) {
                Findings zuid = isDigits(api, prefix.length())
                        ? Findings.NONE
                        : Findings.of(Rule.ZUID, "a zuid of digits", QuotedValue.text(api));
                return zuid.and(TextRules.wellFormed(api));
            }
        }
        return api.equals("locationpermission")
                ? Findings.NONE
                : Findings.of(Rule.SHAPE, SYSTEM_APIS, QuotedValue.text(api));
    }

    private static boolean isDigits(String text, int start) {
        for (int i = start; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private Findings confirmation(Confirmation confirmation) {
        if (confirmation == null) {
            return Findings.NONE;
        }
        return TextRules.required(confirmation.title(), MessageLimit.CONFIRMATION_TITLE)
                .at("title")
                .and(TextRules.optional(confirmation.description(), MessageLimit.CONFIRMATION_DESCRIPTION)
                        .at("description"))
                .and(input(confirmation.input()).at("input"))
                .and(TextRules.required(
                                Rule.CONFIRMATION_PART, confirmation.buttonLabel(), MessageLimit.CONFIRMATION_BUTTON)
                        .at("button_label"))
                .and(TextRules.optional(confirmation.cancelButtonLabel(), MessageLimit.CONFIRMATION_BUTTON)
                        .at("cancel_button_label"))
                .and(otherFields.check(confirmation.other()));
    }

    private Findings input(ConfirmationInput input) {
        if (input instanceof TokenPrompt token) {
            return otherFields.check(token.other());
        }
        String prompt = input == null ? null : ((TextPrompt) input).prompt();
        return TextRules.required(Rule.CONFIRMATION_PART, prompt, MessageLimit.CONFIRMATION_INPUT);
    }
}
