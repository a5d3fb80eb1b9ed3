package io.github.camelcliq.internal.view;

import io.github.camelcliq.internal.figures.AccountFigures;
import io.github.camelcliq.internal.figures.AccountFigures.Failure;
import io.github.camelcliq.internal.figures.AccountFigures.Permits;
import io.github.camelcliq.internal.figures.AccountMonitor;
import io.github.camelcliq.internal.figures.Outcome;
import java.time.Instant;
import org.apache.camel.api.management.ManagedAttribute;
import org.apache.camel.api.management.ManagedOperation;
import org.apache.camel.api.management.ManagedResource;

/** The figures of an account in JMX. */
@ManagedResource(description = "Account of Zoho Cliq")
public final class AccountBean {

    private final AccountMonitor account;

    AccountBean(AccountMonitor account) {
        this.account = account;
    }

    @ManagedAttribute(description = "The name of the account")
    public String getAccount() {
        return account.name();
    }

    @ManagedAttribute(description = "The URL that the account posts to")
    public String getHost() {
        return figures().host();
    }

    @ManagedAttribute(description = "Producers that use the account now")
    public int getProducers() {
        return figures().producers();
    }

    @ManagedAttribute(description = "Posts that Cliq accepted")
    public long getAcceptedPosts() {
        return posts(Outcome.SUCCESS);
    }

    @ManagedAttribute(description = "Posts that failed because of a limit of Cliq, of the account or of its queue")
    public long getThrottledPosts() {
        return posts(Outcome.THROTTLED);
    }

    @ManagedAttribute(description = "Posts that failed because a server was not reachable, late or failing")
    public long getUnavailablePosts() {
        return posts(Outcome.UNAVAILABLE);
    }

    @ManagedAttribute(description = "Posts that failed because of their credentials, sent or not")
    public long getUnauthorizedPosts() {
        return posts(Outcome.AUTH);
    }

    @ManagedAttribute(description = "Posts that Cliq refused for another reason")
    public long getRejectedPosts() {
        return posts(Outcome.REJECTED);
    }

    @ManagedAttribute(description = "Posts that have begun and not ended, also those that wait")
    public int getPostsUnderWay() {
        return figures().underWay();
    }

    @ManagedAttribute(description = "Posts under way by the route where their exchange began")
    public String getPostsUnderWayByRoute() {
        return figures().underWayByRoute().toString();
    }

    @ManagedAttribute(description = "Posts that wait for a permit, of all accounts with the same budget")
    public int getWaitingPosts() {
        return figures().waiting();
    }

    @ManagedAttribute(description = "Posts that may wait; a further post fails at once")
    public int getMaximumQueued() {
        return figures().maximumQueued();
    }

    @ManagedAttribute(description = "How long the first of the waiting posts has waited, in milliseconds")
    public long getOldestWaitMillis() {
        return figures().oldestWait().toMillis();
    }

    @ManagedAttribute(description = "Free permits of posts; a lock holds posts back all the same; -1 without pacing")
    public int getPermitsLeft() {
        return left(figures().permits());
    }

    @ManagedAttribute(description = "Free permits of cards and posts into threads; -1 without pacing")
    public int getRestrictedPermitsLeft() {
        return left(figures().restrictedPermits());
    }

    @ManagedAttribute(description = "Posts in a window, narrowed or not; -1 without pacing")
    public int getLimit() {
        return limit(figures().permits());
    }

    @ManagedAttribute(description = "Cards and posts into threads in a window, narrowed or not; -1 without pacing")
    public int getRestrictedLimit() {
        return limit(figures().restrictedPermits());
    }

    @ManagedAttribute(description = "Whether a limit is narrowed, since another application posts as the same user")
    public boolean isNarrowed() {
        AccountFigures figures = figures();
        return isNarrowed(figures.permits()) || isNarrowed(figures.restrictedPermits());
    }

    @ManagedAttribute(description = "When the lock of Cliq ends; empty without a lock")
    public String getLockedUntil() {
        return text(figures().lockedUntil());
    }

    @ManagedAttribute(description = "When the access token expires; empty if this is not known")
    public String getTokenExpires() {
        return text(figures().tokenExpires());
    }

    @ManagedAttribute(description = "Access tokens that the accounts server gave")
    public long getTokenRefreshes() {
        return figures().refreshes();
    }

    @ManagedAttribute(description = "The last failure of a post; empty without one")
    public String getLastFailure() {
        return text(figures().lastFailure());
    }

    @ManagedAttribute(
            description = "Since when and why there is no token that Cliq accepts; empty without such a failure")
    public String getCredentialTrouble() {
        return text(figures().credentialTrouble());
    }

    @ManagedAttribute(description = "Why the store that counts the posts fails; empty if it works")
    public String getStoreFailure() {
        String failure = figures().storeFailure();
        return failure == null ? "" : failure;
    }

    @ManagedOperation(description = "Sets the counters of posts and tokens and the last failure back")
    public void reset() {
        account.reset();
    }

    private AccountFigures figures() {
        return account.figures();
    }

    private long posts(Outcome outcome) {
        return figures().posts().get(outcome);
    }

    private static int left(Permits permits) {
        return permits == null ? -1 : permits.left();
    }

    private static int limit(Permits permits) {
        return permits == null ? -1 : permits.limit();
    }

    private static boolean isNarrowed(Permits permits) {
        return permits != null && permits.isNarrowed();
    }

    private static String text(Instant time) {
        return time == null ? "" : time.toString();
    }

    private static String text(Failure failure) {
        return failure == null ? "" : failure.at() + " " + failure.outcome().label() + ": " + failure.text();
    }
}
