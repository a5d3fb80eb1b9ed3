package io.github.camelcliq.allocation;

/** One way to post the message to any of so many chats. */
interface Poster extends AutoCloseable {

    /**
     * Posts once, without waiting.
     *
     * @param chat the number of the chat, from 0
     */
    void post(int chat, Answered answered);

    @Override
    void close() throws Exception;

    /** Hears that a post is over, on any thread. */
    interface Answered {

        /** @param failure why the message was not accepted; {@code null} where it was */
        void answered(Throwable failure);
    }
}
