package io.github.camelcliq;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelcliq.sandbox.ReceivedMessage;
import io.github.camelcliq.sandbox.Sandbox;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.spi.Resource;
import org.apache.camel.spi.ResourceLoader;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Endpoint URIs that are partly written by somebody outside. Whatever option of the component or its endpoints they
 * name: no other host is connected to, no file is touched, nothing is evaluated, and the account posts as before.
 */
class ForeignUriTest extends CliqTestSupport {

    private static final List<String> WAYS = List.of("toD", "recipientList", "enrich", "pollEnrich");

    /** Calls of anything that a URI might bring to life. */
    public static final AtomicInteger CALLS = new AtomicInteger();

    /** What a URI might name as a class or a bean. */
    public static final class Canary {

        public Canary() {
            CALLS.incrementAndGet();
        }

        public String sing() {
            CALLS.incrementAndGet();
            return "sang";
        }
    }

    @TempDir
    Path folder;

    private final AtomicInteger resources = new AtomicInteger();
    private ServerSocket foreign;
    private Thread accepting;
    private final AtomicInteger connections = new AtomicInteger();

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext context = super.createCamelContext();
        CliqAccount account = context.getComponent("cliq", CliqComponent.class).getDefaultAccount();
        account.setAccountsUrl(sandbox.baseUrl());
        // paced, with room for all that is tried here
        account.setPacing(true);
        account.setPostsPerWindow(100_000);
        account.setRestrictedPostsPerWindow(100_000);
        ResourceLoader loader = PluginHelper.getResourceLoader(context);
        context.getCamelContextExtension().addContextPlugin(ResourceLoader.class, new ResourceLoader() {
            @Override
            public CamelContext getCamelContext() {
                return context;
            }

            @Override
            public void setCamelContext(CamelContext ignored) {
                // it is there already
            }

            @Override
            public Resource resolveResource(String uri) {
                resources.incrementAndGet();
                return loader.resolveResource(uri);
            }
        });
        return context;
    }

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                // a stack trace for each attempt would bury what matters
                errorHandler(noErrorHandler());
                from("direct:toD").toD("cliq:chat/${header.id}");
                from("direct:toD-kind").toD("cliq:${header.kind}");
                from("direct:toD-query").toD("cliq:chat/x?markAsRead=${header.flag}");
                from("direct:recipientList").recipientList(simple("cliq:chat/${header.id}"));
                from("direct:wireTap").wireTap("cliq:chat/${header.id}");
                from("direct:enrich").enrich().simple("cliq:chat/${header.id}");
                from("direct:pollEnrich")
                        .pollEnrich()
                        .simple("cliq:function/${header.id}")
                        .timeout(0);
            }
        };
    }

    @BeforeEach
    void listen() throws IOException {
        CALLS.set(0);
        foreign = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        accepting = new Thread(() -> {
            try {
                while (true) {
                    foreign.accept().close();
                    connections.incrementAndGet();
                }
            } catch (IOException closed) {
                // the test is over
            }
        });
        accepting.start();
    }

    @AfterEach
    void listenNoLonger() throws Exception {
        foreign.close();
        accepting.join();
    }

    /**
     * The options that the generated catalog has, of endpoints and of the component, and properties of objects behind.
     */
    private static Set<String> names() throws IOException {
        try (InputStream json = ForeignUriTest.class.getResourceAsStream("/META-INF/io/github/camelcliq/cliq.json")) {
            JsonNode catalog = new ObjectMapper().readTree(json);
            Set<String> names = new TreeSet<>();
            for (String options : List.of("componentProperties", "properties")) {
                catalog.get(options).fieldNames().forEachRemaining(names::add);
            }
            assertThat(names).contains("baseUrl", "accessToken", "account", "markAsRead", "template", "templateFolder");
            Stream.of("baseUrl", "accessToken", "postsPerWindow").forEach(option -> {
                names.add("configuration." + option);
                names.add("component.defaultAccount." + option);
                names.add("component.configuration.account");
                names.add("accounts[x]." + option);
                names.add("base-url");
            });
            return names;
        }
    }

    private List<String> values() {
        String url = "http://127.0.0.1:" + foreign.getLocalPort();
        return List.of(
                url,
                "127.0.0.1",
                String.valueOf(foreign.getLocalPort()),
                "0",
                "false",
                "EU",
                "file:" + folder.resolve("read.pem"),
                "#class:" + Canary.class.getName(),
                "#class:java.io.FileOutputStream('" + folder.resolve("written") + "')",
                "#type:" + Canary.class.getName(),
                "#property:" + "secret",
                "${bean:canary?method=sing}");
    }

    @Test
    void reachNothingButTheEndpointThatTheyMean() throws Exception {
        context().getRegistry().bind("canary", new Canary());
        context().getPropertiesComponent().addInitialProperty("secret", "sesame");
        Files.writeString(folder.resolve("read.pem"), "no key");
        CALLS.set(0);
        Map<String, String> tried = new LinkedHashMap<>();
        int turn = 0;
        for (String name : names()) {
            for (String value : values()) {
                // in the build each value goes one way, and another one with the next option
                String next = WAYS.get(turn++ % WAYS.size());
                for (String way : Boolean.getBoolean("long") ? WAYS : List.of(next)) {
                    String id = "CT_1?" + name + "=" + value;
                    Exchange exchange = post("direct:" + way, "Hello", Map.of("id", id));
                    tried.put(way + " " + id, String.valueOf(exchange.getException()));
                }
            }
            turn++;
            for (String way : WAYS) {
                post("direct:" + way, "Hello", Map.of("id", "CT_1%3F" + name + "=" + values().get(0)));
            }
            String attack = "chat/CT_1?" + name + "=" + values().get(0);
            post("direct:toD-kind", "Hello", Map.of("kind", attack));
            post("direct:toD-query", "Hello", Map.of("flag", "true&" + name + "=" + values().get(0)));
        }

        assertThat(connections).as("connections to the foreign host").hasValue(0);
        assertThat(CALLS).as("objects made and methods called").hasValue(0);
        assertThat(resources).as("files read").hasValue(0);
        assertThat(folder.resolve("written")).doesNotExist();
        assertThat(sandbox.messages())
                .extracting(ReceivedMessage::query)
                .allSatisfy(query -> assertThat(query.toString()).doesNotContain("sesame"));
        assertThat(tried).as("options and values").hasSizeGreaterThan(80 * values().size());
        assertTheAccountPostsAsBefore();
    }

    private void assertTheAccountPostsAsBefore() throws Exception {
        sandbox.reset();
        Exchange exchange = post("Hello", Map.of());

        assertThat(exchange.getException()).isNull();
        assertThat(sandbox.messages()).singleElement().satisfies(message -> {
            assertThat(message.user()).isEqualTo(Sandbox.DEFAULT_USER);
            assertThat(message.target()).isEqualTo(CHAT);
        });
        assertThat(CliqClients.of(context()))
                .singleElement()
                .satisfies(
                        client -> assertThat(client.figures().posts().limit()).isEqualTo(100_000));
    }

    @Test
    void areAnIdAsAWholeWhereTheKindIsFixed() {
        String id = "CT_1?baseUrl=http://127.0.0.1:1&x={y}#z";

        for (String way : List.of("toD", "enrich", "wireTap")) {
            assertThat(post("direct:" + way, "Hello", Map.of("id", id)).getException())
                    .isNull();
        }

        assertThat(sandbox.awaitMessages(3, Duration.ofMinutes(1)))
                .extracting(ReceivedMessage::target)
                .containsOnly(id);
    }

    @Test
    void anErrorNamesWhatToDoAndNoValue() {
        Exchange exchange = post(
                "direct:recipientList",
                "Hello",
                Map.of("id", "x?accessToken=sesame&baseUrl=http://sesame&clientIdd=sesame"));

        assertThat(exchange.getException())
                .hasStackTraceContaining(
                        "option accessToken belongs to an account: set camel.component.cliq.access-token")
                .hasStackTraceContaining("camel.component.cliq.accounts[name].base-url")
                .hasStackTraceContaining("account=name")
                .hasStackTraceContaining("there is no option clientIdd");
        assertThat(post("direct:recipientList", "Hello", Map.of("id", "x?vertx=#v&account=#class:x"))
                        .getException())
                .hasStackTraceContaining("option vertx belongs to the component: set camel.component.cliq.vertx")
                .hasStackTraceContaining("option account takes a value, not an object of the registry");
        assertThat(exchange.getException().getCause()).hasMessageNotContaining("sesame");
    }

    @Test
    void showNoObjectOfTheRegistry() {
        context().getRegistry().bind("text", "sesame");
        context().getRegistry().bind("map", Map.of("password", "sesame"));
        for (String option : List.of("account", "botUniqueName", "maximumWait", "syncMessage", "replayRepository")) {
            for (String value : List.of("#bean:text", "#bean:map", "#text", "#map", "#autowired", "#AUTOWIRED")) {
                String uri = "x?" + option + "=" + value;

                Exchange exchange = post("direct:recipientList", "Hello", Map.of("id", uri));

                StringWriter told = new StringWriter();
                if (exchange.getException() != null) {
                    exchange.getException().printStackTrace(new PrintWriter(told));
                }
                assertThat(told.toString()).as(uri).doesNotContain("sesame");
            }
        }
        assertThat(sandbox.requests())
                .allSatisfy(request -> assertThat(request.toString()).doesNotContain("sesame"));
    }

    /** A template that a URI names is a file of templates, or a bean, and an error shows nothing of it. */
    @Test
    void readNothingAsATemplateThatIsNone() throws Exception {
        context().getRegistry().bind("canary", new Canary());
        context().getRegistry().bind("text", "sesame");
        context().getRegistry().bind("map", Map.of("text", "sesame"));
        Path inside = Files.createDirectory(folder.resolve("inside"));
        Files.writeString(folder.resolve("outside.jslt"), "{\"text\": \"sesame\"}");
        Files.writeString(inside.resolve("secret.json"), "{\"text\": \"sesame\"}");
        Files.createSymbolicLink(inside.resolve("link.jslt"), folder.resolve("outside.jslt"));
        context().getComponent("cliq", CliqComponent.class).setTemplateFolder(inside.toString());
        CALLS.set(0);
        String url = "127.0.0.1:" + foreign.getLocalPort() + "/a.jslt";
        for (String value : List.of(
                "http://" + url,
                "https://" + url,
                "ftp://" + url,
                "jar:http://" + url + "!/a.jslt",
                "file://" + url,
                "file:" + folder.resolve("outside.jslt"),
                "file:../outside.jslt",
                "file:link.jslt",
                "file:secret.json",
                "classpath:META-INF/io/github/camelcliq/cliq.json",
                "classpath:http://" + url,
                "ref:canary",
                "ref:text",
                "ref:map",
                "#text",
                "#bean:text",
                "#class:" + Canary.class.getName(),
                "bean:canary",
                "simple:${bean:canary?method=sing}")) {
            for (String way : List.of("recipientList", "enrich")) {
                Exchange exchange = post("direct:" + way, "{}", Map.of("id", "x?template=" + value));

                assertThat(exchange.getException()).as(value).isNotNull();
                StringWriter told = new StringWriter();
                exchange.getException().printStackTrace(new PrintWriter(told));
                assertThat(told.toString()).as(value).doesNotContain("sesame");
            }
        }
        assertThat(connections).as("connections to the foreign host").hasValue(0);
        assertThat(CALLS).as("objects made and methods called").hasValue(0);
        assertThat(sandbox.requests()).isEmpty();
    }

    @Test
    void nameAnObjectWhereAnOptionTakesOne() {
        context().getRegistry().bind("clicks", new MemoryIdempotentRepository());

        for (String value : List.of("#bean:clicks", "#clicks")) {
            String uri = "x?replayRepository=" + value;
            assertThat(post("direct:recipientList", "Hello", Map.of("id", uri)).getException())
                    .isNull();
        }
    }
}
