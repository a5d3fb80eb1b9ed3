package io.github.camelcliq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.camelcliq.internal.client.CliqClient;
import io.github.camelcliq.sandbox.Sandbox;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.main.Main;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where the posts of an account are counted, by its option pacingStore. */
class PacingStoreOptionTest extends DeliveryTestSupport {

    private static final String URI = "cliq:chat/" + CHAT;
    private static final Sandbox SANDBOX = Sandbox.builder().start();

    @TempDir
    Path folder;

    @AfterAll
    static void stopSandbox() {
        SANDBOX.close();
    }

    @Test
    void aContextThatStartsAgainGoesOnWithTheCountsInTheFile() throws Exception {
        CamelContext first = context(SANDBOX, inFolder());
        assertThat(postAndWait(first, URI, "Hello").getException()).isNull();
        assertThat(postAndWait(first, URI, "Hello again").getException()).isNull();
        first.stop();

        CamelContext second = context(SANDBOX, inFolder());
        assertThat(postAndWait(second, URI, "Hello once more").getException()).isNull();
        CliqClient client = CliqClients.of(second).get(0);
        await().atMost(PATIENCE).until(() -> client.figures().posts().returns().size() == 3);
    }

    @Test
    void postsThatWaitForTheFileArriveAllInOrder() throws Exception {
        CamelContext context = context(SANDBOX, inFolder());
        int before = SANDBOX.messages(CHAT).size();
        var producer = producer(context, URI);
        var posts = Stream.of("one", "two", "three")
                .map(text -> post(context, producer, text))
                .toArray(CompletableFuture[]::new);

        assertThat(CompletableFuture.allOf(posts)).succeedsWithin(PATIENCE);
        assertThat(texts(SANDBOX.messages(CHAT).subList(before, before + 3))).containsExactly("one", "two", "three");
    }

    @Test
    void aSecondContextCannotUseTheSameFile() throws Exception {
        postAndWait(context(SANDBOX, inFolder()), URI, "Hello");
        CamelContext second = context(SANDBOX, inFolder());

        assertThatThrownBy(() -> producer(second, URI))
                .hasMessageContaining("already counted")
                .hasMessageContaining(folder.toString());
    }

    @Test
    void aFolderThatCannotBeMadeIsAnErrorAtTheStart() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "in the way");
        CamelContext context = context(SANDBOX, inFolder().andThen(account -> account.setPacingStore("file:" + file)));

        assertThatThrownBy(() -> producer(context, URI)).hasMessageContaining("option pacingStore cannot be used");
    }

    @Test
    void withoutTheModuleARedisIsAnErrorThatNamesIt() throws Exception {
        CamelContext context = context(
                SANDBOX, inFolder().andThen(account -> account.setPacingStore("redis://:secret-word@localhost:6379")));

        assertThatThrownBy(() -> producer(context, URI))
                .hasMessageContaining("io.github.camelcliq:camel-zoho-cliq-redis")
                .hasMessageNotContaining("secret-word");
    }

    @Test
    void anUnusedAccountTakesAnotherStore() throws Exception {
        CamelContext context = context(SANDBOX, account -> account.setPacing(true));
        postAndWait(context, URI, "Hello");

        inFolder().accept(context.getComponent("cliq", CliqComponent.class).getDefaultAccount());
        assertThat(postAndWait(context, URI, "Hello again").getException()).isNull();

        assertThat(folder).isDirectoryContaining("glob:**.json");
        assertThat(CliqClients.of(context)).hasSize(1);
    }

    @Test
    void anAccountInUseKeepsItsStore() throws Exception {
        CamelContext context = context(SANDBOX, inFolder());
        producer(context, URI);
        context.getComponent("cliq", CliqComponent.class)
                .getDefaultAccount()
                .setPacingStore("redis://:secret-word@host");

        assertThatThrownBy(() -> producer(context, URI))
                .hasMessageContaining("different are pacingStore")
                .hasMessageNotContaining("secret-word");
    }

    @Test
    void aPasswordOfRedisIsNotLoggedAtTheStart() throws Exception {
        Main main = new Main();
        main.addInitialProperty("camel.component.cliq.pacing-store", "redis://:secret-word@host");
        main.addInitialProperty("camel.component.cliq.accounts[eu].pacing-store", "redis://:secret-word@host");
        try (CapturedLog log = new CapturedLog("org.apache.camel", Level.DEBUG)) {
            main.start();
            CliqComponent component = main.getCamelContext().getComponent("cliq", CliqComponent.class);
            assertThat(component.account("eu").getPacingStore()).isEqualTo("redis://:secret-word@host");
            // Camel's summary; what Camel logs of each property at DEBUG has all secrets in clear
            assertThat(log.lines())
                    .filteredOn(line -> line.contains(".pacingStore = "))
                    .hasSize(2)
                    .allMatch(line -> line.endsWith("xxxxxx"));
        } finally {
            main.stop();
        }
    }

    record Mistake(String complaint, Consumer<CliqAccount> option) {}

    static Stream<Mistake> mistakes() {
        return Stream.of(
                new Mistake("option pacingStore must be memory", account -> account.setPacingStore("secret-word")),
                new Mistake("option pacingStore must be memory", account -> account.setPacingStore("file:")),
                new Mistake("option pacingStore must be memory", account -> account.setPacingStore(null)),
                new Mistake("option pacingStore must be memory", account -> account.setPacingStore(new Object())),
                new Mistake("option storePrefix must have letters", account -> account.setStorePrefix("{a}")),
                new Mistake("option fleetSize must be at least 1", account -> account.setFleetSize(0)),
                new Mistake("option budgetKey is missing", account -> {
                    account.setAccessToken(null);
                    account.setAccessTokenSupplier(() -> CompletableFuture.completedFuture("token"));
                }));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void aMistakeIsAnErrorAtTheStart(Mistake mistake) throws Exception {
        assertThatThrownBy(() -> producer(context(SANDBOX, inFolder().andThen(mistake.option())), URI))
                .hasMessageContaining(mistake.complaint())
                .hasMessageNotContaining("secret-word");
    }

    private Consumer<CliqAccount> inFolder() {
        return account -> {
            account.setPacing(true);
            account.setPacingStore("file:" + folder);
        };
    }
}
