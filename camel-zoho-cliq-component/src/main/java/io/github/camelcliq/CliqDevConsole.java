package io.github.camelcliq;

import io.github.camelcliq.internal.figures.Monitors;
import io.github.camelcliq.internal.view.Details;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.spi.annotations.DevConsole;
import org.apache.camel.support.console.AbstractDevConsole;

/** Shows the accounts and click paths of a context in Camel's developer console, as text and JSON, without secrets. */
@DevConsole(name = "cliq", displayName = "Zoho Cliq", description = "Accounts and click paths of Zoho Cliq")
public class CliqDevConsole extends AbstractDevConsole {

    public CliqDevConsole() {
        super("camel", "cliq", "Zoho Cliq", "Accounts and click paths of Zoho Cliq");
    }

    @Override
    protected String doCallText(Map<String, Object> options) {
        return Stream.of(accounts(), paths())
                .flatMap(List::stream)
                .map(CliqDevConsole::text)
                .collect(Collectors.joining("\n"));
    }

    private static String text(Map<String, Object> details) {
        return details.entrySet().stream()
                .map(detail -> detail.getKey() + ": " + detail.getValue())
                .collect(Collectors.joining("\n    ", "", "\n"));
    }

    @Override
    protected Map<String, Object> doCallJson(Map<String, Object> options) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("accounts", accounts());
        root.put("paths", paths());
        return root;
    }

    private List<Map<String, Object>> accounts() {
        return monitors()
                .flatMap(monitors -> monitors.accounts().stream())
                .map(account -> Details.of(account.figures()))
                .toList();
    }

    private List<Map<String, Object>> paths() {
        return monitors()
                .flatMap(monitors -> monitors.paths().stream())
                .map(path -> Details.of(path.figures()))
                .toList();
    }

    /** Returns the monitors; none before the first route has started. */
    private Stream<Monitors> monitors() {
        return Stream.ofNullable(getCamelContext().hasService(Monitors.class));
    }
}
