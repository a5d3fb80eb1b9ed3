package io.github.camelcliq.sandbox.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.instanceOf;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import io.github.camelcliq.sandbox.Sandbox;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ConnectException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/** What the extension does for the tests of a class: each example below is run by JUnit itself. */
class CliqSandboxExtensionTest {

    private static final List<Sandbox> SEEN = new CopyOnWriteArrayList<>();

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @BeforeEach
    void forget() {
        SEEN.clear();
    }

    @Test
    void oneSandboxServesAClassAndIsResetBeforeEachTest() {
        testsOf(SharedExample.class)
                .assertStatistics(tests -> tests.succeeded(2).failed(0));

        assertThat(Set.copyOf(SEEN)).hasSize(1);
        assertThat(SEEN).allMatch(CliqSandboxExtensionTest::isClosed);
    }

    static class SharedExample {

        @RegisterExtension
        static final CliqSandboxExtension CLIQ = CliqSandboxExtension.builder()
                .sandbox(Sandbox.builder().accessToken("own-token"))
                .build();

        @BeforeAll
        static void itRunsAlready() {
            SEEN.add(CLIQ.sandbox());
        }

        @BeforeEach
        void everythingIsAsAfterTheStart() {
            SEEN.add(CLIQ.sandbox());
            assertThat(CLIQ.sandbox().messages()).isEmpty();
            assertThat(CLIQ.baseUrl()).isEqualTo(CLIQ.sandbox().baseUrl());
        }

        @Test
        void oneTestPosts() {
            postAndGoOffline();
        }

        @Test
        void anotherPostsToo() {
            postAndGoOffline();
        }

        private static void postAndGoOffline() {
            assertThat(Posts.post(CLIQ.baseUrl(), "own-token", "{\"text\": \"Hello\"}"))
                    .isEqualTo(204);
            assertThat(CLIQ.sandbox().messages()).hasSize(1);
            CLIQ.sandbox().goOffline();
        }

        @AfterAll
        static void itStillRuns() {
            assertThat(CLIQ.sandbox().messages()).hasSize(1);
        }
    }

    @Test
    void aFieldThatIsNotStaticGivesEachTestItsOwn() {
        testsOf(OwnExample.class).assertStatistics(tests -> tests.succeeded(2).failed(0));

        assertThat(Set.copyOf(SEEN)).hasSize(2);
        assertThat(SEEN).allMatch(CliqSandboxExtensionTest::isClosed);
    }

    static class OwnExample {

        @RegisterExtension
        final CliqSandboxExtension cliq = new CliqSandboxExtension();

        @Test
        void one() {
            SEEN.add(cliq.sandbox());
        }

        @Test
        void another() {
            SEEN.add(cliq.sandbox());
        }
    }

    @Test
    void withoutAFieldItIsAParameter() {
        testsOf(ParameterExample.class)
                .assertStatistics(tests -> tests.succeeded(2).failed(0));

        assertThat(SEEN).hasSize(6);
        assertThat(Set.copyOf(SEEN)).hasSize(1);
        assertThat(SEEN).allMatch(CliqSandboxExtensionTest::isClosed);
    }

    @ExtendWith(CliqSandboxExtension.class)
    static class ParameterExample {

        ParameterExample(Sandbox cliq) {
            SEEN.add(cliq);
        }

        @BeforeAll
        static void beforeAll(Sandbox cliq) {
            SEEN.add(cliq);
        }

        @AfterAll
        static void afterAll(Sandbox cliq) {
            SEEN.add(cliq);
        }

        @Test
        void test(Sandbox cliq) {
            SEEN.add(cliq);
        }

        @Nested
        class Inside {

            @Test
            void nestedTest(Sandbox cliq) {
                SEEN.add(cliq);
            }
        }
    }

    @Test
    void nestedClassesShareItAndItIsResetThereToo() {
        testsOf(NestedExample.class)
                .assertStatistics(tests -> tests.succeeded(3).failed(0));

        assertThat(Set.copyOf(SEEN)).hasSize(1);
        assertThat(SEEN).hasSize(3).allMatch(CliqSandboxExtensionTest::isClosed);
    }

    static class NestedExample {

        @RegisterExtension
        static final CliqSandboxExtension CLIQ = new CliqSandboxExtension();

        @BeforeEach
        void nothingIsThereYet() {
            assertThat(CLIQ.sandbox().messages()).isEmpty();
        }

        @AfterEach
        void post() {
            SEEN.add(CLIQ.sandbox());
            Posts.post(CLIQ.baseUrl(), "{\"text\": \"Hello\"}");
        }

        @Test
        void outside() {}

        @Nested
        class Inside {

            @Test
            void inside() {}

            @Nested
            class Innermost {

                @Test
                void innermost() {}
            }
        }
    }

    @Test
    void aClassMayKeepWhatTestsLeave() {
        testsOf(KeptExample.class).assertStatistics(tests -> tests.succeeded(2).failed(0));
    }

    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class KeptExample {

        @RegisterExtension
        static final CliqSandboxExtension CLIQ =
                CliqSandboxExtension.builder().keptBetweenTests().build();

        @Test
        @Order(1)
        void first() {
            Posts.post(CLIQ.baseUrl(), "{\"text\": \"Hello\"}");
        }

        @Test
        @Order(2)
        void second() {
            assertThat(CLIQ.sandbox().messages()).hasSize(1);
        }
    }

    @Test
    void whatItGotIsPrintedWhenATestFails() {
        testsOf(FailingExample.class)
                .assertStatistics(tests -> tests.failed(1).succeeded(1).aborted(1));

        assertThat(printed())
                .containsOnlyOnce(" failed. The local Cliq at http://127.0.0.1:")
                .startsWith("fails(Sandbox) failed.")
                .contains(
                        " has accepted 1 message, and got",
                        "  2 posts:",
                        "  204  POST /api/v2/chats/CT_1/messages\n",
                        "{\"text\": \"Hello\"}\n",
                        "  400  POST /api/v2/chats/CT_1/messages\n",
                        "! /text: is required\n",
                        "! /buttons/0/label: is required\n")
                .doesNotContain("sandbox-token", "passes()", "is skipped");
    }

    @ExtendWith(CliqSandboxExtension.class)
    static class FailingExample {

        @Test
        void fails(Sandbox cliq) {
            Posts.post(cliq.baseUrl(), "{\"text\": \"Hello\"}");
            Posts.post(cliq.baseUrl(), "{\"buttons\": [{}]}");
            throw new AssertionError("wrong");
        }

        @Test
        void passes(Sandbox cliq) {
            Posts.post(cliq.baseUrl(), "{\"text\": \"passes()\"}");
        }

        @Test
        void isSkipped(Sandbox cliq) {
            Posts.post(cliq.baseUrl(), "{\"text\": \"is skipped\"}");
            Assumptions.abort("not today");
        }
    }

    @Test
    void itIsPrintedWhereThePreparationFails() {
        run(FailingPreparation.class).containerEvents().assertStatistics(containers -> containers.failed(1));

        assertThat(printed()).contains("failed. The local Cliq at").contains("{\"text\": \"prepared\"}");
    }

    @ExtendWith(CliqSandboxExtension.class)
    static class FailingPreparation {

        @BeforeAll
        static void prepare(Sandbox cliq) {
            Posts.post(cliq.baseUrl(), "{\"text\": \"prepared\"}");
            throw new IllegalStateException("no");
        }

        @Test
        void neverRuns() {}
    }

    @Test
    void testsThatRunAtTheSameTimeAreRefusedASharedSandbox() {
        inParallel(ConcurrentExample.class)
                .testEvents()
                .assertThatEvents()
                .haveExactly(
                        2,
                        finishedWithFailure(
                                instanceOf(ExtensionConfigurationException.class),
                                message(text -> text.contains("@Execution(SAME_THREAD)"))));
    }

    @Test
    void butNotWhereJUnitRunsOneAfterAnother() {
        testsOf(ConcurrentExample.class)
                .assertStatistics(tests -> tests.succeeded(2).failed(0));
    }

    @Execution(ExecutionMode.CONCURRENT)
    static class ConcurrentExample {

        @RegisterExtension
        static final CliqSandboxExtension CLIQ = new CliqSandboxExtension();

        @Test
        void one() {
            assertThat(CLIQ.sandbox().messages()).isEmpty();
        }

        @Test
        void another() {
            assertThat(CLIQ.sandbox().messages()).isEmpty();
        }
    }

    @Test
    void testsThatRunAtTheSameTimeMayHaveOneEach() {
        inParallel(ConcurrentOwnExample.class)
                .testEvents()
                .assertStatistics(tests -> tests.succeeded(2).failed(0));

        assertThat(new HashSet<>(SEEN)).hasSize(2).allMatch(CliqSandboxExtensionTest::isClosed);
    }

    @Execution(ExecutionMode.CONCURRENT)
    static class ConcurrentOwnExample {

        @RegisterExtension
        final CliqSandboxExtension cliq = new CliqSandboxExtension();

        @Test
        void one() {
            SEEN.add(cliq.sandbox());
        }

        @Test
        void another() {
            SEEN.add(cliq.sandbox());
        }
    }

    @Test
    void outsideOfTestsThereIsNone() {
        assertThatIllegalStateException().isThrownBy(() -> new CliqSandboxExtension().sandbox());
        assertThatIllegalStateException().isThrownBy(() -> new CliqSandboxExtension().baseUrl());
    }

    private Events testsOf(Class<?> example) {
        return run(example).testEvents();
    }

    private EngineExecutionResults inParallel(Class<?> example) {
        return run(EngineTestKit.engine("junit-jupiter")
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .configurationParameter("junit.jupiter.execution.parallel.config.fixed.parallelism", "2")
                .selectors(selectClass(example)));
    }

    private EngineExecutionResults run(Class<?> example) {
        return run(EngineTestKit.engine("junit-jupiter").selectors(selectClass(example)));
    }

    private EngineExecutionResults run(EngineTestKit.Builder tests) {
        PrintStream standardOutput = System.out;
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            return tests.execute();
        } finally {
            System.setOut(standardOutput);
        }
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    }

    private static boolean isClosed(Sandbox sandbox) {
        try (Socket open = new Socket("127.0.0.1", sandbox.port())) {
            return !open.isConnected();
        } catch (ConnectException refused) {
            return true;
        } catch (IOException other) {
            throw new AssertionError(other);
        }
    }
}
