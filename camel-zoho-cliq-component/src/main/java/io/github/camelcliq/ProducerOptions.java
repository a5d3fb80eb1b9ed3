package io.github.camelcliq;

import io.github.camelcliq.client.AccessToken;
import io.github.camelcliq.client.ApiVersion;
import io.github.camelcliq.client.PostTarget;
import io.github.camelcliq.message.TargetKind;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The options of an endpoint that posts, and everything that is wrong with them, so that a user mends it in one go. */
final class ProducerOptions {

    private static final String HTTP_URL = "an http or https URL without user, query and fragment";

    private final CliqConfiguration options;
    private final TargetKind kind;
    private final String id;
    private final Set<String> named;
    private final List<String> complaints = new ArrayList<>();

    /**
     * @param id the id in the URI, or {@code null} where each exchange names its own
     * @param named the options that the URI names: one that does not go with the kind is a mistake there, and on the
     *     component an option for endpoints of other kinds
     */
    ProducerOptions(CliqConfiguration options, TargetKind kind, String id, Set<String> named) {
        this.options = options;
        this.kind = kind;
        this.id = id;
        this.named = named;
    }

    /** What keeps the endpoint from posting; empty where nothing does. */
    List<String> complaints() {
        account();
        target();
        figures();
        return complaints;
    }

    private void account() {
        complaints.addAll(new AccountCredentials(options).complaints());
        token("accessToken", options.getAccessToken());
        token("zapikey", options.getZapikey());
        require(isHttpUrl(options.cliqUrl()), "option baseUrl must be " + HTTP_URL);
        require(isHttpUrl(options.tokenUrl()), "option accountsUrl must be " + HTTP_URL);
        require(
                options.getProxyHost() == null || options.getProxyPort() > 0 && options.getProxyPort() <= 65_535,
                "option proxyPort must be from 1 to 65535");
    }

    private void token(String option, String value) {
        if (value != null && AccessToken.complaintAbout(value) != null) {
            complaints.add("option " + option + " " + AccessToken.complaintAbout(value));
        }
    }

    private void target() {
        if (id != null && PostTarget.complaintAbout(id) != null) {
            complaints.add(PostTarget.complaintAbout(id));
        }
        require(
                kind != TargetKind.USER || options.getApiVersion() != ApiVersion.V3,
                "API version v3 has no path for posts to a user, use apiVersion=v2");
        require(
                List.of("messages", "message").contains(options.getMessageResource()),
                "option messageResource must be messages or message");
        require(
                options.getMarkAsRead() == null || List.of("true", "false").contains(options.getMarkAsRead()),
                "option markAsRead must be true or false");
        KindOptions going = new KindOptions(options, kind);
        requireToGo(
                "botUniqueName",
                Objects.equals(going.botUniqueName(), options.getBotUniqueName()),
                "does not go with the kind " + kind.uriName());
        requireToGo("appKey", Objects.equals(going.appKey(), options.getAppKey()), "needs botUniqueName");
        requireToGo(
                "markAsRead",
                going.markAsRead() != null || options.getMarkAsRead() == null,
                "does not go with the kind user");
        requireToGo(
                "messageResource",
                going.messageResource().equals(options.getMessageResource()),
                "goes with the kind chat and API version v2 only");
    }

    private void requireToGo(String option, boolean goes, String complaint) {
        require(goes || !named.contains(option), "option " + option + " " + complaint);
    }

    private void figures() {
        atLeast("maximumTextLength", options.getMaximumTextLength() == null ? 1 : options.getMaximumTextLength(), 1);
        atLeast("poolSize", options.getPoolSize(), 1);
        atLeast("postsPerWindow", options.getPostsPerWindow(), 1);
        atLeast("restrictedPostsPerWindow", options.getRestrictedPostsPerWindow(), 1);
        atLeast("maximumQueued", options.getMaximumQueued(), 0);
        duration("connectTimeout", options.getConnectTimeout(), 1);
        duration("tlsHandshakeTimeout", options.getTlsHandshakeTimeout(), 1);
        duration("readTimeout", options.getReadTimeout(), 1);
        duration("totalTimeout", options.getTotalTimeout(), 1);
        duration("poolIdleTimeout", options.getPoolIdleTimeout(), 1);
        duration("pacingWindow", options.getPacingWindow(), 1);
        duration("maximumWait", options.getMaximumWait(), 0);
        duration("maximumRetryAfter", options.getMaximumRetryAfter(), 0);
    }

    private void atLeast(String option, int value, int least) {
        require(value >= least, "option " + option + " must be at least " + least);
    }

    /** Vert.x takes connection timeouts as an int of milliseconds, which is 24 days and more than anybody waits. */
    private void duration(String option, long millis, int least) {
        require(
                millis >= least && millis <= Integer.MAX_VALUE,
                "option " + option + " must be from " + least + " ms to 24 days");
    }

    private void require(boolean fulfilled, String complaint) {
        if (!fulfilled) {
            complaints.add(complaint);
        }
    }

    private static boolean isHttpUrl(String url) {
        try {
            URI uri = new URI(url);
            return ("http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getPort() <= 65_535
                    && uri.getRawUserInfo() == null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null;
        } catch (URISyntaxException notAUrl) {
            return false;
        }
    }
}
