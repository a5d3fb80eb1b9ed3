package io.github.camelcliq;

import org.apache.camel.CamelContext;
import org.apache.camel.CamelContextAware;
import org.apache.camel.console.DevConsole;

/** The console of this component, found as Camel finds it. */
final class OperatorConsole {

    private OperatorConsole() {}

    static DevConsole of(CamelContext context) {
        DevConsole console = context.getCamelContextExtension()
                .getFactoryFinder("META-INF/services/org/apache/camel/dev-console/")
                .newInstance("cliq", DevConsole.class)
                .orElseThrow();
        CamelContextAware.trySetCamelContext(console, context);
        return console;
    }
}
