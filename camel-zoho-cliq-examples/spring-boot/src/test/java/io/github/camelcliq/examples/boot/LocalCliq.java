package io.github.camelcliq.examples.boot;

import io.github.camelcliq.CliqConfiguration;
import io.github.camelcliq.sandbox.Sandbox;
import io.github.camelcliq.sandbox.click.ClickSigner;
import io.github.camelcliq.sandbox.organisation.CliqUser;
import io.github.camelcliq.sandbox.organisation.Organisation;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import org.springframework.boot.web.servlet.context.ServletWebServerInitializedEvent;
import org.springframework.context.ApplicationListener;

/**
 * A local Cliq, which is told the port of the application once that is known, and which the application then posts to:
 * the web server starts before Camel's routes do.
 */
final class LocalCliq implements ApplicationListener<ServletWebServerInitializedEvent>, AutoCloseable {

    /** Where Cliq posts clicks unless somebody says otherwise. */
    static final String PATH = "/cliq/functions";

    /** Cliq's keys; making them takes a while. */
    private static final KeyPair KEYS = newKeys();

    private final CliqConfiguration options;
    private String application;
    private Sandbox sandbox;

    LocalCliq(CliqConfiguration options) {
        this.options = options;
    }

    private static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void onApplicationEvent(ServletWebServerInitializedEvent started) {
        application = "http://127.0.0.1:" + started.getWebServer().getPort()
                + started.getApplicationContext().getServletContext().getContextPath();
        sandbox = Sandbox.builder()
                .clickKeys(KEYS)
                .organisation(Organisation.builder()
                        .user(new CliqUser("55622663", "Zoë", "Fisher", "zoe.fisher@zylker.com", true))
                        .function("approve_q4_budget", application + PATH)
                        .function("decide", application + PATH)
                        .build())
                .start();
        options.setBaseUrl(sandbox.baseUrl());
        options.setAccessToken(Sandbox.DEFAULT_ACCESS_TOKEN);
        options.setPublicKey(sandbox.publicKey());
    }

    Sandbox sandbox() {
        return sandbox;
    }

    /** The application's address without a slash at the end. */
    String application() {
        return application;
    }

    /** The header that says that Cliq sent these bytes. */
    String sign(byte[] body) {
        return ClickSigner.with(KEYS).sign(body);
    }

    @Override
    public void close() {
        if (sandbox != null) {
            sandbox.close();
        }
    }
}
