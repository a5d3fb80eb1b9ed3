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
import io.github.camelcliq.message.Rule;
import io.github.camelcliq.message.Shown;
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

    /** The action of a button below a message or slide. */
    Violations onCard(Action action) {
        if (action == null) {
            return TextRules.missing();
        }
        return cardType(action.data())
                .at("type")
                .and(data(action, true))
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
                .and(noConfirmation(action.confirm())
                        .and(confirmation(action.confirm()))
                        .at("confirm"))
                .and(otherFields.check(action.other()));
    }

    private static Violations cardType(ActionData data) {
        return data instanceof OtherAction && data.type() != null
                ? Violations.of(Rule.UNKNOWN_ACTION, TYPES, Shown.text(data.type()))
                : Violations.NONE;
    }

    private static Violations instantType(ActionData data) {
        boolean listed = data == null
                || data.type() == null
                || data instanceof InvokeFunction
                || data instanceof SystemApi
                || data instanceof Copy;
        return listed ? Violations.NONE : Violations.of(Rule.INSTANT_ACTION, INSTANT_TYPES, Shown.text(data.type()));
    }

    private static Violations noConfirmation(Confirmation confirmation) {
        return confirmation == null
                ? Violations.NONE
                : Violations.of(Rule.INSTANT_FIELD, ReferenceRules.NOT_ON_INSTANT, "an object");
    }

    private Violations data(Action action, boolean ownerRequired) {
        ActionData data = action.data();
        if (data == null || data.type() == null) {
            return Violations.missing(TextRules.REQUIRED + ", " + TYPES).at("type");
        }
        Violations others =
                data instanceof OtherAction ? otherFields.values(data.other()) : otherFields.check(data.other());
        return TextRules.wellFormed(data.type())
                .at("type")
                .and(fields(data, ownerRequired)
                        .and(others)
                        .and(otherFields.links(data.other()))
                        .at("data"));
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
        return data instanceof Copy copy
                ? TextRules.required(copy.text(), MessageLimit.COPY_TEXT).at("text")
                : Violations.NONE;
    }

    private static Violations invokeFunction(InvokeFunction function, boolean ownerRequired) {
        Violations name = TextRules.required(function.name()).at("name");
        String owner = function.owner();
        Violations missing = ownerRequired && (owner == null || TextRules.notBlank(owner) != Violations.NONE)
                ? Violations.of(Rule.OWNER, TextRules.REQUIRED, owner == null ? null : Shown.text(owner))
                : Violations.NONE;
        return name.and(missing.and(TextRules.optional(owner)).at("owner"));
    }

    private static Violations openUrl(OpenUrl open) {
        boolean none = open.web() == null && open.windows() == null && open.iOS() == null && open.android() == null;
        if (none) {
            return Violations.of(Rule.NO_LINK, "at least one of web, windows, iOS, android", null);
        }
        return UrlRules.openable(open.web())
                .at("web")
                .and(UrlRules.ofDevice(open.windows()).at("windows"))
                .and(UrlRules.ofDevice(open.iOS()).at("iOS"))
                .and(UrlRules.ofDevice(open.android()).at("android"));
    }

    private static Violations previewUrl(String url) {
        if (url == null) {
            return TextRules.missing(MessageLimit.PREVIEW_URL);
        }
        return TextRules.atMost(url, MessageLimit.PREVIEW_URL).and(UrlRules.preview(url));
    }

    private static Violations systemApi(String api) {
        if (api == null) {
            return Violations.missing(TextRules.REQUIRED + ", " + SYSTEM_APIS);
        }
        for (String prefix : SYSTEM_APIS_OF_USERS) {
            if (api.startsWith(prefix) && api.length() > prefix.length()) {
                Violations zuid = isDigits(api, prefix.length())
                        ? Violations.NONE
                        : Violations.of(Rule.ZUID, "a zuid of digits", Shown.text(api));
                return zuid.and(TextRules.wellFormed(api));
            }
        }
        return api.equals("locationpermission")
                ? Violations.NONE
                : Violations.of(Rule.SHAPE, SYSTEM_APIS, Shown.text(api));
    }

    private static boolean isDigits(String text, int start) {
        for (int i = start; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
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
                .and(TextRules.required(
                                Rule.CONFIRMATION_PART, confirmation.buttonLabel(), MessageLimit.CONFIRMATION_BUTTON)
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
        return TextRules.required(Rule.CONFIRMATION_PART, prompt, MessageLimit.CONFIRMATION_INPUT);
    }
}
