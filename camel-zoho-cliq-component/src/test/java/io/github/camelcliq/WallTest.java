package io.github.camelcliq;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.onlyHaveDependenciesWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.GeneralCodingRules;
import io.vertx.core.impl.VertxImpl;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The walls between the rooms of the house, and what no room may do. */
class WallTest {

    private static final String ROOT = "io.github.camelcliq";

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(new ImportOption.DoNotIncludeJars())
            .withImportOption(location -> !location.contains("camel-zoho-cliq-sandbox"))
            .importPackages(ROOT);

    private static final String INTERNAL = ROOT + ".internal.";

    /** What each room may import besides Java and itself: the rooms below it, and libraries. */
    private static final Map<String, List<String>> ROOMS = Map.ofEntries(
            entry(ROOT + ".message", List.of("com.fasterxml.jackson..")),
            entry(ROOT + ".message.json", List.of(ROOT + ".message", "com.fasterxml.jackson..")),
            entry(ROOT + ".message.rules", List.of(ROOT + ".message", ROOT + ".message.json")),
            entry(ROOT + ".webhook..", List.of(ROOT + ".message..", "com.fasterxml.jackson..")),
            entry(ROOT + ".client..", List.of()),
            entry(INTERNAL + "http..", List.of("io.vertx..")),
            entry(INTERNAL + "pacing..", List.of("io.vertx..", "org.slf4j..")),
            entry(
                    INTERNAL + "store..",
                    List.of(INTERNAL + "http..", INTERNAL + "pacing..", "io.vertx..", "org.slf4j..")),
            entry(
                    INTERNAL + "client..",
                    List.of(
                            INTERNAL + "http..",
                            INTERNAL + "pacing..",
                            ROOT + ".client..",
                            ROOT + ".message",
                            "io.vertx..",
                            "com.fasterxml.jackson..",
                            "org.slf4j..")),
            entry(
                    INTERNAL + "account..",
                    List.of(
                            ROOT,
                            INTERNAL + "client..",
                            INTERNAL + "http..",
                            INTERNAL + "pacing..",
                            INTERNAL + "store..",
                            ROOT + ".client..",
                            ROOT + ".message..",
                            "io.vertx..",
                            "javax.net.ssl..",
                            "org.apache.camel..",
                            "org.slf4j..")),
            entry(
                    INTERNAL + "post..",
                    List.of(
                            ROOT,
                            INTERNAL + "account..",
                            ROOT + ".client..",
                            ROOT + ".message..",
                            ROOT + ".webhook..",
                            "io.vertx.core.buffer..",
                            "com.fasterxml.jackson..",
                            "com.schibsted.spt.data.jslt..",
                            "org.apache.camel..",
                            "org.slf4j..")),
            entry(
                    INTERNAL + "click..",
                    List.of(
                            ROOT,
                            INTERNAL + "account..",
                            INTERNAL + "post..",
                            INTERNAL + "pacing..",
                            ROOT + ".webhook..",
                            ROOT + ".message..",
                            "com.fasterxml.jackson..",
                            "org.apache.camel..",
                            "org.slf4j..")),
            // the Endpoint DSL, made by Camel's generator
            entry(
                    ROOT + ".dsl",
                    List.of(ROOT, ROOT + ".client..", ROOT + ".message..", "org.apache.camel..", "javax.annotation..")),
            entry(
                    ROOT,
                    List.of(
                            ROOT + "..",
                            "com.fasterxml.jackson..",
                            "io.vertx..",
                            "org.apache.camel..",
                            "org.slf4j..")));

    /** The imports that go up, by the class that has them. */
    private static final Map<String, String> EXCEPTIONS = Map.of(
            // by these annotations of the model any Jackson mapper finds the reader and the writer of messages
            ROOT + ".message.CliqMessage", ROOT + ".message.json.CliqMessageDeserializer",
            ROOT + ".message.MessagePart", ROOT + ".message.json.MessagePartSerializer");

    static Stream<String> rooms() {
        return ROOMS.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void importsOnlyGoDown(String room) {
        List<String> allowed = new ArrayList<>(ROOMS.get(room));
        allowed.addAll(List.of(room, "java.."));
        DescribedPredicate<JavaClass> below = resideInAnyPackage(allowed.toArray(String[]::new));
        classes()
                .that()
                .resideInAPackage(room)
                .should(onlyHaveDependenciesWhere(DescribedPredicate.describe(
                        "the target is in one of " + allowed,
                        dependency -> below.test(dependency.getTargetClass()) || isException(dependency))))
                .check(MAIN);
    }

    private static boolean isException(Dependency dependency) {
        return dependency
                .getTargetClass()
                .getName()
                .equals(EXCEPTIONS.get(dependency.getOriginClass().getName()));
    }

    @Test
    void onlyTheRoomsOfTheHouseExist() {
        classes()
                .should()
                .resideInAnyPackage(ROOMS.keySet().toArray(String[]::new))
                .check(MAIN);
    }

    /** To the root the rooms inside look for options, constants, enums and exceptions. */
    @Test
    void noRoomInsideKnowsWhatCamelSees() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".internal..")
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "are in the root and neither options nor constants, enums or exceptions",
                        WallTest::isSeenByCamel))
                .check(MAIN);
    }

    private static boolean isSeenByCamel(JavaClass type) {
        return type.getPackageName().equals(ROOT)
                && !type.isEnum()
                && !type.isAssignableTo(Exception.class)
                && !Set.of("CliqAccount", "CliqConfiguration", "CliqConstants").contains(type.getSimpleName());
    }

    /** The inside of a library changes without notice. */
    @Test
    void noClassKnowsTheInsideOfALibrary() {
        noClasses()
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "are in a package impl or internal of a library, or of Netty", WallTest::isInsideALibrary))
                .check(MAIN);
    }

    private static boolean isInsideALibrary(JavaClass type) {
        String name = type.getPackageName();
        return !name.startsWith(ROOT) && (name.matches(".*\\.(impl|internal)(\\..*)?") || name.startsWith("io.netty"));
    }

    @Test
    void theInsideOfALibraryWouldBeFound() {
        JavaClasses guilty = new ClassFileImporter().importClasses(VertxImpl.class, DefaultCamelContext.class);
        assertThat(guilty).allMatch(WallTest::isInsideALibrary);
    }

    @Test
    void nothingWaits() {
        noClasses()
                .should()
                .callMethodWhere(DescribedPredicate.describe("it blocks the calling thread", WallTest::blocks))
                .check(MAIN);
    }

    @Test
    void nothingPrints() {
        GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(MAIN);
        noClasses().should().callMethod(Throwable.class, "printStackTrace").check(MAIN);
    }

    @Test
    void classesHaveNamesOfTheField() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".dsl")
                .should()
                .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl)(\\$.*)?")
                .check(MAIN);
    }

    /** Calls after which a thread goes on only once something else has happened. */
    private static boolean blocks(JavaAccess<?> call) {
        JavaClass owner = call.getTargetOwner();
        String method = call.getTarget().getName();
        return owner.isEquivalentTo(Thread.class)
                        && Set.of("sleep", "join", "onSpinWait").contains(method)
                || method.equals("wait")
                || owner.isEquivalentTo(TimeUnit.class) && method.startsWith("sleep")
                || owner.isEquivalentTo(LockSupport.class) && method.startsWith("park")
                || owner.isAssignableTo(Future.class)
                        && Set.of("get", "join", "resultNow").contains(method)
                || owner.isAssignableTo(CompletableFuture.class) && method.equals("join")
                || owner.isAssignableTo(CountDownLatch.class) && method.equals("await")
                || owner.isAssignableTo(CyclicBarrier.class) && method.equals("await")
                || owner.isAssignableTo(Condition.class) && method.startsWith("await")
                || owner.isAssignableTo(Semaphore.class) && method.startsWith("acquire")
                || owner.isAssignableTo(BlockingQueue.class)
                        && Set.of("put", "take").contains(method)
                || owner.isAssignableTo(ExecutorService.class)
                        && Set.of("invokeAll", "invokeAny", "awaitTermination").contains(method)
                || owner.isAssignableTo(io.vertx.core.Future.class)
                        && Set.of("await", "toCompletionStage").contains(method)
                || owner.getPackageName().startsWith("java.net")
                        && Set.of("openConnection", "openStream", "connect").contains(method)
                || owner.isAssignableTo(ProducerTemplate.class);
    }

    @Test
    void aCallThatWaitsWouldBeFound() {
        JavaClasses guilty = new ClassFileImporter().importClasses(Guilty.class);
        assertThatThrownBy(() -> noClasses()
                        .should()
                        .callMethodWhere(DescribedPredicate.describe("it blocks", WallTest::blocks))
                        .check(guilty))
                .isInstanceOf(AssertionError.class)
                .satisfies(found -> {
                    for (Method method : Guilty.class.getDeclaredMethods()) {
                        if (!method.isSynthetic()) {
                            assertThat(found).hasMessageContaining(method.getName() + "(");
                        }
                    }
                });
    }

    /** One call that waits in each method. */
    private static final class Guilty {

        void sleeps() throws Exception {
            Thread.sleep(1);
        }

        Object gets(Future<?> future) throws Exception {
            return future.get();
        }

        Object joins(CompletableFuture<?> future) {
            return future.join();
        }

        Object getsOfVertx(io.vertx.core.Future<?> future) throws Exception {
            return future.toCompletionStage().toCompletableFuture().get();
        }

        void awaits(CountDownLatch latch) throws Exception {
            latch.await();
        }

        void takes(LinkedBlockingQueue<?> queue) throws Exception {
            queue.take();
        }

        void waits() throws Exception {
            synchronized (this) {
                wait();
            }
        }
    }
}
