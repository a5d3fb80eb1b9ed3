package io.github.camelcliq.sandbox.judging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class MessageJudgeTest {

    @Test
    void aThousandDoubtsHideNoFault() throws Exception {
        String doubtful = "{\"a\": 1},".repeat(1_000);
        JsonNode message = new ObjectMapper()
                .readTree("{\"text\": \"x\", \"slides\": [{\"type\": \"label\", \"data\": [" + doubtful
                        + "{\"a\": \"1\"}]}], \"sync_message\": \"yes\"}");

        Judgement judgement =
                MessageJudge.of(Fidelity.REFERENCE, RuleLevel.REFERENCE).judge(message, false);

        assertThat(judgement.complaints()).extracting(Complaint::pointer).containsExactly("/sync_message");
        assertThat(judgement.remarks()).hasSize(Judgement.MOST);
    }
}
