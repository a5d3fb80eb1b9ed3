package io.github.camelcliq;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.camel.spi.PropertyConfigurerGetter;
import org.apache.camel.spi.Registry;
import org.apache.camel.util.StringHelper;

/**
 * Checks the parameters of an endpoint URI. With {@code toD}, {@code recipientList} and {@code enrich} a part of the
 * URI may come from outside. So a URI can set only options of the endpoint. It cannot set an account, a property of
 * another object, or a class.
 */
final class EndpointParameters {

    private static final String BEAN = "#bean:";

    private EndpointParameters() {}

    /**
     * Refuses parameters that an endpoint URI must not have.
     *
     * @throws IllegalArgumentException if a parameter is not an option of an endpoint, or names an object in another
     *     way than by its name in the registry, or names an object of a wrong type. The message has names only, since a
     *     value may be a secret
     */
    static void check(
            Map<String, Object> parameters,
            PropertyConfigurerGetter endpointOptions,
            PropertyConfigurerGetter accountOptions,
            PropertyConfigurerGetter componentOptions,
            Registry registry) {
        List<String> problems = new ArrayList<>();
        for (String name : new TreeSet<>(parameters.keySet())) {
            String option = StringHelper.dashToCamelCase(name);
            Class<?> type = endpointOptions.getOptionType(option, true);
            if (type != null) {
                problems.addAll(reference(name, parameters.get(name), type, registry));
            } else if (accountOptions.getOptionType(option, true) != null) {
                problems.add(ofAccount(option));
            } else if (componentOptions.getOptionType(option, true) != null) {
                problems.add("option " + option + " belongs to the component: set " + property("", option));
            } else {
                problems.add("there is no option " + name);
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

    /**
     * Returns the mistakes in a value that Camel may read as a reference to an object. The object, and Camel's error
     * for a wrong object, may hold a secret.
     */
    private static List<String> reference(String name, Object parameter, Class<?> type, Registry registry) {
        if (!(parameter instanceof String value) || !value.startsWith("#")) {
            return List.of();
        }
        boolean madeByName = value.indexOf(':') > 0 || value.indexOf('(') > 0 || value.equalsIgnoreCase("#autowired");
        if (!type.isInterface()) {
            return type == String.class && !madeByName
                    ? List.of()
                    : List.of("option " + name + " takes a value, not an object of the registry");
        }
        if (madeByName && !value.startsWith(BEAN)) {
            return List.of("option " + name + " names an object of the registry only as #bean:name");
        }
        String bean = value.substring(value.startsWith(BEAN) ? BEAN.length() : 1);
        return registry.lookupByNameAndType(bean, type) != null
                ? List.of()
                : List.of("option " + name + " must name a " + type.getSimpleName() + " in the registry");
    }
}
