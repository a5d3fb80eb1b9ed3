package io.github.camelcliq.allocation;

/** The chats that are posted to, by their numbers. */
final class Chats {

    static final String ACCESS_TOKEN = "1000.8cb99dxxxxxxxxxxxxx9be93.9b8xxxxxxxxxxxxxxxf";

    private Chats() {}

    static String id(int chat) {
        return "CT_1203304812000146098_55622663-B" + chat;
    }
}
