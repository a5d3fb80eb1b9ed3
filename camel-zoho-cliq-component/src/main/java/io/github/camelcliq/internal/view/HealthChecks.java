package io.github.camelcliq.internal.view;

import io.github.camelcliq.internal.figures.AccountMonitor;
import io.github.camelcliq.internal.figures.ClickMonitor;
import io.github.camelcliq.internal.figures.FiguresListener;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.CamelContext;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.HealthCheckRegistry;
import org.apache.camel.health.WritableHealthCheckRepository;

/**
 * Registers a health check for each account and each click path. Camel's own properties switch them: those of accounts
 * are checks of producers, those of paths are checks of consumers.
 */
final class HealthChecks implements FiguresListener {

    private static final String PRODUCERS = "producers";
    private static final String CONSUMERS = "consumers";

    private final CamelContext context;
    private final Map<Object, HealthCheck> checks = new ConcurrentHashMap<>();

    HealthChecks(CamelContext context) {
        this.context = context;
    }

    @Override
    public void opened(AccountMonitor account) {
        WritableHealthCheckRepository producers =
                HealthCheckHelper.getHealthCheckRepository(context, PRODUCERS, WritableHealthCheckRepository.class);
        if (producers != null) {
            HealthCheck check = new AccountHealth(account);
            checks.put(account, check);
            producers.addHealthCheck(check);
        }
    }

    @Override
    public void closed(AccountMonitor account) {
        HealthCheck check = checks.remove(account);
        if (check != null) {
            HealthCheckHelper.getHealthCheckRepository(context, PRODUCERS, WritableHealthCheckRepository.class)
                    .removeHealthCheck(check);
        }
    }

    @Override
    public void opened(ClickMonitor path) {
        HealthCheckRegistry registry = HealthCheckRegistry.get(context);
        if (registry != null) {
            HealthCheck check =
                    new ClickPathHealth(path, HealthCheckHelper.getHealthCheckRepository(context, CONSUMERS));
            checks.put(path, check);
            registry.register(check);
        }
    }

    @Override
    public void closed(ClickMonitor path) {
        HealthCheck check = checks.remove(path);
        if (check != null) {
            HealthCheckRegistry.get(context).unregister(check);
        }
    }
}
