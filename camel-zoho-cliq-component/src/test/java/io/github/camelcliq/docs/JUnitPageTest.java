package io.github.camelcliq.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The test that the guide shows is whole: it compiles as it is printed. That it passes is seen as it runs here. */
class JUnitPageTest {

    @TempDir
    Path project;

    @Test
    void theTestOfThePageCompilesAsPrinted() throws Exception {
        String printed = Page.of("sandbox.md").code("java").get(0);
        Path source = Files.writeString(project.resolve("SandboxExampleTest.java"), printed);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();

        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            List<String> options = List.of("-d", project.toString(), "-proc:none");
            boolean compiled = compiler.getTask(said, files, null, options, null, files.getJavaFileObjects(source))
                    .call();

            assertThat(compiled).as(said.toString()).isTrue();
        }
    }
}
