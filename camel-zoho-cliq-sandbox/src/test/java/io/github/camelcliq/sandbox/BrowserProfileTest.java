package io.github.camelcliq.sandbox;

import static org.junit.jupiter.api.Assumptions.abort;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/** Stands in for the tests of the page where a build leaves them out, so that it says so. */
class BrowserProfileTest {

    @Test
    @DisabledIfSystemProperty(named = "browser", matches = "true", disabledReason = "the tests themselves run")
    void testsOfThePageAreLeftOut() {
        String notice = Chromium.find()
                .map(found ->
                        "The tests of the page were left out. With " + found + ", mvn verify -Pbrowser runs them.")
                .orElse("The tests of the page were left out: there is no Chromium. Install one, and run"
                        + " mvn verify -Pbrowser.");
        // Surefire does not say why a test was skipped
        System.out.println(notice);
        abort(notice);
    }
}
