package io.github.camelcliq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelcliq.sandbox.Sandbox;
import java.util.Map;
import org.apache.camel.FailedToStartRouteException;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.util.ObjectHelper;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with an endpoint is said when its route starts, all of it at once. */
class CliqStartTest extends CliqTestSupport {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cliq:chat/x?accessToken=                    | option accessToken is missing",
                "cliq:chat/x?baseUrl=cliq.zoho.com           | option baseUrl must be an http or https URL",
                "cliq:chat/x?baseUrl=ftp://cliq.zoho.com     | option baseUrl must be an http or https URL",
                "cliq:chat/x?baseUrl=RAW(https://me:pw@host) | option baseUrl must be an http or https URL",
                "cliq:chat/x?baseUrl=RAW(https://host/?a=b)  | option baseUrl must be an http or https URL",
                "cliq:chat/x?baseUrl=http://localhost:99999  | option baseUrl must be an http or https URL",
                "cliq:chat/..                                | the id is a relative path",
                "cliq:chat/.                                 | the id is a relative path",
                "cliq:user/x?apiVersion=v3                   | v3 has no path for posts to a user",
                "cliq:user/x?botUniqueName=deploybot         | botUniqueName does not go with the kind user",
                "cliq:bot/x?botUniqueName=deploybot          | botUniqueName does not go with the kind bot",
                "cliq:chat/x?appKey=k                        | appKey needs botUniqueName",
                "cliq:user/x?markAsRead=true                 | markAsRead does not go with the kind user",
                "cliq:chat/x?markAsRead=maybe                | markAsRead must be true or false",
                "cliq:chat/x?messageResource=mail            | messageResource must be messages or message",
                "cliq:channel/x?messageResource=message      | messageResource goes with the kind chat and API version v2 only",
                "cliq:chat?messageResource=message&apiVersion=v3 | messageResource goes with the kind chat and API version v2 only",
                "cliq:chat/x?maximumTextLength=0             | maximumTextLength must be at least 1",
                "cliq:chat/x?readTimeout=0                | readTimeout must be from 1 ms",
                "cliq:chat/x?connectTimeout=-1               | connectTimeout must be from 1 ms",
                "cliq:chat/x?poolSize=0                      | poolSize must be at least 1",
                "cliq:chatt/x                                | the kind is 'chatt', and must be one of chat, channel, channel-id, user, bot",
                "cliq:Chat/x                                 | the kind is 'Chat', and must be one of",
                "cliq:/x                                     | must be one of",
            })
    void anEndpointThatCannotPostIsAnErrorAtStart(String uri, String complaint) {
        assertThatStarting(uri).hasStackTraceContaining(complaint);
    }

    @Test
    void allThatIsWrongIsSaidAtOnceAndWithoutSecrets() {
        assertThatStarting("cliq:user/..?apiVersion=v3&baseUrl=RAW(http://a b)&botUniqueName=b&markAsRead=true"
                        + "&maximumTextLength=-1&poolSize=0&readTimeout=0&accessToken=RAW(1000.top.secret)")
                .hasStackTraceContaining("relative path")
                .hasStackTraceContaining("no path for posts to a user")
                .hasStackTraceContaining("baseUrl must be")
                .hasStackTraceContaining("botUniqueName does not go")
                .hasStackTraceContaining("markAsRead does not go")
                .hasStackTraceContaining("maximumTextLength must be")
                .hasStackTraceContaining("poolSize must be")
                .hasStackTraceContaining("readTimeout must be")
                .satisfies(thrown -> assertThat(ObjectHelper.createExceptionIterable(thrown))
                        .allSatisfy(cause -> assertThat(String.valueOf(cause)).doesNotContain("top.secret")));
    }

    @Test
    void aKindThatOnlyPostsSaysSoWhereARouteConsumesFromIt() {
        assertThatThrownBy(() -> context().addRoutes(new RouteBuilder() {
                    @Override
                    public void configure() {
                        from("cliq:chat/x").to("mock:x");
                    }
                }))
                .hasStackTraceContaining("cannot consume: the kind chat only posts");
    }

    @Test
    void connectionsOfOneAccountHaveOnePoolSize() {
        post("cliq:chat/x", "Hello", Map.of());

        assertThatStarting("cliq:chat/y?poolSize=3")
                .hasStackTraceContaining("Endpoints that share an account must have the same options")
                .hasStackTraceContaining("poolSize (3 here, 64 there)");
    }

    @Test
    void anotherAccountMayHaveAnotherPoolSize() {
        post("cliq:chat/x", "Hello", Map.of());
        post("cliq:chat/y?poolSize=3&accessToken=other", "Hello", Map.of());

        assertThat(sandbox.requests()).extracting("status").containsExactly(204, 401);
    }

    @Test
    void aBaseUrlMayEndInASlashAndHaveAPath() throws Exception {
        post("cliq:chat/x?baseUrl=" + sandbox.baseUrl() + "/", "Hello", Map.of());
        post("cliq:chat/x?baseUrl=" + sandbox.baseUrl() + "/proxy/cliq/", "Hello", Map.of());
        post("cliq:chat/y", "Hello", Map.of());

        assertThat(sandbox.messages()).extracting("target").containsExactly("x", "y");
        assertThat(CliqAccounts.of(context()).size()).as("accounts").isEqualTo(2);
    }

    @Test
    void aTokenWithALineBreakFromAFileIsAnErrorThatDoesNotShowIt() {
        context()
                .getComponent("cliq", CliqComponent.class)
                .getConfiguration()
                .setAccessToken(Sandbox.DEFAULT_ACCESS_TOKEN + "\n");

        assertThatStarting("cliq:chat/x")
                .hasStackTraceContaining("option accessToken has characters that no token has")
                .satisfies(thrown -> assertThat(ObjectHelper.createExceptionIterable(thrown))
                        .allSatisfy(cause ->
                                assertThat(String.valueOf(cause)).doesNotContain(Sandbox.DEFAULT_ACCESS_TOKEN)));
    }

    private AbstractThrowableAssert<?, ? extends Throwable> assertThatStarting(String uri) {
        return assertThatThrownBy(() -> context().addRoutes(new RouteBuilder() {
                    @Override
                    public void configure() {
                        from("direct:start").to(uri);
                    }
                }))
                .isInstanceOf(FailedToStartRouteException.class);
    }
}
