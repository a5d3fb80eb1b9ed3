package io.github.camelcliq.internal.view;

import io.github.camelcliq.internal.figures.ClickFigures;
import io.github.camelcliq.internal.figures.ClickMonitor;
import java.util.Map;
import org.apache.camel.health.HealthCheckRepository;

/** The health of a click path. It is DOWN while the path has no HTTP server, or no key that can be read. */
final class ClickPathHealth extends FigureCheck<ClickFigures> {

    private final ClickMonitor path;
    private final HealthCheckRepository consumers;

    /** @param consumers says whether Camel's properties switch the checks of consumers on; {@code null} for on */
    ClickPathHealth(ClickMonitor path, HealthCheckRepository consumers) {
        super("cliq:" + path.name());
        this.path = path;
        this.consumers = consumers;
    }

    @Override
    public boolean isEnabled() {
        return super.isEnabled() && (consumers == null || consumers.isEnabled());
    }

    @Override
    ClickFigures figures() {
        return path.figures();
    }

    @Override
    Map<String, Object> details(ClickFigures figures) {
        return Details.of(figures);
    }

    @Override
    String trouble(ClickFigures figures) {
        return figures.trouble();
    }
}
