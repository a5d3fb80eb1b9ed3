package io.github.camelcliq.examples.boot;

import io.github.camelcliq.sandbox.Sandbox;
import io.github.camelcliq.sandbox.click.ClickSigner;
import io.github.camelcliq.sandbox.organisation.CliqFunction;
import io.github.camelcliq.sandbox.organisation.CliqUser;
import io.github.camelcliq.sandbox.organisation.Organisation;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.web.servlet.context.ServletWebServerInitializedEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** A local Cliq, to which the application posts, and which is told where the application listens. */
@TestConfiguration
class LocalCliq {

    /** Where Cliq posts clicks unless somebody says otherwise. */
    static final String PATH = "/cliq/functions";

    /** Cliq's keys; making them takes a while. */
    private static final KeyPair KEYS = newKeys();

    private String application;

    private static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Bean
    Sandbox sandbox() {
        return Sandbox.builder()
                .clickKeys(KEYS)
                // the first click finds nothing loaded, and the machine may be busy
                .clickTimeout(Duration.ofSeconds(60))
                .organisation(Organisation.builder()
                        .user(new CliqUser("55622663", "Zoë", "Fisher", "zoe.fisher@zylker.com", true))
                        .build())
                .start();
    }

    @Bean
    DynamicPropertyRegistrar options(Sandbox sandbox) {
        return options -> {
            options.add("camel.component.cliq.base-url", sandbox::baseUrl);
            options.add("camel.component.cliq.access-token", () -> Sandbox.DEFAULT_ACCESS_TOKEN);
            options.add("camel.component.cliq.public-key", sandbox::publicKey);
            options.add("camel.component.cliq.reply-timeout", () -> 55_000);
        };
    }

    @EventListener
    void tellWhereClicksGo(ServletWebServerInitializedEvent started) {
        application = "http://127.0.0.1:" + started.getWebServer().getPort()
                + started.getApplicationContext().getServletContext().getContextPath();
        Sandbox sandbox = started.getApplicationContext().getBean(Sandbox.class);
        sandbox.function(CliqFunction.of("approve_q4_budget", url()));
        sandbox.function(CliqFunction.of("decide", url()));
    }

    /** Where the application takes clicks. */
    String url() {
        return application + PATH;
    }

    /** Posts an event of the folder events to the application, and returns what the application answers. */
    HttpResponse<String> post(String event, String path) throws IOException, InterruptedException {
        return post("application/json", Files.readString(Path.of("events", event)), path);
    }

    /** @param contentType {@code null} for none */
    HttpResponse<String> post(String contentType, String body, String path) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(application + path)).POST(BodyPublishers.ofString(body));
        if (contentType != null) {
            request.header("Content-Type", contentType);
        }
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }

    /** The header that says that Cliq sent these bytes. */
    static String sign(byte[] body) {
        return ClickSigner.with(KEYS).sign(body);
    }
}
