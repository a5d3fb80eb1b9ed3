package io.github.camelcliq;

import java.time.Duration;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The storm as large as life, with Cliq's minute in six seconds: {@code mvn -Plong}, about a minute each. */
@EnabledIfSystemProperty(named = "long", matches = "true")
class FullStormTest extends StormTest {

    @Override
    Storm storm() {
        return new Storm(500, 50, Duration.ofSeconds(6));
    }
}
