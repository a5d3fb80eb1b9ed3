package io.github.camelcliq;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.camel.spi.PropertyConfigurerGetter;
import org.apache.camel.util.StringHelper;

/**
 * The parameters of an endpoint URI. With {@code toD}, {@code recipientList} and {@code enrich} a part of the URI may
 * come from outside. So a URI reaches the endpoint's own options and nothing else: no account, no property of another
 * object, no class by its name.
 */
final class EndpointParameters {

    private EndpointParameters() {}

    /**
     * Refuses what an endpoint URI may not say.
     *
     * @throws IllegalArgumentException if a parameter is no option of an endpoint, or names an object otherwise than by
     *     its name in the registry; the message has names only, since a value may be a secret
     */
    static void check(
            Map<String, Object> parameters,
            PropertyConfigurerGetter endpointOptions,
            PropertyConfigurerGetter componentOptions) {
        List<String> problems = new ArrayList<>();
        for (String name : new TreeSet<>(parameters.keySet())) {
            String option = StringHelper.dashToCamelCase(name);
            if (endpointOptions.getOptionType(option, true) == null) {
                problems.add(componentOptions.getOptionType(option, true) == null ? unknown(name) : foreign(option));
            } else if (isMadeByName(parameters.get(name))) {
                problems.add("option " + name + " names an object of the registry as #bean:name, and by no other form");
            }
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(
                    "An endpoint URI of the scheme cliq has parameters that it may not have: "
                            + String.join("; ", problems));
        }
    }

    private static String unknown(String name) {
        return "there is no option " + name;
    }

    private static String foreign(String option) {
        String property = StringHelper.camelCaseToDash(option);
        return "option " + option + " belongs to an account or to the component: set camel.component.cliq." + property
                + ", or camel.component.cliq.accounts[name]." + property + " and choose that account with account=name";
    }

    /** Camel would make an object of a class, or read a property, as these forms say. */
    private static boolean isMadeByName(Object value) {
        return value instanceof String text
                && text.startsWith("#")
                && !text.startsWith("#bean:")
                && (text.indexOf(':') > 0 || text.indexOf('(') > 0);
    }
}
