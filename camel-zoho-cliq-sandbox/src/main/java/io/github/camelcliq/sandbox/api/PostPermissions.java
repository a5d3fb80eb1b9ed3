package io.github.camelcliq.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelcliq.sandbox.http.Answer;
import io.github.camelcliq.sandbox.organisation.CliqUser;
import io.github.camelcliq.sandbox.organisation.Organisation;
import io.github.camelcliq.sandbox.state.MessageAuthors;
import java.util.Optional;

/**
 * The permissions of users in a strict organisation. Only its own people may post, and only administrators may mention
 * everybody. The reference names 403 for both. Giving administrators the permission is our choice.
 */
final class PostPermissions {

    private static final String EVERYBODY = "{@all}";

    private final Organisation organisation;
    private final MessageAuthors authors;

    PostPermissions(Organisation organisation) {
        this.organisation = organisation;
        this.authors = new MessageAuthors(organisation);
    }

    /**
     * Returns the answer to a post that its user may not make; empty if the user may.
     *
     * @param user the Cliq user whose token it was posted with
     */
    Optional<Answer> refusal(String user, JsonNode message) {
        if (!organisation.strictTargets()) {
            return Optional.empty();
        }
        Optional<CliqUser> person = authors.person(user);
        if (person.isEmpty()) {
            return Optional.of(Answer.error(403, "The user does not belong to the organisation."));
        }
        boolean everybody = message.path("text").asText("").contains(EVERYBODY);
        return everybody && !person.get().admin()
                ? Optional.of(Answer.error(403, "The user has no permission to mention everybody."))
                : Optional.empty();
    }
}
