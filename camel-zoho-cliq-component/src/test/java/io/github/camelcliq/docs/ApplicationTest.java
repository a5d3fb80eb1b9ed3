package io.github.camelcliq.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcliq.sandbox.ReceivedMessage;
import io.github.camelcliq.sandbox.Sandbox;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.apache.camel.main.Main;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The complete application of the guide: its route posts, and its pom names what this project is built with. */
class ApplicationTest {

    private static final Page GUIDE = Page.of("index.md");

    @Test
    void itsRoutePostsWithItsProperties() throws Exception {
        try (Sandbox cliq = Sandbox.builder().start()) {
            Main application = new Main();
            application.setInitialProperties(properties());
            application.addOverrideProperty("camel.component.cliq.base-url", cliq.baseUrl());
            application.start();
            try {
                PluginHelper.getRoutesLoader(application.getCamelContext())
                        .loadRoutes(ResourceHelper.fromString("greeting.yaml", only("yaml")));

                assertThat(cliq.awaitMessages(1, Duration.ofMinutes(1)))
                        .extracting(ReceivedMessage::target)
                        .containsExactly("announcements");
            } finally {
                application.stop();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "//properties/camel.version, //properties/camel.version",
        "//properties/maven.compiler.release, //properties/maven.compiler.release",
        "//dependency[artifactId='camel-zoho-cliq-component']/version, /project/version",
        "//dependency[artifactId='netty-bom']/version, //properties/netty.version",
        "//dependency[artifactId='slf4j-simple']/version, //properties/slf4j.version",
        "//plugin[artifactId='maven-resources-plugin']/version, //properties/resources.plugin.version",
        "//plugin[artifactId='maven-compiler-plugin']/version, //properties/compiler.plugin.version",
        "//plugin[artifactId='exec-maven-plugin']/version, //properties/exec.plugin.version"
    })
    void itsPomNamesTheVersionsOfThisProject(String itsOwn, String ours) throws Exception {
        assertThat(texts(only("xml"), itsOwn)).hasSize(1).isEqualTo(texts(pom(".."), ours));
    }

    /** The first block of the page is for Maven, the second for Spring Boot. */
    @ParameterizedTest
    @CsvSource({
        "0, //dependency[artifactId='netty-bom']/version, //properties/netty.version",
        "0, //dependency[artifactId='jackson-bom']/version, //properties/jackson.version",
        "0, //dependency[artifactId='slf4j-bom']/version, //properties/slf4j.version",
        "0, //dependency[artifactId='log4j-bom']/version, //properties/log4j.version",
        "0, //dependency[artifactId='snakeyaml']/version, //properties/snakeyaml.version",
        "0, //dependency[artifactId='vertx-dependencies']/version, //properties/vertx.version",
        "0, //dependency[artifactId='camel-bom']/version, //properties/camel.version",
        "1, /properties/netty.version, //properties/netty.version",
        "1, /properties/jackson-bom.version, //properties/jackson.version"
    })
    void thePageOfVersionsPinsThoseOfThisProject(int block, String pinned, String ours) throws Exception {
        String pins = Page.of("versions.md").code("xml").get(block);

        assertThat(texts(pins, pinned)).hasSize(1).isEqualTo(texts(pom(".."), ours));
    }

    @ParameterizedTest
    @CsvSource({
        "//dependency[artifactId='camel-zoho-cliq-sandbox']/version, /project/version",
        "//dependency[artifactId='assertj-core']/version, //properties/assertj.version",
        "//plugin[artifactId='maven-surefire-plugin']/version, //properties/surefire.plugin.version"
    })
    void thePageOfTheLocalCliqNamesTheVersionsOfThisProject(String named, String ours) throws Exception {
        String blocks = String.join("", Page.of("sandbox.md").code("xml"));

        assertThat(texts("<page>" + blocks + "</page>", named)).hasSize(1).isEqualTo(texts(pom(".."), ours));
    }

    @ParameterizedTest
    @CsvSource({
        "//dependency[artifactId='camel-zoho-cliq-starter']/version, /project/version",
        "//dependency[artifactId='camel-spring-boot-bom']/version, //properties/camel.version"
    })
    void thePageOfSpringBootNamesTheVersionsOfThisProject(String named, String ours) throws Exception {
        String blocks = String.join("", Page.of("spring-boot.md").code("xml"));

        assertThat(texts("<page>" + blocks + "</page>", named)).hasSize(1).isEqualTo(texts(pom(".."), ours));
    }

    /** Every build runs the examples, which log by other means. */
    @Test
    void itsPomNamesTheArtifactsThatTheExamplesRunOn() throws Exception {
        String dependencies = "/project/dependencies/dependency[artifactId != 'slf4j-simple']/artifactId";

        assertThat(texts(only("xml"), dependencies))
                .hasSize(4)
                .isSubsetOf(texts(pom("../camel-zoho-cliq-examples"), dependencies));
    }

    private static Properties properties() throws IOException {
        Properties properties = new Properties();
        properties.load(new StringReader(only("properties")));
        return properties;
    }

    /** What stands in the guide's one block of a language. */
    private static String only(String language) {
        assertThat(GUIDE.code(language)).hasSize(1);
        return GUIDE.code(language).get(0);
    }

    private static String pom(String folder) throws IOException {
        return Files.readString(Path.of(folder, "pom.xml"));
    }

    /** Read without namespaces, so that a path is made of plain names. */
    private static List<String> texts(String xml, String path) throws Exception {
        Document pom =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
        NodeList found = (NodeList) XPathFactory.newInstance().newXPath().evaluate(path, pom, XPathConstants.NODESET);
        return IntStream.range(0, found.getLength())
                .mapToObj(at -> found.item(at).getTextContent())
                .toList();
    }
}
