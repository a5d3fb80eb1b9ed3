package io.github.camelcliq.sandbox;

import static io.github.camelcliq.sandbox.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReceiptTest {

    private Sandbox sandbox;
    private Caller caller;

    @BeforeEach
    void start() {
        sandbox = Sandbox.builder().start();
        caller = new Caller(sandbox);
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void aPostIsAnsweredWithNothing() {
        HttpResponse<String> answer = caller.post(Caller.CHAT, json("{'text': 'Hi', 'sync_message': false}"));

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void aPostThatAsksForItIsAnsweredWithTheMessageId() {
        HttpResponse<String> answer = caller.post(Caller.CHAT, json("{'text': 'Hi', 'sync_message': true}"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json;charset=UTF-8");
        assertThat(answer.body())
                .isEqualTo("{\"message_id\":\"" + sandbox.messages().get(0).id() + "\"}");
    }

    @Test
    void aBotsPostIsAnsweredWithAMessageForEachRecipient() throws Exception {
        HttpResponse<String> answer =
                caller.post(Caller.BOT, json("{'text': 'Hi', 'sync_message': true, 'user_ids': '11, 22'}"));

        JsonNode receipt = new ObjectMapper().readTree(answer.body());
        assertThat(receipt.get("user_ids").toString()).isEqualTo("[\"11\",\"22\"]");
        String first = receipt.at("/message_details/11/message_id").textValue();
        String second = receipt.at("/message_details/22/message_id").textValue();
        assertThat(first).isEqualTo(sandbox.messages().get(0).id());
        assertThat(second).matches("[0-9]{13}_[0-9]{12}").isNotEqualTo(first);
        assertThat(receipt.at("/message_details/11/chat_id").textValue()).startsWith("CT_");
    }

    @Test
    void aBotsPostToItsSubscribersIsAnsweredWithOneOfThem() throws Exception {
        HttpResponse<String> answer = caller.post(Caller.BOT, json("{'text': 'Hi', 'sync_message': true}"));

        JsonNode receipt = new ObjectMapper().readTree(answer.body());
        String user = receipt.at("/user_ids/0").textValue();
        assertThat(receipt.at("/message_details/" + user + "/message_id").textValue())
                .isEqualTo(sandbox.messages().get(0).id());
    }
}
