package io.github.camelcliq.internal.account;

import io.github.camelcliq.CliqAccount;
import io.github.camelcliq.internal.client.Credentials;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.camel.support.jsse.SSLContextParameters;

/** The options of an account, to compare them with those of another account with the same credentials. */
final class AccountOptions {

    private final Map<String, Object> values = new LinkedHashMap<>();
    private final Map<String, Object> budgetValues = new LinkedHashMap<>();
    private final boolean ownBudget;
    private final String key;
    private final String budgetKey;

    /** @param tls how TLS connections are made; {@code null} for the defaults of the JDK */
    AccountOptions(CliqAccount options, Credentials credentials, SSLContextParameters tls) {
        values.put("authorizationScheme", options.getAuthorizationScheme());
        values.put("maximumRetryAfter", options.getMaximumRetryAfter());
        values.put(
                "webClientOptions",
                new Unseen(options.getWebClientOptions().toJson().encode()));
        values.put("proxyType", options.getProxyType());
        values.put("proxyHost", options.getProxyHost());
        values.put("proxyPort", options.getProxyPort());
        values.put("proxyUsername", new Unseen(options.getProxyUsername()));
        values.put("proxyPassword", new Unseen(options.getProxyPassword()));
        values.put("sslContextParameters", tls);
        values.put("budgetKey", options.getBudgetKey());
        budgetValues.put("pacing", options.isPacing());
        budgetValues.put("postsPerWindow", options.getPostsPerWindow());
        budgetValues.put("restrictedPostsPerWindow", options.getRestrictedPostsPerWindow());
        budgetValues.put("pacingWindow", options.getPacingWindow());
        this.ownBudget = options.getBudgetKey() == null;
        this.key = digest(options, credentials);
        this.budgetKey = ownBudget ? "account " + key : "key " + options.getBudgetKey();
    }

    /** Returns the identity of the account: a digest, so that no secret is in the key of a map or in a debugger. */
    String key() {
        return key;
    }

    /** Returns whether the account shares no budget with others. */
    boolean hasOwnBudget() {
        return ownBudget;
    }

    /** Returns the identity of the budget. */
    String budgetKey() {
        return budgetKey;
    }

    /** Returns the names of the options in which another account with the same credentials differs. */
    List<String> differencesTo(AccountOptions other) {
        return differences(values, other.values);
    }

    /** Returns the names of the options in which another account of the same budget differs. */
    List<String> budgetDifferencesTo(AccountOptions other) {
        return differences(budgetValues, other.budgetValues);
    }

    /** A value that is compared, and never shown. */
    private record Unseen(String value) {

        @Override
        public String toString() {
            return value == null ? "null" : "xxxxxx";
        }
    }

    private static List<String> differences(Map<String, Object> mine, Map<String, Object> others) {
        List<String> names = new ArrayList<>();
        mine.forEach((name, value) -> {
            if (!Objects.equals(value, others.get(name))) {
                names.add(name + " (" + value + " here, " + others.get(name) + " there)");
            }
        });
        return names;
    }

    private static String digest(CliqAccount options, Credentials credentials) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            add(digest, options.cliqUrl());
            add(digest, options.tokenUrl());
            credentials.identity().forEach(part -> add(digest, part));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** Adds a part and a mark of its end, so that no two lists of parts give the same bytes. */
    private static void add(MessageDigest digest, String part) {
        digest.update(part.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }
}
