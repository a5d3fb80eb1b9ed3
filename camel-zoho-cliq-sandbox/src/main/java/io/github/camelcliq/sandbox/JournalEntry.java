package io.github.camelcliq.sandbox;

import io.github.camelcliq.sandbox.judging.Complaint;
import java.time.Instant;
import java.util.List;

/**
 * One request to the posting API and how it was answered. The {@code Authorization} header is never kept.
 *
 * @param time when the request arrived
 * @param method the HTTP method
 * @param path the path, as it arrived
 * @param query the query, as it arrived, with the values of credentials masked; {@code null} where there was none
 * @param body the body as text; empty where it was larger than the sandbox takes; credentials in a form are masked
 * @param status the status answered; 0 where the connection ended before one was
 * @param complaints what was wrong with the message, in the order it was found; empty where nothing was, or where
 *     nobody looked
 * @param remarks what was doubtful about the message and passed
 * @param answer the body answered, as text; empty where there was none
 */
public record JournalEntry(
        Instant time,
        String method,
        String path,
        String query,
        String body,
        int status,
        List<Complaint> complaints,
        List<Complaint> remarks,
        String answer) {

    /** Copies complaints and remarks. */
    public JournalEntry {
        complaints = List.copyOf(complaints);
        remarks = List.copyOf(remarks);
    }
}
