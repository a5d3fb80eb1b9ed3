package io.github.camelcliq;

import java.util.Optional;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;

/**
 * Credentials in the properties of the application that have not reached the component. Spring Boot sets no options
 * without the starter, and does not say so.
 */
final class UnboundProperties {

    private UnboundProperties() {}

    /**
     * Returns what to do about an account without credentials; empty if the properties have none for it. It shows no
     * value.
     *
     * @param account the name of the account; {@code null} for the component's own
     */
    static Optional<String> complaint(CamelContext context, String account) {
        String prefix = "camel.component.cliq." + (account == null ? "" : "accounts[" + account + "].");
        return Stream.of("access-token", "refresh-token", "client-id", "client-secret", "zapikey")
                .map(option -> prefix + option)
                .filter(key -> isSet(context, key))
                .findFirst()
                .map(key -> "the property " + key + " is set, and did not reach the component: on Spring Boot, add the"
                        + " dependency io.github.camelcliq:camel-zoho-cliq-starter, and do not set"
                        + " camel.component.cliq.enabled to false");
    }

    private static boolean isSet(CamelContext context, String key) {
        return context.getPropertiesComponent()
                .resolveProperty(key)
                .filter(value -> !value.isBlank())
                .isPresent();
    }
}
