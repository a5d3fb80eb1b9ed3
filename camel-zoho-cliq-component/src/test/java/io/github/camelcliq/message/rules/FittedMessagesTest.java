package io.github.camelcliq.message.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelcliq.message.CliqMessage;
import io.github.camelcliq.message.Overflow;
import io.github.camelcliq.message.RuleLevel;
import io.github.camelcliq.message.TargetKind;
import io.github.camelcliq.message.json.MessageJson;
import io.github.camelcliq.message.json.MessageReader;
import io.github.camelcliq.message.json.ReadMessage;
import java.net.http.HttpResponse;
import java.util.EnumMap;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;

/**
 * No message is lost for its length: what is fitted breaks no rule of its level, and a sandbox of that level takes it.
 */
class FittedMessagesTest {

    private static final Map<RuleLevel, Judges> JUDGES = new EnumMap<>(RuleLevel.class);

    private static MessageRules fit(RuleLevel level) {
        return MessageRules.builder().level(level).overflow(Overflow.FIT).build();
    }

    private static HttpResponse<String> posted(CliqMessage message, TargetKind kind, RuleLevel level) {
        return JUDGES.computeIfAbsent(level, Judges::new).post(message, kind).join();
    }

    @AfterContainer
    static void stop() {
        JUDGES.values().forEach(Judges::close);
    }

    /** Of these messages every one can be fitted. */
    @Property(tries = 40, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.BOUNDED)
    @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
    void whatIsOnlyTooLongIsPosted(
            @ForAll("long messages") CliqMessage message, @ForAll TargetKind kind, @ForAll RuleLevel level) {
        MessageRules rules = fit(level);
        boolean valid = rules.check(message, kind).isEmpty();
        Statistics.collect(valid ? "valid" : "too long");
        Statistics.coverage(coverage -> coverage.check("too long").percentage(share -> share >= 25));

        FittedMessage fitted = rules.fit(message, kind);

        assertThat(rules.check(fitted.message(), kind)).isEmpty();
        assertThat(fitted.remarks().isEmpty()).isEqualTo(valid);
        assertThat(rules.fit(fitted.message(), kind).message()).isSameAs(fitted.message());
        if (valid) {
            assertThat(fitted.message()).isSameAs(message);
        }
        assertThat(posted(fitted.message(), kind, level).body()).isEmpty();
    }

    @Provide("long messages")
    Arbitrary<CliqMessage> longMessages() {
        return LongMessages.messages();
    }

    /** Of these some are wrong in other ways too; those stay as they are. */
    @Property(tries = 80, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.BOUNDED)
    void whatIsWrongInOtherWaysIsPostedOrLeftAsItIs(@ForAll("any messages") JsonNode message, @ForAll RuleLevel level)
            throws JsonProcessingException {
        ReadMessage reading = MessageReader.read(MessageJson.parse(Json.write(message)));

        FittedMessage fitted = fit(level).fit(reading, TargetKind.CHAT);

        if (fitted.remarks().isEmpty()) {
            assertThat(fitted.message()).isSameAs(reading.message());
        } else {
            assertThat(fit(level).check(fitted.message(), TargetKind.CHAT)).isEmpty();
            assertThat(posted(fitted.message(), TargetKind.CHAT, level).statusCode())
                    .isBetween(200, 204);
        }
    }

    @Provide("any messages")
    Arbitrary<JsonNode> anyMessages() {
        return RandomMessages.messages();
    }
}
