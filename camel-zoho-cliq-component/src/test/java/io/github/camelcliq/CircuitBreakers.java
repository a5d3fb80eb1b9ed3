package io.github.camelcliq;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.apache.camel.util.ObjectHelper;

/** Lets tests do without circuit breakers where there are none. */
public final class CircuitBreakers {

    private CircuitBreakers() {}

    /** On Camel 4.22 the tests run without camel-resilience4j. */
    public static void assumeThatTheyAreThere() {
        assumeTrue(
                ObjectHelper.loadClass("org.apache.camel.component.resilience4j.ResilienceProcessor") != null,
                "camel-resilience4j is there");
    }
}
