package io.github.camelcliq.internal.view;

import java.util.Map;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckResultBuilder;

/**
 * A health check that reads figures. It makes no network call. A failure takes an application out of readiness only.
 *
 * @param <F> the figures of one moment
 */
abstract class FigureCheck<F> implements HealthCheck {

    private final String id;
    private boolean enabled = true;

    FigureCheck(String id) {
        this.id = id;
    }

    /** Returns the figures of this moment. */
    abstract F figures();

    abstract Map<String, Object> details(F figures);

    /** Returns why the check is DOWN; {@code null} if it is UP. */
    abstract String trouble(F figures);

    @Override
    public Result call(Map<String, Object> options) {
        F figures = figures();
        HealthCheckResultBuilder result = HealthCheckResultBuilder.on(this).details(details(figures));
        String trouble = trouble(figures);
        if (!isEnabled()) {
            return result.message("Disabled").unknown().build();
        }
        // Spring Boot shows details, and no message
        return trouble == null
                ? result.up().build()
                : result.message(trouble).detail("reason", trouble).down().build();
    }

    @Override
    public String getId() {
        return id;
    }

    @Override
    public String getGroup() {
        return "cliq";
    }

    @Override
    public boolean isLiveness() {
        return false;
    }

    @Override
    public boolean isEnabled() {
        return enabled;
    }

    @Override
    public void setEnabled(boolean enabled) {
        this.enabled = enabled;
    }
}
