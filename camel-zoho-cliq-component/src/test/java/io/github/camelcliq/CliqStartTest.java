package io.github.camelcliq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelcliq.internal.account.AccountRegistry;
import io.github.camelcliq.sandbox.Sandbox;
import java.time.Duration;
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
                "cliq:chat/..                                | the id is a relative path",
                "cliq:chat/.                                 | the id is a relative path",
                "cliq:user/x?apiVersion=v3                   | v3 has no path for posts to a user",
                "cliq:user/x?botUniqueName=deploybot         | botUniqueName is not for the kind user",
                "cliq:bot/x?botUniqueName=deploybot          | botUniqueName is not for the kind bot",
                "cliq:chat/x?appKey=k                        | appKey needs botUniqueName",
                "cliq:user/x?markAsRead=true                 | markAsRead is not for the kind user",
                "cliq:chat/x?markAsRead=maybe                | markAsRead must be true or false",
                "cliq:chat/x?messageResource=mail            | messageResource must be messages or message",
                "cliq:channel/x?messageResource=message      | messageResource is only for the kind chat and API version v2",
                "cliq:chat?messageResource=message&apiVersion=v3 | messageResource is only for the kind chat and API version v2",
                "cliq:chat/x?maximumTextLength=0             | maximumTextLength must be at least 1",
                "cliq:chatt/x                                | the kind is 'chatt', and must be one of chat, channel, channel-id, user, bot",
                "cliq:ann:secret@chat/x                      | the kind is not a word, and must be one of",
                "cliq:chat/                                  | the id after the slash is empty, for example since a property has no value; without the slash, the header CamelCliqTarget names the target",
                "cliq://channel/?overflow=fit                | the id after the slash is empty",
                "cliq:Chat/x                                 | the kind is 'Chat', and must be one of",
                "cliq:/x                                     | must be one of",
            })
    void anEndpointThatCannotPostIsAnErrorAtStart(String uri, String complaint) {
        assertThatStarting(uri).hasStackTraceContaining(complaint);
    }

    @Test
    void allThatIsWrongIsSaidAtOnceAndWithoutSecrets() {
        assertThatStarting("cliq:user/..?apiVersion=v3&botUniqueName=b&markAsRead=true&maximumTextLength=-1&"
                        + account(account -> {
                            account.setBaseUrl("http://a b");
                            account.setPostsPerWindow(0);
                            account.setReadTimeout(Duration.ZERO);
                            account.setZapikey("1000.top.secret");
                        }))
                .hasStackTraceContaining("relative path")
                .hasStackTraceContaining("no path for posts to a user")
                .hasStackTraceContaining("baseUrl must be")
                .hasStackTraceContaining("botUniqueName is not for")
                .hasStackTraceContaining("markAsRead is not for")
                .hasStackTraceContaining("maximumTextLength must be")
                .hasStackTraceContaining("postsPerWindow must be")
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
    void aBaseUrlMayEndInASlashAndHaveAPath() throws Exception {
        post("cliq:chat/x?" + account(account -> account.setBaseUrl(sandbox.baseUrl() + "/")), "Hello", Map.of());
        post(
                "cliq:chat/x?" + account(account -> account.setBaseUrl(sandbox.baseUrl() + "/proxy/cliq/")),
                "Hello",
                Map.of());
        post("cliq:chat/y", "Hello", Map.of());

        assertThat(sandbox.messages()).extracting("target").containsExactly("x", "y");
        assertThat(AccountRegistry.of(context()).size()).as("accounts").isEqualTo(2);
    }

    @Test
    void aTokenWithALineBreakFromAFileIsAnErrorThatDoesNotShowIt() {
        context()
                .getComponent("cliq", CliqComponent.class)
                .getDefaultAccount()
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
