package io.github.camelcliq.internal.view;

import io.github.camelcliq.internal.figures.ClickMonitor;
import org.apache.camel.api.management.ManagedAttribute;
import org.apache.camel.api.management.ManagedOperation;
import org.apache.camel.api.management.ManagedResource;

/** The figures of a click path in JMX, for all of its routes. */
@ManagedResource(description = "Path that Zoho Cliq sends clicks to")
public final class ClickPathBean {

    private final ClickMonitor path;

    ClickPathBean(ClickMonitor path) {
        this.path = path;
    }

    @ManagedAttribute(description = "The path")
    public String getPath() {
        return path.name();
    }

    @ManagedAttribute(description = "Clicks that a route answered in time")
    public long getAnsweredClicks() {
        return path.figures().answered();
    }

    @ManagedAttribute(description = "Clicks that were acknowledged, since the route took longer than replyTimeout")
    public long getAcknowledgedClicks() {
        return path.figures().acknowledged();
    }

    @ManagedAttribute(description = "Clicks whose route is not done")
    public long getClicksUnderWay() {
        return path.figures().underWay();
    }

    @ManagedAttribute(description = "Refused requests")
    public long getRefusedRequests() {
        return path.figures().refusedRequests();
    }

    @ManagedAttribute(description = "Refused requests by reason")
    public String getRefusalReasons() {
        return path.figures().refused().toString();
    }

    @ManagedAttribute(description = "Why the path takes no clicks; empty if it does")
    public String getTrouble() {
        String trouble = path.figures().trouble();
        return trouble == null ? "" : trouble;
    }

    @ManagedOperation(description = "Sets the counters of answered, acknowledged and refused requests back")
    public void reset() {
        path.reset();
    }
}
