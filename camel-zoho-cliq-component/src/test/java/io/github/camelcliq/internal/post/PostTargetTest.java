package io.github.camelcliq.internal.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelcliq.client.ApiVersion;
import io.github.camelcliq.message.TargetKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class PostTargetTest {

    @ParameterizedTest
    @CsvSource({
        "CHAT,       V2, /api/v2/chats/a%20b/messages",
        "CHANNEL,    V2, /api/v2/channelsbyname/a%20b/message",
        "CHANNEL_ID, V2, /api/v2/channels/a%20b/message",
        "USER,       V2, /api/v2/buddies/a%20b/message",
        "BOT,        V2, /api/v2/bots/a%20b/message",
        "CHAT,       V3, /api/v3/chats/a%20b/messages",
        "CHANNEL,    V3, /api/v3/channelsbyname/a%20b/messages",
        "CHANNEL_ID, V3, /api/v3/channels/a%20b/messages",
        "BOT,        V3, /api/v3/bots/a%20b/messages",
    })
    void everyKindHasThePathOfTheReference(TargetKind kind, ApiVersion version, String path) {
        assertThat(path(version, kind, "a b")).isEqualTo(path);
    }

    @Test
    void v3HasNoPathForUsers() {
        assertThatThrownBy(() -> path(ApiVersion.V3, TargetKind.USER, "1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("v3");
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {" ", "%20", ".", "..", "%2E", "%2e.", "a\rb", "%00", "\uDC00", "a\uD83D"})
    void whatCanBeNoSegmentOfAPathIsNoId(String id) {
        assertThat(PostTarget.complaintAbout(id)).isNotBlank();
        assertThatThrownBy(() -> new PostTarget(TargetKind.CHAT, id)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "100%, 100%25",
        "%zz, %25zz",
        "%FF, %25FF",
        "%252e%252e, %252e%252e",
        "a%2Fb, a%2Fb",
        "a+b, a%2Bb",
        "…, %E2%80%A6"
    })
    void anIdIsEncodedOnce(String id, String segment) {
        assertThat(path(ApiVersion.V2, TargetKind.CHAT, id)).isEqualTo("/api/v2/chats/" + segment + "/messages");
    }

    @Test
    void anIdIsTheSameKeyHoweverItIsWritten() {
        assertThat(new PostTarget(TargetKind.CHAT, "a@b").key())
                .isEqualTo(new PostTarget(TargetKind.CHAT, "a%40b").key())
                .isNotEqualTo(new PostTarget(TargetKind.CHAT, "a%2540b").key())
                .isNotEqualTo(new PostTarget(TargetKind.CHANNEL, "a@b").key());
    }

    @Test
    void aThreadIsKnownByItsId() {
        String thread = "CT_1207124526552602256_60002085329-T-1291567019566818579";

        assertThat(new PostTarget(TargetKind.CHAT, thread).isThread()).isTrue();
        assertThat(new PostTarget(TargetKind.CHANNEL, thread).isThread()).isFalse();
        assertThat(new PostTarget(TargetKind.CHAT, "CT_1203304812000146098_55622663-B2").isThread())
                .isFalse();
    }

    private static String path(ApiVersion version, TargetKind kind, String id) {
        return new PostPath(version, "messages", null, null, null).to(new PostTarget(kind, id));
    }
}
