package io.github.camelcliq.examples.commandline;

import org.apache.camel.dsl.jbang.core.commands.CamelJBangMain;

/** The command {@code camel}, as JBang starts it. */
final class CamelCommand {

    private CamelCommand() {}

    public static void main(String[] args) {
        CamelJBangMain.run(args);
    }
}
