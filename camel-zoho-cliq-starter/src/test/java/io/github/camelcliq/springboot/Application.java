package io.github.camelcliq.springboot;

import io.github.camelcliq.CliqAccount;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** An application of Spring Boot with nothing of its own but a bean to name. */
@EnableAutoConfiguration
class Application {

    /** On Camel 4.22 these two need a web server. */
    private static final String NO_SERVER = "spring.autoconfigure.exclude="
            + Stream.of("SpringBootPlatformHttpAutoConfiguration", "SpringBootPlatformWebMvcConfiguration")
                    .map("org.apache.camel.component.platform.http.springboot."::concat)
                    .collect(Collectors.joining(","));

    /** An account that properties can name. */
    @Bean
    CliqAccount bean() {
        CliqAccount account = new CliqAccount();
        account.setAccessToken("token-of-the-bean");
        return account;
    }

    /**
     * Starts the application without a web server.
     *
     * @param source its beans
     * @param environment environment variables
     * @param system system properties
     * @param arguments arguments of the command line, without their dashes
     */
    static ConfigurableApplicationContext start(
            Class<?> source, Map<String, String> environment, Map<String, String> system, String... arguments) {
        SpringApplication application = new SpringApplication(source);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setEnvironment(environment(environment, system));
        return application.run(Stream.concat(Stream.of(NO_SERVER), Stream.of(arguments))
                .map(argument -> "--" + argument)
                .toArray(String[]::new));
    }

    private static StandardEnvironment environment(Map<String, String> variables, Map<String, String> system) {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .replace(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, new HashMap<>(variables)));
        environment
                .getPropertySources()
                .replace(
                        StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME,
                        new MapPropertySource(
                                StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME, new HashMap<>(system)));
        return environment;
    }

    /** Returns all that a start which fails says: what it prints, and its exception with the stack. */
    static String failure(Map<String, String> environment, Map<String, String> system, String... arguments) {
        PrintStream console = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        StringWriter stack = new StringWriter();
        try (ConfigurableApplicationContext started = start(Application.class, environment, system, arguments)) {
            throw new AssertionError("the application started: " + started);
        } catch (Exception expected) {
            expected.printStackTrace(new PrintWriter(stack, true));
        } finally {
            System.setOut(console);
        }
        return printed.toString(StandardCharsets.UTF_8) + stack;
    }
}
