package io.github.camelcliq.internal.account;

import io.github.camelcliq.CliqAccount;
import io.github.camelcliq.internal.client.AccessToken;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;

/** Checks the options of an account. */
public final class AccountValidation {

    private static final String URL =
            "must be the http or https URL of a server, such as https://cliq.zoho.com, without"
                    + " user, query, fragment, and without the path of an API call such as /api/v2";

    private final CliqAccount account;
    private final OptionChecks checks = new OptionChecks();

    private AccountValidation(CliqAccount account) {
        this.account = account;
    }

    /** Returns why an account cannot post; empty if it can. No complaint shows a secret. */
    public static List<String> complaintsAbout(CliqAccount account) {
        return new AccountValidation(account).complaints();
    }

    /** Returns which numbers and durations of an account are out of range, whether or not a route posts with it. */
    public static List<String> complaintsAboutFigures(CliqAccount account) {
        AccountValidation validation = new AccountValidation(account);
        validation.figures();
        return validation.checks.complaints();
    }

    /** Returns whether an account has no credentials of any kind, and no client. */
    public static boolean hasNoCredentials(CliqAccount account) {
        return new AccountCredentials(account).areMissing();
    }

    private List<String> complaints() {
        checks.addAll(new AccountCredentials(account).complaints());
        token("accessToken", account.getAccessToken());
        token("zapikey", account.getZapikey());
        checks.require(isServer(account.cliqUrl()), "option baseUrl " + URL);
        checks.require(isServer(account.tokenUrl()), "option accountsUrl " + URL);
        checks.require(account.getWebClientOptions() != null, "option webClientOptions must not be empty");
        new StoreOptions(account).check(checks);
        figures();
        return checks.complaints();
    }

    private void token(String option, String value) {
        if (value != null && AccessToken.complaintAbout(value) != null) {
            checks.add("option " + option + " " + AccessToken.complaintAbout(value));
        }
    }

    private void figures() {
        checks.require(
                account.getProxyHost() == null || account.getProxyPort() > 0 && account.getProxyPort() <= 65_535,
                "option proxyPort must be from 1 to 65535");
        checks.atLeast("fleetSize", account.getFleetSize(), 1);
        checks.atLeast("postsPerWindow", account.getPostsPerWindow(), 1);
        checks.atLeast("restrictedPostsPerWindow", account.getRestrictedPostsPerWindow(), 1);
        checks.atLeast("maximumQueued", account.getMaximumQueued(), 0);
        checks.duration("connectTimeout", account.getConnectTimeout(), 1);
        checks.duration("readTimeout", account.getReadTimeout(), 1);
        checks.duration("totalTimeout", account.getTotalTimeout(), 1);
        checks.duration("pacingWindow", account.getPacingWindow(), 1);
        checks.duration("maximumRetryAfter", account.getMaximumRetryAfter(), 0);
    }

    /**
     * Returns whether a text is the URL of a server. It may have the path prefix of a reverse proxy. The path of an API
     * call is a mistake: the URL is that of a call.
     */
    public static boolean isServer(String url) {
        try {
            URI uri = new URI(url);
            return ("http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getPort() <= 65_535
                    && uri.getRawUserInfo() == null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null
                    && !uri.getRawPath().matches(".*/(api/v\\d|oauth/v\\d)(/.*)?");
        } catch (URISyntaxException notAUrl) {
            return false;
        }
    }
}
