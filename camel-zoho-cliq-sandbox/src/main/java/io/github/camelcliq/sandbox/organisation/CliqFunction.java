package io.github.camelcliq.sandbox.organisation;

import java.net.URI;
import java.util.Set;

/**
 * A Cliq function with the execution type {@code webhook}: what buttons with {@code invoke.function} call.
 *
 * @param name its name, such as {@code approve_q4_budget}; not blank
 * @param owner the email of its creator, which a button may name; empty for a function that answers whatever owner a
 *     button names
 * @param executionUrl where clicks are posted to: http or https, at most {@value #LONGEST_URL} characters, without a
 *     user and password; its query is never shown
 * @param permissions what it is told about a click; all by default
 */
public record CliqFunction(String name, String owner, URI executionUrl, Set<Permission> permissions) {

    /** How long an execution URL may be (functions page). */
    public static final int LONGEST_URL = 225;

    /** Refuses what is no function. */
    public CliqFunction {
        Texts.requireText("a function's name", name);
        owner = Texts.orEmpty(owner);
        requireUrl(executionUrl);
        permissions = Set.copyOf(permissions);
    }

    /** A function of whatever owner, with the permissions named. */
    public CliqFunction(String name, URI executionUrl, Set<Permission> permissions) {
        this(name, "", executionUrl, permissions);
    }

    /**
     * A function of whatever owner, with all permissions.
     *
     * @param executionUrl as in {@link #executionUrl()}
     */
    public static CliqFunction of(String name, String executionUrl) {
        return new CliqFunction(name, URI.create(executionUrl), Set.of(Permission.values()));
    }

    /** Whether a button that names this function, and perhaps an owner, means this one. */
    public boolean isMeant(String functionName, String functionOwner) {
        boolean ownerFits = owner.isEmpty() || functionOwner.isEmpty() || owner.equalsIgnoreCase(functionOwner);
        return name.equals(functionName) && ownerFits;
    }

    /** The execution URL as it may be shown: a query may hold a shared secret. */
    public String shownUrl() {
        String url = executionUrl.toASCIIString();
        int query = url.indexOf('?');
        return query < 0 ? url : url.substring(0, query) + "?***";
    }

    private static void requireUrl(URI url) {
        String scheme = String.valueOf(url.getScheme());
        boolean web = scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https");
        if (!web || url.getHost() == null) {
            throw new IllegalArgumentException("an execution URL begins with http:// or https:// and names a host");
        }
        if (url.getRawUserInfo() != null) {
            throw new IllegalArgumentException("an execution URL holds no user and password");
        }
        if (url.toASCIIString().length() > LONGEST_URL) {
            throw new IllegalArgumentException("an execution URL has at most " + LONGEST_URL + " characters");
        }
    }

    /** Without the query of the URL, which may hold a secret. */
    @Override
    public String toString() {
        return "function " + name + " at " + shownUrl();
    }
}
