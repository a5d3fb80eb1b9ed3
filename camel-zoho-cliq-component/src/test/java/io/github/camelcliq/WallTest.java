package io.github.camelcliq;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.lang.reflect.Method;
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
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.Test;

/** The walls between the rooms of the house, and what no room may do. */
class WallTest {

    private static final String ROOT = "io.github.camelcliq";

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(new ImportOption.DoNotIncludeJars())
            .withImportOption(location -> !location.contains("camel-zoho-cliq-sandbox"))
            .importPackages(ROOT);

    @Test
    void theMessageKnowsNothingButJavaAndJackson() {
        classes()
                .that()
                .resideInAPackage(ROOT + ".message..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(ROOT + ".message..", "java..", "com.fasterxml.jackson.."))
                .check(MAIN);
    }

    @Test
    void theClientKnowsTheMessageAndVertxButNoCamel() {
        classes()
                .that()
                .resideInAPackage(ROOT + ".client..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        ROOT + ".client..",
                        ROOT + ".message..",
                        "java..",
                        "io.vertx..",
                        "io.netty.handler.codec",
                        "com.fasterxml.jackson..",
                        "org.slf4j.."))
                .check(MAIN);
    }

    @Test
    void theWebhookKnowsTheMessageAndJacksonButNoCamelAndNoVertx() {
        classes()
                .that()
                .resideInAPackage(ROOT + ".webhook..")
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage(ROOT + ".webhook..", ROOT + ".message", "java..", "com.fasterxml.jackson.."))
                .check(MAIN);
    }

    /** What Vert.x is made of is Vert.x's: the pom does not name it, and another version may bring another. */
    @Test
    void whatCamelSeesKnowsCamelVertxJacksonAndTheRoomsBelow() {
        classes()
                .that()
                .resideInAPackage(ROOT)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        ROOT,
                        ROOT + ".client",
                        ROOT + ".webhook",
                        ROOT + ".message",
                        "java..",
                        "javax.net.ssl..",
                        "org.apache.camel..",
                        "org.slf4j..",
                        "com.fasterxml.jackson..",
                        "io.vertx.."))
                .check(MAIN);
    }

    @Test
    void noRoomKnowsTheOneAbove() {
        noClasses()
                .that(resideOutsideOfPackage(ROOT))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT, "org.apache.camel..")
                .check(MAIN);
    }

    @Test
    void onlyTheRoomsOfTheHouseExist() {
        classes()
                .should()
                .resideInAnyPackage(ROOT, ROOT + ".client", ROOT + ".webhook", ROOT + ".message")
                .check(MAIN);
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
