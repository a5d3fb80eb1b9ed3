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
 * @param query the query, as it arrived, with the values of credentials masked; {@code null} if there was none
 * @param body the body as text, with the credentials of a form masked; empty if it was larger than the sandbox takes
 * @param status the status of the answer; 0 if the connection ended before an answer
 * @param complaints what was wrong with the message, in the order it was found; empty if nothing was wrong, or if the
 *     message was not judged
 * @param remarks the doubtful points of the message that passed
 * @param answer the body of the answer, as text; empty if there was none
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
