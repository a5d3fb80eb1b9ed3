package io.github.camelcliq.internal.account;

import io.github.camelcliq.CliqAccount;
import io.github.camelcliq.internal.client.Credentials;
import io.vertx.ext.web.client.WebClientOptions;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.support.jsse.SSLContextParameters;

/** The options of an account, to compare them with those of another account with the same credentials. */
final class AccountOptions {

    private final SharedOptions account;
    private final SharedOptions budget;
    private final SharedOptions store;
    private final boolean ownBudget;
    private final String key;
    private final String budgetKey;

    /** @param tls how TLS connections are made; {@code null} for the defaults of the JDK */
    AccountOptions(CliqAccount options, Credentials credentials, SSLContextParameters tls) {
        WebClientOptions web = options.getWebClientOptions();
        this.account = new SharedOptions()
                .with("authorizationScheme", options.getAuthorizationScheme())
                .with("maximumRetryAfter", options.getMaximumRetryAfter())
                // the JSON lacks keys and trust that the application gives as objects of its own
                .withHidden(
                        "webClientOptions",
                        Arrays.asList(web.toJson().encode(), web.getKeyCertOptions(), web.getTrustOptions()))
                .with("proxyType", options.getProxyType())
                .with("proxyHost", options.getProxyHost())
                .with("proxyPort", options.getProxyPort())
                .withHidden("proxyUsername", options.getProxyUsername())
                .withHidden("proxyPassword", options.getProxyPassword())
                .with("sslContextParameters", tls)
                .with("budgetKey", options.getBudgetKey());
        this.store = new SharedOptions()
                // without pacing, no store is opened
                .withHidden("pacingStore", options.isPacing() ? options.getPacingStore() : "memory")
                .with("storePrefix", options.getStorePrefix())
                // Redis takes a permit back when no post can be on the wire
                .with(
                        "totalTimeout",
                        options.isPacing() && new StoreOptions(options).isRedis() ? options.getTotalTimeout() : null)
                .with("storeFailure", options.getStoreFailure())
                .with("fleetSize", options.getFleetSize());
        this.budget = new SharedOptions()
                .with("pacing", options.isPacing())
                .with("postsPerWindow", options.getPostsPerWindow())
                .with("restrictedPostsPerWindow", options.getRestrictedPostsPerWindow())
                .with("pacingWindow", options.getPacingWindow());
        this.ownBudget = options.getBudgetKey() == null;
        this.key = digest(
                Stream.concat(Stream.of(options.cliqUrl(), options.tokenUrl()), credentials.identity().stream()));
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

    /**
     * Returns a short name of hosts and credentials, for logs and stores. It shows no secret, and is the same in each
     * JVM.
     */
    String shortKey() {
        return shortened(key);
    }

    /** Returns the short name of the budget. An account with a budget of its own has one name for both. */
    String shortBudgetKey() {
        return ownBudget ? shortKey() : shortened(digest(Stream.of(budgetKey)));
    }

    /** Returns enough of a digest to tell accounts apart, and too little to find a secret. */
    private static String shortened(String digest) {
        return digest.substring(0, 16);
    }

    /** Returns the names of the options in which another account with the same credentials differs. */
    List<String> differencesTo(AccountOptions other) {
        return account.differencesTo(other.account);
    }

    /** Returns the names of the options in which another account of the same budget differs. */
    List<String> budgetDifferencesTo(AccountOptions other) {
        return Stream.of(budget.differencesTo(other.budget), store.differencesTo(other.store))
                .flatMap(List::stream)
                .toList();
    }

    /** Returns whether another account of the same budget has it counted by the same store. */
    boolean hasStoreOf(AccountOptions other) {
        return store.differencesTo(other.store).isEmpty();
    }

    private static String digest(Stream<String> parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            parts.forEach(part -> add(digest, part));
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
