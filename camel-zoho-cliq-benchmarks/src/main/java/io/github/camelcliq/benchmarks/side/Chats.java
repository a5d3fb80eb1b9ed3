package io.github.camelcliq.benchmarks.side;

/** The chats that are posted to, by their numbers. */
final class Chats {

    /** The access token of whoever brings one along. */
    static final String ACCESS_TOKEN = "1000.8cb99dxxxxxxxxxxxxx9be93.9b8xxxxxxxxxxxxxxxf";

    private Chats() {}

    static String id(int chat) {
        return "CT_1203304812000146098_55622663-B" + chat;
    }

    /** The path of posts to one, under the host's address. */
    static String path(int chat) {
        return "/api/v2/chats/" + id(chat) + "/messages";
    }
}
