package io.github.camelcliq.benchmarks.side;

/** One way to post the {@link BudgetMessage}, to any of so many chats. Its clients stay open between posts. */
interface Poster extends AutoCloseable {

    /**
     * Posts once, without waiting.
     *
     * @param chat the number of the chat, from 0
     * @param answered hears of the end, but never before the way through the poster's own threads has begun
     */
    void post(int chat, Answered answered);

    @Override
    void close() throws Exception;
}
