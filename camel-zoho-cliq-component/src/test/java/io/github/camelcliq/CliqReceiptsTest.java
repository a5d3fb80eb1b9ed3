package io.github.camelcliq;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcliq.client.BotMessage;
import java.util.Map;
import org.apache.camel.Exchange;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a route learns of an accepted message. */
class CliqReceiptsTest extends CliqTestSupport {

    @Test
    void anEmptyAnswerIsAReceiptWithoutAnId() {
        Exchange exchange = post("Hello");

        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getHeaders()).containsExactlyEntriesOf(Map.of(CliqConstants.STATUS, 204));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'Response_Code': '204 No response'}",
                "{'Response Code': '204 No response'}",
                "{}",
                "[]",
                "{'message_id': null}",
                "{'message_id': {'a': 1}, 'data': [], 'id': ''}",
                "{'message_details': {}}",
                "{'message_details': []}",
                "{'message_details': {'1': {'chat_id': 'CT_1'}}}"
            })
    void anAnswerWithoutAnIdIsAReceipt(String body) {
        sandbox.answerNext(200, "application/json", body.replace('\'', '"'));

        Exchange exchange = post("Hello");

        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getHeader(CliqConstants.STATUS)).isEqualTo(200);
        assertThat(exchange.getMessage().getHeaders()).doesNotContainKey(CliqConstants.MESSAGE_ID);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'message_id': '1599387839188_229293271789'}                        | 1599387839188_229293271789",
                "{'url': 'u', 'type': 'message', 'data': {'id': 'm1', 'card': {}}}   | m1",
                "{'id': 'm2'}                                                        | m2",
                "{'id': 17}                                                          | 17",
                "{'message_details': {'1': {'chat_id': 'CT_1', 'message_id': 'm3'}}} | m3",
            })
    void theIdIsReadFromWhereverItStands(String body, String id) {
        sandbox.answerNext(200, "application/json", body.replace('\'', '"'));

        assertThat(post("Hello").getMessage().getHeader(CliqConstants.MESSAGE_ID))
                .isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 204, 299})
    void any2xxIsAReceipt(int status) {
        sandbox.answerNext(status, null, "");

        Exchange exchange = post("Hello");

        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getHeader(CliqConstants.STATUS)).isEqualTo(status);
    }

    @Test
    void aBotsPostTellsWhatEachRecipientGot() {
        Exchange exchange = post(
                "cliq:bot/deploybot?syncMessage=true", "Hello", Map.of(CliqConstants.RECIPIENTS, "55622663,55622664"));

        assertThat(exchange.getMessage().getHeader(CliqConstants.MESSAGE_DETAILS))
                .asInstanceOf(InstanceOfAssertFactories.map(String.class, BotMessage.class))
                .containsOnlyKeys("55622663", "55622664")
                .allSatisfy((user, message) -> {
                    assertThat(message.chatId()).contains(user);
                    assertThat(message.messageId()).isNotBlank();
                });
        assertThat(exchange.getMessage().getHeaders()).doesNotContainKey(CliqConstants.MESSAGE_ID);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'error': {'code': 'botmessage_no_valid_users', 'message': 'No such user.'}} | botmessage_no_valid_users, No such user.",
                "{'code': 'botmessage_no_valid_users', 'message': 'No such user.'}            | botmessage_no_valid_users, No such user.",
                "{'error': 'No such user.'}                                                   | No such user.",
                "{'error': {'code': 'botmessage_no_valid_users'}}                             | botmessage_no_valid_users",
                "'No such user.'                                                              | No such user.",
            })
    void aBotsPostTellsWhyARecipientGotNothing(String entry, String failure) {
        String body = "{'message_details': {'1': {'chat_id': 'CT_1', 'message_id': 'm1'}, '2': " + entry + "}}";
        sandbox.answerNext(200, "application/json", body.replace('\'', '"'));

        Exchange exchange = post("cliq:bot/deploybot?syncMessage=true", "Hello", Map.of());

        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getHeader(CliqConstants.MESSAGE_DETAILS))
                .asInstanceOf(InstanceOfAssertFactories.map(String.class, BotMessage.class))
                .containsOnly(
                        Map.entry("1", new BotMessage("CT_1", "m1", null)),
                        Map.entry("2", new BotMessage(null, null, failure)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "204 | ``                   | (empty)",
                "200 | {}                   | (2 bytes of application/json)",
                "200 | {\"message_id\": \"159 | (19 bytes of application/json)",
            })
    void aMissingIdIsToldWhereTheMessageAskedForIt(int status, String body, String what) {
        sandbox.answerNext(status, "application/json", body);
        Exchange asked = post("cliq:chat/x?syncMessage=true", "Hello", Map.of());
        sandbox.answerNext(status, "application/json", body);
        Exchange notAsked = post("Hello");

        assertThat(asked.getException()).isNull();
        assertThat(asked.getMessage().getHeader(CliqConstants.MISSING_MESSAGE_ID))
                .isEqualTo("Cliq's answer names no message id " + what);
        assertThat(notAsked.getMessage().getHeaders()).doesNotContainKey(CliqConstants.MISSING_MESSAGE_ID);
    }

    @Test
    void aBotsPostToOneRecipientHasOneId() {
        Exchange exchange =
                post("cliq:bot/deploybot?syncMessage=true", "Hello", Map.of(CliqConstants.RECIPIENTS, "55622663"));

        assertThat(exchange.getMessage().getHeader(CliqConstants.MESSAGE_ID))
                .isEqualTo(sandbox.messages().get(0).id());
    }
}
