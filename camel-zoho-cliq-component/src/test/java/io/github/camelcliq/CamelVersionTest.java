package io.github.camelcliq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;

/** The profile for a newer Camel must really run on it, and not on the Camel that the component was compiled with. */
class CamelVersionTest {

    @Test
    void runsOnTheCamelThatTheProfileNames() {
        String expected = System.getProperty("expected.camel.version");
        assumeTrue(expected != null, "no profile names a version of Camel");

        assertThat(new DefaultCamelContext().getVersion()).isEqualTo(expected);
    }
}
