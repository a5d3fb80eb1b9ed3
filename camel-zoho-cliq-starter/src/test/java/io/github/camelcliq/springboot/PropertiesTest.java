package io.github.camelcliq.springboot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelcliq.CliqAccount;
import io.github.camelcliq.CliqAuthException;
import io.github.camelcliq.CliqComponent;
import io.github.camelcliq.client.AuthorizationScheme;
import io.github.camelcliq.client.DataCenter;
import io.github.camelcliq.client.StoreFailure;
import io.github.camelcliq.message.Overflow;
import io.github.camelcliq.message.RuleLevel;
import io.github.camelcliq.sandbox.ReceivedMessage;
import io.github.camelcliq.sandbox.Sandbox;
import io.github.camelcliq.sandbox.click.Click;
import io.github.camelcliq.sandbox.click.Shown;
import io.github.camelcliq.sandbox.oauth.OAuthClient;
import io.github.camelcliq.sandbox.organisation.CliqFunction;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootVersion;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** An application with nothing but properties and a route. */
class PropertiesTest {

    private static final Sandbox CLIQ =
            Sandbox.builder().clickTimeout(Duration.ofSeconds(60)).start();
    private static final Sandbox EUROPE = Sandbox.builder()
            .client(OAuthClient.of("client-of-europe", "secret-of-europe").refreshToken("refresh-of-europe", "eve"))
            .start();

    private static ConfigurableApplicationContext application;

    @TempDir
    private static Path folder;

    @Import(Application.class)
    static class Clicked {

        @Bean
        IdempotentRepository clicks() {
            return MemoryIdempotentRepository.memoryIdempotentRepository();
        }

        @Bean
        RouteBuilder thanks() {
            return new RouteBuilder() {
                @Override
                public void configure() {
                    from("cliq:function/thank").setBody(simple("Thanks, ${header.CamelCliqInput}"));
                }
            };
        }
    }

    @BeforeAll
    static void start() {
        application = SpringApplication.run(
                Clicked.class,
                "--server.port=0",
                "--camel.component.cliq.base-url=" + CLIQ.baseUrl(),
                "--token=" + Sandbox.DEFAULT_ACCESS_TOKEN,
                "--camel.component.cliq.access-token={{token}}",
                "--camel.component.cliq.public-key=" + CLIQ.publicKey(),
                "--camel.component.cliq.replay-repository=#clicks",
                "--camel.component.cliq.rules=strict",
                "--camel.component.cliq.overflow=FIT",
                "--camel.component.cliq.authorization-scheme=zoho-oauthtoken",
                "--camel.component.cliq.connect-timeout=5s",
                "--camel.component.cliq.read-timeout=20000",
                "--camel.component.cliq.reply-timeout=55s",
                "--camel.component.cliq.acknowledgement=",
                "--camel.component.cliq.pacing-store=file:" + folder,
                "--camel.component.cliq.web-client-options.max-pool-size=7",
                "--camel.component.cliq.accounts[eu].data-center=eu",
                "--camel.component.cliq.accounts[eu].base-url=" + EUROPE.baseUrl(),
                "--camel.component.cliq.accounts[eu].accounts-url=" + EUROPE.baseUrl(),
                "--camel.component.cliq.accounts[eu].client-id=client-of-europe",
                "--secret=secret-of-europe",
                "--camel.component.cliq.accounts[eu].client-secret=${secret}",
                "--camel.component.cliq.accounts[eu].refresh-token=refresh-of-europe",
                "--camel.component.cliq.accounts[eu].authorization-scheme=zoho-oauthtoken",
                "--camel.component.cliq.accounts[eu].pacing-window=90s",
                "--camel.component.cliq.accounts[eu].pacing-store=file:" + folder,
                "--camel.component.cliq.accounts[eu].store-failure=share",
                "--camel.component.cliq.accounts[eu].web-client-options.max-pool-size=8",
                "--camel.component.cliq.accounts[named]=#bean:bean",
                "--camel.component.cliq.accounts[wrong].base-url=" + CLIQ.baseUrl(),
                "--camel.component.cliq.accounts[wrong].access-token=unknown-token",
                "--camel.health.producers-enabled=true",
                "--management.endpoint.health.show-details=always",
                "--management.endpoint.health.probes.enabled=true",
                "--management.endpoint.health.group.readiness.include=readinessState,camelReadinessState");
    }

    @AfterAll
    static void stop() {
        application.close();
        CLIQ.close();
        EUROPE.close();
    }

    private static CliqComponent cliq() {
        return application.getBean(CamelContext.class).getComponent("cliq", CliqComponent.class);
    }

    private static void send(String uri, String body) {
        application.getBean(ProducerTemplate.class).sendBody(uri, body);
    }

    @Test
    void runsOnTheVersionsOfTheProfile() {
        String camel = System.getProperty("expected.camel.version");
        if (camel != null) {
            assertThat(application.getBean(CamelContext.class).getVersion()).isEqualTo(camel);
            assertThat(SpringBootVersion.getVersion()).isEqualTo(System.getProperty("expected.spring-boot.version"));
        }
    }

    @Test
    void eachAccountPostsToItsHostWithItsCredentials() {
        send("cliq:chat/CT_1", "Hello");
        send("cliq:chat/CT_2?account=eu", "Hello, Europe");

        assertThat(CLIQ.messages("CT_1")).hasSize(1);
        assertThat(EUROPE.messages("CT_2")).extracting(ReceivedMessage::user).containsExactly("eve");
        assertThat(CLIQ.tokenRequests()).isEmpty();
        assertThat(folder).isDirectoryContaining("glob:**.json");
    }

    @Test
    void postsAreMetersOfTheApplication() {
        send("cliq:chat/CT_4?account=eu", "Hello, Europe");

        assertThat(application
                        .getBean(MeterRegistry.class)
                        .get("cliq.posts")
                        .tags("account", "eu", "kind", "chat", "outcome", "success")
                        .counter()
                        .count())
                .isPositive();
    }

    @Test
    void enumsDurationsAndNumbersAreReadAsSpringBootWritesThem() {
        assertThat(cliq().getDefaultAccount())
                .returns(AuthorizationScheme.ZOHO_OAUTHTOKEN, CliqAccount::getAuthorizationScheme)
                .returns(Duration.ofSeconds(5), CliqAccount::getConnectTimeout)
                .returns(Duration.ofSeconds(20), CliqAccount::getReadTimeout);
        assertThat(cliq().getConfiguration())
                .returns(RuleLevel.STRICT, options -> options.getRules())
                .returns(Overflow.FIT, options -> options.getOverflow())
                .returns(55_000L, options -> options.getReplyTimeout())
                .returns("", options -> options.getAcknowledgement());
        assertThat(cliq().getAccounts().get("eu"))
                .returns(DataCenter.EU, CliqAccount::getDataCenter)
                .returns(AuthorizationScheme.ZOHO_OAUTHTOKEN, CliqAccount::getAuthorizationScheme)
                .returns(StoreFailure.SHARE, CliqAccount::getStoreFailure)
                .returns(Duration.ofSeconds(90), CliqAccount::getPacingWindow);
    }

    @Test
    void singleValuesOfWebClientChangeTheDefaultsOfTheComponent() {
        assertThat(cliq().getDefaultAccount().getWebClientOptions())
                .returns(7, options -> options.getMaxPoolSize())
                .returns("camel-zoho-cliq", options -> options.getUserAgent());
        assertThat(cliq().getAccounts().get("eu").getWebClientOptions())
                .returns(8, options -> options.getMaxPoolSize())
                .returns("camel-zoho-cliq", options -> options.getUserAgent());
    }

    @Test
    void beansAreFoundByTheirNames() {
        assertThat(cliq().getConfiguration().getReplayRepository())
                .isSameAs(application.getBean("clicks", IdempotentRepository.class));
        assertThat(cliq().getAccounts().get("named")).isSameAs(application.getBean("bean", CliqAccount.class));
    }

    @Test
    void aClickComesInOverTheServerOfSpringBoot() {
        CLIQ.function(CliqFunction.of(
                "thank",
                "http://127.0.0.1:" + application.getEnvironment().getProperty("local.server.port")
                        + "/cliq/functions"));
        send("cliq:chat/CT_3", """
                {"text": "Well done?", "buttons": [{"label": "Yes", "type": "+", "key": "yes",
                 "action": {"type": "invoke.function", "data": {"name": "thank", "owner": "finance@zylker.com"},
                            "confirm": {"title": "Sure?", "input": "Why", "button_label": "Yes"}}}]}
                """);

        Shown shown = CLIQ.click(
                        Click.on(CLIQ.messages("CT_3").get(0).id(), "yes").typing("of course"))
                .shown();

        assertThat(shown.text()).isEqualTo("Thanks, of course");
    }

    @Test
    void aWrongTokenMakesTheApplicationUnready() throws Exception {
        application.getBean(ProducerTemplate.class).sendBody("cliq:chat/CT_4", "Hello");
        HttpResponse<String> before = health("/readiness");

        assertThatThrownBy(() ->
                        application.getBean(ProducerTemplate.class).sendBody("cliq:chat/CT_4?account=wrong", "Hello"))
                .hasCauseInstanceOf(CliqAuthException.class);

        HttpResponse<String> after = health("/readiness");
        assertThat(before.statusCode()).as(before.body()).isEqualTo(200);
        assertThat(after.statusCode()).as(after.body()).isEqualTo(503);
        assertThat(health("").body())
                .contains("\"cliq:wrong\"", "account wrong: The OAuth token is missing, invalid or expired.")
                .doesNotContain("unknown-token", Sandbox.DEFAULT_ACCESS_TOKEN);
    }

    private static HttpResponse<String> health(String group) throws Exception {
        String port = application.getEnvironment().getProperty("local.server.port");
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/health" + group))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
