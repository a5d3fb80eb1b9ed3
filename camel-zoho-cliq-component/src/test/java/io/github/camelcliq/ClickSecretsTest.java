package io.github.camelcliq;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.camel.builder.RouteBuilder;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What nobody may read who reads the log. */
class ClickSecretsTest {

    @Test
    void camelMainsSummaryOfOptionsShowsNoSecret(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("application.properties"), """
                camel.component.cliq.shared-secret=open-sesame
                camel.component.cliq.zapikey=1001.zapikey
                camel.component.cliq.api-version=V2
                """);
        RouteBuilder routes = new RouteBuilder() {
            @Override
            public void configure() {
                from("cliq:function/approve").setBody(constant("Approved"));
            }
        };
        try (CapturedLog log = new CapturedLog("org.apache.camel", Level.INFO);
                ClickServer server = ClickServer.with(routes)
                        .cliq("public-key", null)
                        .property("camel.component.properties.location", "file:" + file)
                        .start()) {
            assertThat(server.context().getStatus().isStarted()).isTrue();
            assertThat(log.lines())
                    .anyMatch(line -> line.contains("apiVersion = V2"))
                    .anyMatch(line -> line.contains("sharedSecret = xxxxxx"))
                    .anyMatch(line -> line.contains("zapikey = xxxxxx"))
                    .noneMatch(line -> line.contains("open-sesame") || line.contains("1001.zapikey"));
        }
    }
}
