package io.github.camelcliq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.schibsted.spt.data.jslt.Parser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the option template may name, when it is read, and what is said of a template that is wrong. */
class TemplateOptionTest extends CliqTestSupport {

    @TempDir
    Path folder;

    private static void assertPosted(Exchange exchange) {
        assertThat(exchange.getException()).isNull();
    }

    private String refused(String option) {
        Throwable refused = catchThrowable(() -> post("cliq:chat/" + CHAT + "?template=" + option, null, Map.of()));
        assertThat(sandbox.requests()).isEmpty();
        assertThat(refused).as(option).isNotNull().cause().isInstanceOf(IllegalArgumentException.class);
        return refused.getCause().getMessage();
    }

    private CliqComponent component() {
        return context().getComponent("cliq", CliqComponent.class);
    }

    private Path setFolder(String file, String text) throws IOException {
        component().setTemplateFolder(folder.toString());
        return Files.writeString(folder.resolve(file), text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cards/alert.jslt",
                "http://127.0.0.1:1/alert.jslt",
                "https://127.0.0.1:1/alert.jslt",
                "jar:file:x.jar!/alert.jslt",
                "ftp:alert.jslt",
                "resource:classpath:cards/alert.jslt",
                "Classpath:cards/alert.jslt",
                "/etc/alert.jslt",
                "secret"
            })
    void otherSchemesAreRefused(String option) {
        assertThat(refused(option))
                .endsWith("cannot post: option template must be classpath:name.jslt, ref:bean, or file:name.jslt below"
                        + " the templateFolder of the component");
    }

    @Test
    void onlyTemplatesOfTheClassPathAreRead() {
        assertThat(refused("classpath:cards/none.jslt"))
                .contains("option template names classpath:cards/none.jslt, which is not on the class path");
        assertThat(refused("classpath:events/alertmanager.json")).contains("must name a resource that ends in .jslt");
        assertThat(refused("classpath:cards/../cards/alert.jslt")).contains("without ..");
    }

    @Test
    void aFileNeedsTheFolderOfTheComponent() throws IOException {
        Files.writeString(folder.resolve("a.jslt"), "{}");

        assertThat(refused("file:a.jslt")).contains("set camel.component.cliq.template-folder to the folder");
        assertThat(refused("file:" + folder.resolve("a.jslt"))).contains("set camel.component.cliq.template-folder");
    }

    @Test
    void aFileStaysBelowTheFolder() throws IOException {
        Path inside = Files.createDirectory(folder.resolve("inside"));
        Files.writeString(folder.resolve("outside.jslt"), "{}");
        Files.createSymbolicLink(inside.resolve("link.jslt"), folder.resolve("outside.jslt"));
        Files.createSymbolicLink(inside.resolve("up"), folder);
        Files.writeString(inside.resolve("good.jslt"), "{\"text\": \"good\"}");
        Files.createSymbolicLink(inside.resolve("mounted.jslt"), Path.of("good.jslt"));
        Files.writeString(inside.resolve("secret.txt"), "secret");
        component().setTemplateFolder(inside.toString());

        assertThat(refused("file:../outside.jslt")).contains("without ..");
        assertThat(refused("file:x/../../outside.jslt")).contains("without ..");
        assertThat(refused("file:" + inside.resolve("good.jslt"))).contains("by its path from the templateFolder");
        assertThat(refused("file:///" + inside.resolve("good.jslt"))).contains("by its path from the templateFolder");
        assertThat(refused("file:link.jslt")).contains("is outside the templateFolder");
        assertThat(refused("file:up/outside.jslt")).contains("is outside the templateFolder");
        assertThat(refused("file:secret.txt")).contains("ends in .jslt");
        assertThat(refused("file:none.jslt")).contains("file:none.jslt, which cannot be read");
        assertPosted(post("cliq:chat/" + CHAT + "?template=file:good.jslt", null, Map.of()));
        assertPosted(post("cliq:chat/" + CHAT + "?template=file:mounted.jslt", null, Map.of()));
    }

    @Test
    void aFileIsReadOnceUnlessTheComponentSaysOtherwise() throws IOException {
        setFolder("a.jslt", "{\"text\": \"first\"}");
        String once = "cliq:chat/" + CHAT + "?template=file:a.jslt";
        assertPosted(post(once, null, Map.of()));
        component().setTemplateReload(true);
        String again = once + "&ordered=false";
        assertPosted(post(again, null, Map.of()));

        setFolder("a.jslt", "{\"text\": \"the second\"}");
        assertPosted(post(once, null, Map.of()));
        assertPosted(post(again, null, Map.of()));
        try (CapturedLog log = new CapturedLog("io.github.camelcliq", Level.WARN)) {
            setFolder("a.jslt", "{\"text\": ");
            assertPosted(post(again, null, Map.of()));
            assertPosted(post(again, null, Map.of()));
            setFolder("a.jslt", "{\"text\": 123456789012345678901234567890}");
            assertPosted(post(again, null, Map.of()));
            setFolder("a.jslt", "{\"text\": 9 / 0}");
            assertPosted(post(again, null, Map.of()));
            Files.delete(folder.resolve("a.jslt"));
            assertPosted(post(again, null, Map.of()));
            assertPosted(post(again, null, Map.of()));
            assertThat(log.lines())
                    .filteredOn(line -> line.contains("stays as it was"))
                    .hasSize(4);
        }
        setFolder("a.jslt", "{\"text\": \"the third one\"}");
        assertPosted(post(again, null, Map.of()));

        assertThat(sandbox.messages())
                .extracting(message -> tree(message.json()).get("text").textValue())
                .containsExactly(
                        "first",
                        "first",
                        "first",
                        "the second",
                        "the second",
                        "the second",
                        "the second",
                        "the second",
                        "the second",
                        "the second",
                        "the third one");
    }

    @Test
    void aCopyWithTheTimeAndTheSizeOfTheFileBeforeIsReadToo() throws IOException {
        component().setTemplateReload(true);
        Path file = setFolder("a.jslt", "{\"text\": \"old\"}");
        String uri = "cliq:chat/" + CHAT + "?template=file:a.jslt";
        assertPosted(post(uri, null, Map.of()));

        Path copy = setFolder("b.jslt", "{\"text\": \"new\"}");
        Files.setLastModifiedTime(copy, Files.getLastModifiedTime(file));
        Files.move(copy, file, StandardCopyOption.REPLACE_EXISTING);
        assertPosted(post(uri, null, Map.of()));

        assertThat(sandbox.messages())
                .extracting(message -> tree(message.json()).get("text").textValue())
                .containsExactly("old", "new");
    }

    @Test
    void aFileMayBeginWithAByteOrderMark() throws IOException {
        setFolder("a.jslt", "\uFEFF{\"text\": \"written on Windows\"}");

        assertPosted(post("cliq:chat/" + CHAT + "?template=file:a.jslt", null, Map.of()));

        assertThat(posted()).isEqualTo(json("{'text':'written on Windows'}"));
    }

    @Test
    void aTextWithALongNumberIsNotQuoted() {
        context().getRegistry().bind("pin", "12345678901234567890123");

        assertThat(refused("ref:pin")).contains("is no JSLT template").doesNotContain("1234567890");
    }

    @Test
    void aBeanIsATextOrAnExpression() {
        context().getRegistry().bind("compiled", Parser.compileString("{\"text\": \"compiled\"}"));
        context().getRegistry().bind("map", Map.of("password", "sesame"));
        context().getRegistry().bind("text", "sesame");

        assertPosted(post("cliq:chat/" + CHAT + "?template=ref:compiled", null, Map.of()));
        assertThat(posted()).isEqualTo(json("{'text':'compiled'}"));
        sandbox.reset();

        assertThat(refused("ref:none")).contains("option template names ref:none, which is not in the registry");
        assertThat(refused("ref:map"))
                .contains("ref:map is a java.util.ImmutableCollections")
                .contains("and must be a text or a com.schibsted.spt.data.jslt.Expression")
                .doesNotContain("sesame");
        assertThat(refused("ref:text"))
                .contains("ref:text is no JSLT template (line 1, column 6)")
                .doesNotContain("sesame");
    }

    @Test
    void aMistakeIsFoundAtTheStartWithFileLineAndWhatWasExpected() throws IOException {
        setFolder("a.jslt", "{\n  \"text\": .a +\n}");
        assertThat(refused("file:a.jslt"))
                .contains("option template file:a.jslt is no JSLT template (line 3, column 1: }): Parse error:"
                        + " Encountered \" \"}\" \"} \"\" Was expecting one of: <INTEGER> <DECIMAL> <STRING>");
        setFolder("b.jslt", "{\n  \"text\": shout(.a)\n}");
        assertThat(refused("file:b.jslt"))
                .contains("file:b.jslt is no JSLT template (line 2, column 11: \"text\": shout(.a)): No such function:"
                        + " 'shout'");
        setFolder("c.jslt", "{\"text\": 'a'}");
        assertThat(refused("file:c.jslt"))
                .contains(
                        "file:c.jslt is no JSLT template (line 1, column 10: {\"text\": 'a'}): Parse error: Lexical error");
        setFolder("d.jslt", "import \"b.jslt\" as b\n{\"text\": b(.)}");
        assertThat(refused("file:d.jslt"))
                .contains("a template cannot import another")
                .contains("b.jslt");
        setFolder("e.jslt", "[".repeat(50_000));
        assertThat(refused("file:e.jslt")).contains("file:e.jslt is nested too deep");
        setFolder("f.jslt", "\n");
        assertThat(refused("file:f.jslt")).contains("option template file:f.jslt is empty");
        setFolder("g.jslt", "{\"text\": 9 / 0}");
        assertThat(refused("file:g.jslt")).contains("java.lang.ArithmeticException: / by zero");
    }
}
