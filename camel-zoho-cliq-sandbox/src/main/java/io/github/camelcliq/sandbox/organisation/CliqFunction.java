package io.github.camelcliq.sandbox.organisation;

import java.net.URI;
import java.util.Set;

/**
 * A Cliq function with the execution type {@code webhook}. Buttons with {@code invoke.function} call it.
 *
 * @param name its name, such as {@code approve_q4_budget}; not blank
 * @param owner the email of its creator, which a button may name; empty for a function that buttons may name with any
 *     owner
 * @param executionUrl the URL that clicks are posted to: http or https, at most {@value #LONGEST_URL} characters,
 *     without user and password; its query is never shown
 * @param permissions which facts of a click it is told; all by default
 */
public record CliqFunction(String name, String owner, URI executionUrl, Set<Permission> permissions) {

    /** How long an execution URL may be (functions page). */
    public static final int LONGEST_URL = 225;

    /** Refuses a blank name and a wrong URL. */
    public CliqFunction {
        Texts.requireText("a function's name", name);
        owner = Texts.orEmpty(owner);
        requireUrl(executionUrl);
        permissions = Set.copyOf(permissions);
    }

    /** Makes a function for any owner, with the given permissions. */
    public CliqFunction(String name, URI executionUrl, Set<Permission> permissions) {
        this(name, "", executionUrl, permissions);
    }

    /**
     * Returns a function for any owner, with all permissions.
     *
     * @param executionUrl as in {@link #executionUrl()}
     */
    public static CliqFunction of(String name, String executionUrl) {
        return new CliqFunction(name, URI.create(executionUrl), Set.of(Permission.values()));
    }

    /** Returns whether a button with this name and owner means this function. The owner may be empty. */
    public boolean isMeant(String functionName, String functionOwner) {
        boolean ownerFits = owner.isEmpty() || functionOwner.isEmpty() || owner.equalsIgnoreCase(functionOwner);
        return name.equals(functionName) && ownerFits;
    }

    /** Returns the execution URL without its query, which may hold a shared secret. */
    public String shownUrl() {
        String url = executionUrl.toASCIIString();
        int query = url.indexOf('?');
        return query < 0 ? url : url.substring(0, query) + "?***";
    }

    private static void requireUrl(URI url) {
        String scheme = String.valueOf(url.getScheme());
        boolean web = scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https");
        if (!web || url.getHost() == null) {
            throw new IllegalArgumentException("an execution URL must begin with http:// or https:// and name a host");
        }
        if (url.getRawUserInfo() != null) {
            throw new IllegalArgumentException("an execution URL must not have a user and password");
        }
        if (url.toASCIIString().length() > LONGEST_URL) {
            throw new IllegalArgumentException("an execution URL must have at most " + LONGEST_URL + " characters");
        }
    }

    /** Leaves out the query of the URL, which may hold a secret. */
    @Override
    public String toString() {
        return "function " + name + " at " + shownUrl();
    }
}
