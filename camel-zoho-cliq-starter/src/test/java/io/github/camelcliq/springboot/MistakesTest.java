package io.github.camelcliq.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An application whose properties are wrong does not start. It says what is wrong, and shows no value. */
class MistakesTest {

    private static final String SECRET = "1000.not-to-be-seen";

    @TempDir
    private Path folder;

    private String file(String name, String content) throws IOException {
        Path file = Files.writeString(folder.resolve(name), content.replace("SECRET", SECRET));
        return "spring.config.location=" + file.toUri();
    }

    @Test
    void aMisspeltKeyOfAPropertiesFileNamesTheNearestAndItsLine() throws IOException {
        String failure = Application.failure(Map.of(), Map.of(), file("application.properties", """
                camel.component.cliq.acess-token=SECRET
                camel.component.cliq.clientSecert=SECRET
                camel.component.cliq.acounts[eu].refresh-token=SECRET
                camel.component.cliq.accounts[eu].refresh-tokn=SECRET
                camel.component.cliq.accounts[eu].web-client-options.max-pol-size=SECRET
                camel.component.cliq.web-client-options.max-pol-size=SECRET
                camel.component.cliq.access-token.value=SECRET
                camel.component.cliq.customizer.enable=SECRET
                """));

        assertThat(failure)
                .contains(
                        "APPLICATION FAILED TO START",
                        "Correct these properties. Values are not shown, since they may be secret.",
                        "camel.component.cliq.acess-token is unknown, the nearest is camel.component.cliq.access-token (",
                        "application.properties] - 1:34)",
                        "cliq.clientsecert is unknown, the nearest is camel.component.cliq.client-secret (",
                        "cliq.acounts[eu].refresh-token is unknown, the nearest is camel.component.cliq.accounts (",
                        "cliq.accounts[eu].refresh-tokn is unknown, the nearest is"
                                + " camel.component.cliq.accounts[eu].refresh-token (",
                        "is unknown, the nearest is camel.component.cliq.accounts[eu].web-client-options.max-pool-size",
                        "is unknown, the nearest is camel.component.cliq.web-client-options.max-pool-size",
                        "is unknown, the nearest is camel.component.cliq.access-token (",
                        "is unknown, the nearest is camel.component.cliq.customizer.enabled (")
                .doesNotContain(SECRET);
    }

    @Test
    void theGuideShowsWhatIsSaid() throws IOException {
        String guide = Files.readString(Path.of("../docs/spring-boot.md"));

        String failure = Application.failure(
                Map.of("CLIQ_REFRESH_TOKEN", SECRET, "CLIQ_EU_CLIENT_SECRET", SECRET),
                Map.of(),
                file("application.properties", block(guide, "properties")));

        assertThat(failure.replaceAll("\\(URL \\[.*?/(application.properties)]", "($1"))
                .contains(block(guide, "text").lines().toList())
                .doesNotContain(SECRET);
    }

    /** The first block of a language. */
    private static String block(String page, String language) {
        return page.split("```" + language + "\n", 2)[1].split("```", 2)[0];
    }

    @Test
    void aMisspeltKeyOfAYamlFileNamesTheNearestAndItsLine() throws IOException {
        String failure = Application.failure(Map.of(), Map.of(), file("application.yaml", """
                camel:
                  component:
                    cliq:
                      refresh-tokn: SECRET
                      accounts:
                        eu:
                          client-sekret: SECRET
                """));

        assertThat(failure)
                .contains(
                        "cliq.refresh-tokn is unknown, the nearest is camel.component.cliq.refresh-token (",
                        "application.yaml] - 4:21)",
                        "cliq.accounts[eu].client-sekret is unknown, the nearest is"
                                + " camel.component.cliq.accounts[eu].client-secret (")
                .doesNotContain(SECRET);
    }

    @Test
    void aMisspeltKeyNamesItsEnvironmentVariableSystemPropertyOrArgument() {
        String failure = Application.failure(
                Map.of(
                        "CAMEL_COMPONENT_CLIQ_ACESS_TOKEN", SECRET,
                        "CAMEL_COMPONENT_CLIQ_ACCOUNTS_EU_REFRESHTOKN", SECRET,
                        // Spring Boot finds an option with all of its underscores, or with none
                        "CAMEL_COMPONENT_CLIQ_POSTS_PERWINDOW", SECRET,
                        "CAMEL_COMPONENT_CLIQ_BASE__URL", SECRET),
                Map.of("camel.component.cliq.clientId", SECRET, "camel.component.cliq.zapikee", SECRET),
                "camel.component.cliq.client-sekret=" + SECRET);

        assertThat(failure)
                .contains(
                        "the nearest is camel.component.cliq.access-token (System Environment Property"
                                + " \"CAMEL_COMPONENT_CLIQ_ACESS_TOKEN\")",
                        "the nearest is camel.component.cliq.accounts[eu].refresh-token (System Environment Property"
                                + " \"CAMEL_COMPONENT_CLIQ_ACCOUNTS_EU_REFRESHTOKN\")",
                        "the nearest is camel.component.cliq.posts-per-window (System Environment Property"
                                + " \"CAMEL_COMPONENT_CLIQ_POSTS_PERWINDOW\")",
                        "\"CAMEL_COMPONENT_CLIQ_BASE__URL\")",
                        "cliq.zapikee is unknown, the nearest is camel.component.cliq.zapikey (",
                        "\"systemProperties\"",
                        "cliq.client-sekret is unknown, the nearest is camel.component.cliq.client-secret (",
                        "\"commandLineArgs\"")
                .doesNotContain(SECRET)
                .doesNotContain("clientid is unknown");
    }

    @Test
    void aValueThatCannotBeReadSaysWhatItMustBe() {
        String failure = Application.failure(
                Map.of("CAMEL_COMPONENT_CLIQ_PROXYPORT", SECRET),
                Map.of(),
                "camel.component.cliq.data-center=" + SECRET,
                "camel.component.cliq.pacing=" + SECRET,
                "camel.component.cliq.connect-timeout=" + SECRET,
                "camel.component.cliq.reply-timeout=1m30s",
                "camel.component.cliq.web-client-options.max-pool-size=" + SECRET,
                "camel.component.cliq.replay-repository=" + SECRET,
                "camel.component.cliq.vertx=#bean:absent",
                "camel.component.cliq.access-token-supplier=#bean:bean",
                "camel.component.cliq.ssl-context-parameters=#class:com.example." + SECRET,
                "camel.component.cliq.refresh-token=${NOT_SET}",
                "camel.component.cliq.accounts[eu].refresh-token={{env:NOT_SET}}",
                "camel.component.cliq.accounts[us]=" + SECRET,
                "camel.component.cliq.accounts[eu].authorization-scheme=" + SECRET);

        assertThat(failure)
                .contains(
                        "cliq.proxy-port must be a whole number (System Environment Property"
                                + " \"CAMEL_COMPONENT_CLIQ_PROXYPORT\")",
                        "cliq.data-center must be one of us, eu, in, au, jp, cn, sa, uk, ca (",
                        "cliq.pacing must be true or false (",
                        "cliq.connect-timeout must be a duration such as 5s, or milliseconds (",
                        "cliq.reply-timeout must be a duration such as 5s, or milliseconds (",
                        "cliq.web-client-options.max-pool-size must be a whole number (",
                        "cliq.replay-repository must be #bean:name, a bean of the type"
                                + " org.apache.camel.spi.IdempotentRepository (",
                        "cliq.vertx must be #bean:name, a bean of the type io.vertx.core.Vertx (",
                        "cliq.access-token-supplier must be #bean:name, a bean of the type"
                                + " io.github.camelcliq.client.AccessTokenSupplier (",
                        "cliq.ssl-context-parameters must be #bean:name",
                        "cliq.refresh-token refers to a property that is not set (",
                        "cliq.accounts[eu].refresh-token must name properties as ${...}, not as {{...}} (",
                        "cliq.accounts[us] must be #bean:name, a bean of the type io.github.camelcliq.CliqAccount (",
                        "cliq.accounts[eu].authorization-scheme must be one of bearer, zoho-oauthtoken (")
                .doesNotContain(SECRET);
    }

    /** Spring Boot tries no name below an option whose bean is not there, so it does not know which are misspelt. */
    @Test
    void aBeanThatIsNotThereIsTheOnlyMistakeOfItsOption() {
        String failure = Application.failure(
                Map.of(),
                Map.of(),
                "camel.component.cliq.web-client-options=#nope",
                "camel.component.cliq.web-client-options.max-pol-size=7",
                "camel.component.cliq.accounts[eu]=#nope",
                "camel.component.cliq.accounts[eu].refresh-tokn=" + SECRET);

        assertThat(failure)
                .contains("cliq.web-client-options must be #bean:name", "cliq.accounts[eu] must be #bean:name")
                .doesNotContain("nearest", "max-pol-size", "refresh-tokn", SECRET);
    }

    @Test
    void aBeanAndSingleValuesExcludeEachOther() {
        String failure = Application.failure(
                Map.of(),
                Map.of(),
                "camel.component.cliq.accounts[eu]=#bean:bean",
                "camel.component.cliq.accounts[eu].refresh-token=" + SECRET);

        assertThat(failure)
                .contains(
                        "cliq.accounts[eu].refresh-token cannot be set together with camel.component.cliq.accounts[eu] (")
                .doesNotContain("nearest", SECRET);
    }

    /** No route posts here. */
    @Test
    void aFigureOutOfRangeEndsTheStart() {
        String failure = Application.failure(
                Map.of(),
                Map.of(),
                "camel.component.cliq.posts-per-window=0",
                "camel.component.cliq.accounts[eu].pacing-window=-5s");

        assertThat(failure)
                .contains(
                        "camel.component.cliq: option postsPerWindow must be at least 1",
                        "camel.component.cliq.accounts[eu]: option pacingWindow must be from 1 ms to 24 days");
    }

    @Test
    void aValueThatASetterRefusesIsNotShown() {
        String failure = Application.failure(
                Map.of(),
                Map.of(),
                "camel.component.cliq.web-client-options.keep-alive-timeout=-77777",
                "camel.component.cliq.web-client-options.max-pool-size=7");

        assertThat(failure)
                .contains("cliq.web-client-options.keep-alive-timeout has a value that is refused (")
                .doesNotContain("77777", "max-pool-size");
    }
}
