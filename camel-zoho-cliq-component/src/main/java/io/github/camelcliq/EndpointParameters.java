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
            PropertyConfigurerGetter accountOptions,
            PropertyConfigurerGetter componentOptions) {
        List<String> problems = new ArrayList<>();
        for (String name : new TreeSet<>(parameters.keySet())) {
            String option = StringHelper.dashToCamelCase(name);
            Class<?> type = (Class<?>) endpointOptions.getOptionType(option, true);
            if (type == null) {
                if (accountOptions.getOptionType(option, true) != null) {
                    problems.add(ofAccount(option));
                } else if (componentOptions.getOptionType(option, true) != null) {
                    problems.add("option " + option + " belongs to the component: set " + property("", option));
                } else {
                    problems.add("there is no option " + name);
                }
            } else if (isMadeByName(parameters.get(name))) {
                problems.add(
                        type == String.class
                                ? "option " + name + " is a text, and must not begin with # and the form of an object"
                                : "option " + name
                                        + " names an object of the registry as #bean:name, and in no other form");
            }
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(
                    "An endpoint URI of the scheme cliq has parameters that it may not have: "
                            + String.join("; ", problems));
        }
    }

    private static String ofAccount(String option) {
        return "option " + option + " belongs to an account: set " + property("", option) + ", or "
                + property("accounts[name].", option) + " and choose that account with account=name";
    }

    private static String property(String before, String option) {
        return "camel.component.cliq." + before + StringHelper.camelCaseToDash(option);
    }

    /** Camel would make an object of a class, or read a property, as these forms say. */
    private static boolean isMadeByName(Object value) {
        return value instanceof String text
                && text.startsWith("#")
                && !text.startsWith("#bean:")
                && (text.indexOf(':') > 0 || text.indexOf('(') > 0);
    }
}
