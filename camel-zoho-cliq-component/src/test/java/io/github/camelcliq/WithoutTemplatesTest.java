package io.github.camelcliq;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * An application without JSLT posts, and says what it lacks where an endpoint has a template. It does without
 * Micrometer and camel-telemetry, too.
 */
class WithoutTemplatesTest {

    @Test
    void postingDoesWithoutAndATemplateSaysWhatToAdd() throws Exception {
        assertThat(NarrowedClassPath.call("jslt|micrometer|telemetry", Application.class))
                .contains("cannot post: option template needs the library com.schibsted.spt.data:jslt (0.1.14):"
                        + " add it to the class path");
    }

    public static final class Application extends NarrowedClassPath.Application {

        public Application() {
            super("direct:event", "cliq:chat/x?template=classpath:cards/alert.jslt");
        }
    }
}
