package io.github.camelcliq.internal.account;

import io.github.camelcliq.CliqAccount;
import io.github.camelcliq.internal.client.AccessToken;
import io.github.camelcliq.internal.client.Credentials;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds the one kind of credentials in the options of an account, and reports missing or contradictory options. */
final class AccountCredentials {

    private static final String MISSING =
            "credentials are missing: set accessToken, or refreshToken with clientId and clientSecret, or clientId and"
                    + " clientSecret with scope, or zapikey, or accessTokenSupplier";

    private final CliqAccount options;

    AccountCredentials(CliqAccount options) {
        this.options = options;
    }

    /** Returns the mistakes in the credentials; empty if there are none. */
    List<String> complaints() {
        if (areMissing()) {
            return List.of(MISSING);
        }
        List<String> complaints = new ArrayList<>();
        addContradictions(complaints);
        addMissing(complaints);
        return complaints;
    }

    boolean areMissing() {
        return kinds().isEmpty() && !namesClient();
    }

    private void addContradictions(List<String> complaints) {
        if (kinds().size() > 1) {
            complaints.add("credentials of several kinds are set, but an account needs exactly one kind: "
                    + String.join(", ", kinds()));
        }
        if (has(options.getSoid()) && !has(options.getScope())) {
            complaints.add("option soid is only for client credentials, which need scope");
        }
    }

    private void addMissing(List<String> complaints) {
        boolean needsClient = has(options.getRefreshToken()) || has(options.getScope()) || namesClient();
        if (needsClient && !has(options.getClientId())) {
            complaints.add("option clientId is missing");
        }
        if (needsClient && !has(options.getClientSecret())) {
            complaints.add("option clientSecret is missing");
        }
        if (namesClient() && !has(options.getRefreshToken()) && !has(options.getScope())) {
            complaints.add("options clientId and clientSecret need refreshToken, or scope for client credentials");
        }
    }

    private boolean namesClient() {
        return has(options.getClientId()) || has(options.getClientSecret());
    }

    /** Returns the kinds that are set, each by the option that marks it. */
    private List<String> kinds() {
        Map<String, Boolean> marks = new LinkedHashMap<>();
        marks.put("accessToken", has(options.getAccessToken()));
        marks.put("refreshToken", has(options.getRefreshToken()));
        marks.put("scope", has(options.getScope()));
        marks.put("zapikey", has(options.getZapikey()));
        marks.put("accessTokenSupplier", options.getAccessTokenSupplier() != null);
        return marks.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Returns the option that marks the kind of the credentials. The options must have no complaints. */
    String option() {
        return kinds().get(0);
    }

    /** Returns the credentials. The options must have no complaints. */
    Credentials credentials() {
        if (has(options.getRefreshToken())) {
            return Credentials.Grant.refreshToken(
                    options.getRefreshToken(), options.getClientId(), options.getClientSecret());
        }
        if (has(options.getScope())) {
            return Credentials.Grant.client(
                    options.getClientId(), options.getClientSecret(), options.getScope(), options.getSoid());
        }
        if (options.getAccessTokenSupplier() != null) {
            return new Credentials.SuppliedToken(options.getAccessTokenSupplier());
        }
        boolean isWebhookToken = has(options.getZapikey());
        return new Credentials.FixedToken(
                new AccessToken(isWebhookToken ? options.getZapikey() : options.getAccessToken()), isWebhookToken);
    }

    private static boolean has(String option) {
        return option != null && !option.isBlank();
    }
}
