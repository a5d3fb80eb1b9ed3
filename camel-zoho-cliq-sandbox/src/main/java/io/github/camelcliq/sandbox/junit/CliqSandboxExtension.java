package io.github.camelcliq.sandbox.junit;

import io.github.camelcliq.sandbox.Sandbox;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.opentest4j.TestAbortedException;

/**
 * A sandbox for the tests of a class. It starts on a free port before the first test, is reset before each test, and
 * stops after the last. After a failed test it prints the messages and requests that it got to standard output.
 *
 * <pre>{@code
 * class OrderTest {
 *
 *     @RegisterExtension
 *     static final CliqSandboxExtension CLIQ =
 *             CliqSandboxExtension.builder().sandbox(Sandbox.builder().limits(Limits.OF_CLIQ)).build();
 *
 *     @Test
 *     void paidOrdersArrive() {
 *         // post to CLIQ.baseUrl()
 *         assertThat(CLIQ.sandbox().awaitMessages(1, Duration.ofSeconds(5))).hasSize(1);
 *     }
 * }
 * }</pre>
 *
 * <p>With {@code @ExtendWith(CliqSandboxExtension.class)} the sandbox has the defaults of {@link Sandbox#builder()}. In
 * both cases, constructors, tests, {@code @Before…} and {@code @After…} methods may have a parameter of the type
 * {@link Sandbox}. Nested classes share the sandbox. With a field that is not static, each test has its own sandbox.
 *
 * <p>The extension refuses tests that run at the same time and share a sandbox that is reset before each. Test classes
 * may run at the same time. A reset does not set back the clock of the builder.
 */
public final class CliqSandboxExtension
        implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback, ParameterResolver {

    private static final String RUNNING = "running sandbox";

    private final Namespace namespace = Namespace.create(CliqSandboxExtension.class, this);
    private final Sandbox.Builder builder;
    private final boolean resets;
    private volatile Sandbox sandbox;

    /** Makes an extension with the default sandbox. {@code @ExtendWith} calls it. */
    public CliqSandboxExtension() {
        this(builder());
    }

    private CliqSandboxExtension(Builder choices) {
        this.builder = choices.sandbox;
        this.resets = choices.resets;
    }

    /** Returns a builder of an extension whose sandbox has other settings. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns the running sandbox.
     *
     * @throws IllegalStateException if no test of this extension runs
     */
    public Sandbox sandbox() {
        if (sandbox == null) {
            throw new IllegalStateException("the sandbox runs from before the first @BeforeAll method of its class"
                    + " until after the last @AfterAll method, and in a field that is not static during each test");
        }
        return sandbox;
    }

    /**
     * Returns the URL of the sandbox, such as {@code http://127.0.0.1:49152}.
     *
     * @throws IllegalStateException as {@link #sandbox()}
     */
    public String baseUrl() {
        return sandbox().baseUrl();
    }

    @Override
    public void beforeAll(ExtensionContext testClass) {
        if (running(testClass).isEmpty()) {
            start(testClass);
        }
    }

    @Override
    public void beforeEach(ExtensionContext test) {
        Optional<Sandbox> shared = running(test);
        if (shared.isEmpty()) {
            start(test);
        } else if (resets) {
            refuseConcurrent(test);
            shared.get().goOnline();
            shared.get().reset();
        }
    }

    @Override
    public void afterEach(ExtensionContext test) {
        reportFailure(test);
        stop(test);
    }

    @Override
    public void afterAll(ExtensionContext testClass) {
        reportFailure(testClass);
        stop(testClass);
    }

    /** Returns whether a parameter has the type {@link Sandbox}. */
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Sandbox.class;
    }

    @Override
    public Sandbox resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return sandbox();
    }

    private Optional<Sandbox> running(ExtensionContext context) {
        return Optional.ofNullable(context.getStore(namespace).get(RUNNING, Sandbox.class));
    }

    private synchronized void start(ExtensionContext owner) {
        if (sandbox != null) {
            throw new ExtensionConfigurationException("The sandbox of this field serves another test class at this"
                    + " moment: classes that inherit the field cannot run at the same time.");
        }
        sandbox = builder.start();
        owner.getStore(namespace).put(RUNNING, sandbox);
    }

    /** Stops the sandbox, unless it belongs to an outer context. */
    private synchronized void stop(ExtensionContext owner) {
        Sandbox own = owner.getStore(namespace).remove(RUNNING, Sandbox.class);
        if (own != null) {
            sandbox = null;
            own.close();
        }
    }

    private void reportFailure(ExtensionContext failed) {
        failed.getExecutionException()
                .filter(failure -> !(failure instanceof TestAbortedException))
                .flatMap(failure -> running(failed))
                .ifPresent(cliq -> System.out.print(SandboxReport.of(cliq, failed.getDisplayName())));
    }

    private static void refuseConcurrent(ExtensionContext test) {
        if (test.getExecutionMode() == ExecutionMode.CONCURRENT && isParallel(test)) {
            throw new ExtensionConfigurationException("These tests may run at the same time, but share a sandbox that"
                    + " is reset before each of them. Either annotate the class with @Execution(SAME_THREAD), or make"
                    + " the extension's field an instance field, or build the extension with keptBetweenTests().");
        }
    }

    private static boolean isParallel(ExtensionContext test) {
        return test.getConfigurationParameter("junit.jupiter.execution.parallel.enabled", Boolean::valueOf)
                .orElse(false);
    }

    /** The settings of an extension. */
    public static final class Builder {

        private Sandbox.Builder sandbox = Sandbox.builder();
        private boolean resets = true;

        private Builder() {}

        /** Sets the builder of the sandbox; {@link Sandbox#builder()} without changes by default. */
        public Builder sandbox(Sandbox.Builder choice) {
            this.sandbox = Objects.requireNonNull(choice, "sandbox");
            return this;
        }

        /** Keeps the sandbox as each test leaves it. By default it is reset, and taken online, before each test. */
        public Builder keptBetweenTests() {
            this.resets = false;
            return this;
        }

        /** Returns the extension, for a field with {@code @RegisterExtension}. */
        public CliqSandboxExtension build() {
            return new CliqSandboxExtension(this);
        }
    }
}
