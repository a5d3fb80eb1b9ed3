package io.github.camelcliq.internal.view;

import io.github.camelcliq.internal.figures.AccountMonitor;
import io.github.camelcliq.internal.figures.ClickMonitor;
import io.github.camelcliq.internal.figures.FiguresListener;
import javax.management.JMException;
import javax.management.ObjectName;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.ManagementAgent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Registers an MBean for each account and each click path, if the application has camel-management. */
final class ManagedBeans implements FiguresListener {

    private static final Logger LOG = LoggerFactory.getLogger(ManagedBeans.class);

    private final CamelContext context;

    ManagedBeans(CamelContext context) {
        this.context = context;
    }

    @Override
    public void opened(AccountMonitor account) {
        register(new AccountBean(account), "cliqaccounts", account.name());
    }

    @Override
    public void closed(AccountMonitor account) {
        unregister("cliqaccounts", account.name());
    }

    @Override
    public void opened(ClickMonitor path) {
        register(new ClickPathBean(path), "cliqpaths", path.name());
    }

    @Override
    public void closed(ClickMonitor path) {
        unregister("cliqpaths", path.name());
    }

    private void register(Object bean, String type, String name) {
        ManagementAgent agent = agent();
        if (agent != null) {
            try {
                agent.register(bean, objectName(agent, type, name));
            } catch (JMException notShown) {
                LOG.warn("JMX does not show {} of Zoho Cliq", name, notShown);
            }
        }
    }

    private void unregister(String type, String name) {
        ManagementAgent agent = agent();
        if (agent != null) {
            try {
                agent.unregister(objectName(agent, type, name));
            } catch (JMException notThere) {
                LOG.debug("JMX did not show {} of Zoho Cliq", name, notThere);
            }
        }
    }

    /** Returns Camel's agent; {@code null} without camel-management, or if JMX is switched off. */
    private ManagementAgent agent() {
        return context.getManagementStrategy() == null
                ? null
                : context.getManagementStrategy().getManagementAgent();
    }

    private ObjectName objectName(ManagementAgent agent, String type, String name) throws JMException {
        return new ObjectName(agent.getMBeanObjectDomainName() + ":context=" + context.getManagementName() + ",type="
                + type + ",name=" + ObjectName.quote(name));
    }
}
