package io.github.camelcliq.internal.view;

import java.util.List;

/** The meters that the component has in Micrometer. No tag holds an id, a target or a text of a message. */
public enum CliqMeter {
    POSTS(
            "cliq.posts",
            Type.COUNTER,
            "Ended posts, also those that failed and were not sent",
            Tag.ACCOUNT,
            Tag.KIND,
            Tag.OUTCOME),
    POST_DURATION(
            "cliq.post.duration",
            Type.TIMER,
            "Time from the permit to the end of a post; zero without a permit",
            Tag.ACCOUNT,
            Tag.KIND,
            Tag.OUTCOME),
    WAIT_DURATION(
            "cliq.wait.duration",
            Type.TIMER,
            "Time that an ended post waited for its permit, or for the refusal of one",
            Tag.ACCOUNT,
            Tag.KIND,
            Tag.OUTCOME),
    PERMITS_LEFT(
            "cliq.permits.left",
            Type.GAUGE,
            "Free permits; a lock holds posts back all the same; only there with pacing",
            Tag.ACCOUNT,
            Tag.LIMIT),
    WAITING("cliq.waiting", Type.GAUGE, "Posts that wait for a permit", Tag.ACCOUNT),
    MAXIMUM_QUEUED(
            "cliq.maximum.queued",
            Type.GAUGE,
            "Posts that may wait, as the option maximumQueued says; a further post fails",
            Tag.ACCOUNT),
    OLDEST_WAIT(
            "cliq.oldest.wait.seconds",
            Type.GAUGE,
            "Seconds that the first of the waiting posts has waited; zero if no post waits",
            Tag.ACCOUNT),
    STORE_FAILING(
            "cliq.store.failing",
            Type.GAUGE,
            "1 while the store that counts the posts fails, and 0 while it works",
            Tag.ACCOUNT),
    LOCK_SECONDS("cliq.lock.seconds", Type.GAUGE, "Seconds until Cliq's lock ends; zero without a lock", Tag.ACCOUNT),
    TOKEN_REFRESHES(
            "cliq.token.refreshes",
            Type.COUNTER,
            "Tokens that the accounts server gave, and attempts that gave none",
            Tag.ACCOUNT,
            Tag.OUTCOME),
    CLICKS("cliq.clicks", Type.COUNTER, "Clicks and other requests that a path answered", Tag.PATH, Tag.OUTCOME);

    private final String id;
    private final Type type;
    private final String meaning;
    private final List<String> tags;

    CliqMeter(String id, Type type, String meaning, String... tags) {
        this.id = id;
        this.type = type;
        this.meaning = meaning;
        this.tags = List.of(tags);
    }

    /** Returns the name of the meter in Micrometer. */
    public String id() {
        return id;
    }

    public Type type() {
        return type;
    }

    public String meaning() {
        return meaning;
    }

    /** Returns the tags of the meter. All meters also have {@link Tag#CONTEXT}. */
    public List<String> tags() {
        return tags;
    }

    /** The kind of a meter. */
    public enum Type {
        COUNTER,
        TIMER,
        GAUGE
    }

    /** The names of tags. */
    public static final class Tag {

        /** The name of the Camel context, as Camel's own meters have it. */
        public static final String CONTEXT = "camelContext";

        public static final String ACCOUNT = "account";
        public static final String KIND = "kind";
        public static final String OUTCOME = "outcome";
        public static final String LIMIT = "limit";
        public static final String PATH = "path";

        private Tag() {}
    }
}
