package io.github.camelcliq.internal.post;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcliq.client.ApiVersion;
import io.github.camelcliq.message.TargetKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostPathTest {

    @Test
    void withoutParametersThereIsNoQuery() {
        assertThat(new PostPath(ApiVersion.V2, "message", null, null, null).to(new PostTarget(TargetKind.CHAT, "x")))
                .isEqualTo("/api/v2/chats/x/message");
    }

    @ParameterizedTest
    @CsvSource({
        "CHANNEL, /api/v2/channelsbyname/x/message?bot_unique_name=deploy%20bot&appkey=k%2B%2F%3D%26&mark_as_read=true",
        "BOT,     /api/v2/bots/x/message?bot_unique_name=deploy%20bot&extension_key=k%2B%2F%3D%26&mark_as_read=true",
    })
    void parametersAreNamedAsTheKindHasThemAndPercentEncoded(TargetKind kind, String path) {
        assertThat(new PostPath(ApiVersion.V2, "messages", "deploy bot", "k+/=&", true).to(new PostTarget(kind, "x")))
                .isEqualTo(path);
    }
}
