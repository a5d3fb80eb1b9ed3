package io.github.camelcliq.internal.figures;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.apache.camel.NonManagedService;
import org.apache.camel.support.service.ServiceSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The monitors of the accounts and click paths of a Camel context, and who listens to them. */
public final class Monitors extends ServiceSupport implements NonManagedService {

    private static final Logger LOG = LoggerFactory.getLogger(Monitors.class);

    // guarded by this
    private final Map<String, AccountMonitor> accounts = new LinkedHashMap<>();
    private final Map<String, ClickMonitor> paths = new LinkedHashMap<>();

    private final List<FiguresListener> listeners = new CopyOnWriteArrayList<>();

    /** Adds a listener. It hears of the accounts and paths that are there already. */
    public synchronized void listen(FiguresListener listener) {
        listeners.add(listener);
        accounts.values().forEach(account -> tell(listener, hearer -> hearer.opened(account)));
        paths.values().forEach(path -> tell(listener, hearer -> hearer.opened(path)));
    }

    /** Returns the monitor of an account; {@code null} for an unknown name. */
    public synchronized AccountMonitor account(String name) {
        return accounts.get(name);
    }

    public synchronized List<AccountMonitor> accounts() {
        return new ArrayList<>(accounts.values());
    }

    public synchronized List<ClickMonitor> paths() {
        return new ArrayList<>(paths.values());
    }

    public synchronized void open(AccountMonitor account) {
        accounts.put(account.name(), account);
        tell(listener -> listener.opened(account));
    }

    public synchronized void close(AccountMonitor account) {
        if (accounts.remove(account.name(), account)) {
            tell(listener -> listener.closed(account));
        }
    }

    /** Returns the monitor of a path; opens it on first use. */
    public synchronized ClickMonitor path(String path) {
        ClickMonitor known = paths.get(path);
        if (known == null) {
            known = new ClickMonitor(path, this);
            ClickMonitor opened = known;
            paths.put(path, opened);
            tell(listener -> listener.opened(opened));
        }
        return known;
    }

    public synchronized void closePath(String path) {
        ClickMonitor closed = paths.remove(path);
        if (closed != null) {
            tell(listener -> listener.closed(closed));
        }
    }

    void tell(Consumer<FiguresListener> event) {
        listeners.forEach(listener -> tell(listener, event));
    }

    private static void tell(FiguresListener listener, Consumer<FiguresListener> event) {
        try {
            event.accept(listener);
        } catch (RuntimeException | LinkageError failed) {
            // a meter or an MBean that fails must not fail a post
            LOG.debug("A listener of the figures failed", failed);
        }
    }

    @Override
    protected synchronized void doStop() {
        List.copyOf(accounts.values()).forEach(this::close);
        List.copyOf(paths.keySet()).forEach(this::closePath);
        listeners.clear();
    }
}
