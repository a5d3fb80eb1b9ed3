package io.github.camelcliq.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page's files are all that is to be had, whatever way there is asked for another. */
class PathTraversalTest {

    @RegisterExtension
    static final SoundSandbox SANDBOX = new SoundSandbox();

    @Test
    void thePageIsThere() throws Exception {
        assertThat(SANDBOX.send(RawConnection.request("GET", "/page/index.html", ""))
                        .status())
                .isEqualTo(200);
        assertThat(getClass().getResource("judging/message.schema.json"))
                .as("what the next test asks for")
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/page/../judging/message.schema.json",
                "/page/./../judging/message.schema.json",
                "/page/app/../../judging/message.schema.json",
                "/page/%2e%2e/judging/message.schema.json",
                "/page/%2E%2E%2Fjudging%2Fmessage.schema.json",
                "/page/..%2fjudging%2fmessage.schema.json",
                "/page/%252e%252e/judging/message.schema.json",
                "/page/..%252fjudging%252fmessage.schema.json",
                "/page/..\\judging\\message.schema.json",
                "/page/..%5cjudging%5cmessage.schema.json",
                "/page/..%255cjudging%255cmessage.schema.json",
                "/page/....//judging/message.schema.json",
                "/page/..;/judging/message.schema.json",
                "/page/%c0%ae%c0%ae/judging/message.schema.json",
                "/page/%uff0e%uff0e/judging/message.schema.json",
                "/page/../Sandbox.class",
                "/page/../index.html",
                "/page//index.html",
                "/page/index.html/",
                "/page/index.html%00",
                "/page/index.html%00.js",
                "/page/index.html::$DATA",
                "/page/.hidden.html",
                "/page/",
                "/page",
                "/page/app",
                "/page//etc/passwd",
                "/page/../../../../../../etc/passwd",
                "/page/%2e%2e/%2e%2e/%2e%2e/%2e%2e/%2e%2e/%2e%2e/etc/passwd",
                "/page/file:///etc/passwd",
                "/page/C:/Windows/win.ini",
                "/../../etc/passwd",
                "/etc/passwd",
                "/META-INF/MANIFEST.MF",
                "/sandbox/../../etc/passwd",
                "/sandbox/%2e%2e/page/../judging/message.schema.json",
                "http://localhost/page/../judging/message.schema.json",
                "//localhost/page/../judging/message.schema.json"
            })
    void nothingElseIs(String path) throws Exception {
        RawConnection.RawAnswer answer = SANDBOX.send(RawConnection.request("GET", path, ""));

        assertThat(answer.status()).isIn(400, 404);
        assertThat(answer.body())
                .isIn("{\"message\":\"No such resource.\"}", "{\"message\":\"The URL is malformed.\"}");
    }
}
