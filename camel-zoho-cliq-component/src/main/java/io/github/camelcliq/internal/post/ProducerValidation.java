package io.github.camelcliq.internal.post;

import io.github.camelcliq.CliqConfiguration;
import io.github.camelcliq.client.ApiVersion;
import io.github.camelcliq.internal.account.OptionChecks;
import io.github.camelcliq.message.TargetKind;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Checks the options of an endpoint that posts, and reports all mistakes at once. */
public final class ProducerValidation {

    private final CliqConfiguration options;
    private final TargetKind kind;
    private final String id;
    private final Set<String> named;
    private final OptionChecks checks = new OptionChecks();

    /**
     * @param id the id in the URI; {@code null} if each exchange names its own
     * @param named the options in the URI. An option that does not apply to the kind is a mistake in the URI. On the
     *     component it is meant for endpoints of other kinds
     */
    public ProducerValidation(CliqConfiguration options, TargetKind kind, String id, Set<String> named) {
        this.options = options;
        this.kind = kind;
        this.id = id;
        this.named = named;
    }

    /** Returns why the endpoint cannot post; empty if it can. */
    public List<String> complaints() {
        target();
        checks.atLeast(
                "maximumTextLength", options.getMaximumTextLength() == null ? 1 : options.getMaximumTextLength(), 1);
        checks.duration("maximumWait", options.getMaximumWait(), 0);
        return checks.complaints();
    }

    private void target() {
        if (id != null && PostTarget.complaintAbout(id) != null) {
            checks.add(PostTarget.complaintAbout(id));
        }
        checks.require(
                kind != TargetKind.USER || options.getApiVersion() != ApiVersion.V3,
                "API version v3 has no path for posts to a user, use apiVersion=v2");
        checks.require(
                List.of("messages", "message").contains(options.getMessageResource()),
                "option messageResource must be messages or message");
        checks.require(
                options.getMarkAsRead() == null || List.of("true", "false").contains(options.getMarkAsRead()),
                "option markAsRead must be true or false");
        KindOptions going = new KindOptions(options, kind);
        requireToGo(
                "botUniqueName",
                Objects.equals(going.botUniqueName(), options.getBotUniqueName()),
                "is not for the kind " + kind.uriName());
        requireToGo("appKey", Objects.equals(going.appKey(), options.getAppKey()), "needs botUniqueName");
        requireToGo(
                "markAsRead",
                going.markAsRead() != null || options.getMarkAsRead() == null,
                "is not for the kind user");
        requireToGo(
                "messageResource",
                going.messageResource().equals(options.getMessageResource()),
                "is only for the kind chat and API version v2");
    }

    private void requireToGo(String option, boolean goes, String complaint) {
        checks.require(goes || !named.contains(option), "option " + option + " " + complaint);
    }
}
