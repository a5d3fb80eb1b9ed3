package io.github.camelcliq.sandbox;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The walls between the rooms of the sandbox. */
class WallTest {

    private static final String ROOT = Sandbox.class.getPackageName();

    private static final JavaClasses MAIN = new ClassFileImporter()
            .importUrl(Sandbox.class.getProtectionDomain().getCodeSource().getLocation());

    /** The rooms, from the top; the root has no name. A room knows the rooms of the floors below it. */
    private static final List<Set<String>> FLOORS = List.of(
            Set.of("standalone"),
            Set.of("config", "junit"),
            Set.of(""),
            Set.of("control"),
            Set.of("api"),
            Set.of("function"),
            Set.of("fault", "state"),
            Set.of("http"),
            Set.of("click", "judging", "limits", "oauth"),
            Set.of("organisation"));

    /** What tests give to the sandbox and receive from it. It stays at the root, where users import it. */
    private static final Set<Class<?>> IMPORTED_BY_USERS = Set.of(
            DestinationKind.class,
            Fault.class,
            JournalEntry.class,
            MessageAuthor.class,
            MessageState.class,
            ReceivedMessage.class,
            SandboxClock.class,
            ScriptedAnswer.class);

    @Test
    void importsOnlyGoDown() {
        Set<String> up = new TreeSet<>();
        Set<String> known = new TreeSet<>();
        for (JavaClass from : MAIN) {
            for (Dependency dependency : from.getDirectDependenciesFromSelf()) {
                JavaClass to = dependency.getTargetClass().getBaseComponentType();
                if (to.getPackageName().startsWith(ROOT) && !isBelow(from, to)) {
                    Set<String> found = isImportedByUsers(to) ? known : up;
                    found.add(found == known ? outermost(to) : outermost(from) + " imports " + outermost(to));
                }
            }
        }
        assertThat(up).isEmpty();
        assertThat(known)
                .as("each exception is still needed")
                .containsExactlyInAnyOrderElementsOf(
                        IMPORTED_BY_USERS.stream().map(Class::getName).toList());
    }

    @Test
    void nobodyKnowsWhatLibrariesAreMadeOf() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.netty..",
                        "io.vertx..impl..",
                        "io.vertx..internal..",
                        "com.fasterxml.jackson..impl..",
                        "com.fasterxml.jackson..internal..")
                .check(MAIN);
    }

    private static boolean isBelow(JavaClass from, JavaClass to) {
        return from.getPackageName().equals(to.getPackageName()) || floor(from) < floor(to);
    }

    private static int floor(JavaClass type) {
        String room = type.getPackageName().substring(ROOT.length()).replaceFirst("^[.]", "");
        return IntStream.range(0, FLOORS.size())
                .filter(floor -> FLOORS.get(floor).contains(room))
                .findFirst()
                .orElseThrow(() -> new AssertionError(type.getName() + " is in no room"));
    }

    private static boolean isImportedByUsers(JavaClass type) {
        return IMPORTED_BY_USERS.stream().anyMatch(known -> known.getName().equals(outermost(type)));
    }

    private static String outermost(JavaClass type) {
        return type.getName().replaceFirst("[$].*", "");
    }
}
