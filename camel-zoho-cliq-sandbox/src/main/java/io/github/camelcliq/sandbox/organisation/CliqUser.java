package io.github.camelcliq.sandbox.organisation;

/**
 * A person of the organisation.
 *
 * @param id the ZUID, such as {@code 55622663}; not blank
 * @param firstName the first name; may be empty
 * @param lastName the last name; may be empty
 * @param email the email address; not blank
 * @param admin whether the person is an administrator
 */
public record CliqUser(String id, String firstName, String lastName, String email, boolean admin) {

    /** Refuses a blank id or email. */
    public CliqUser {
        Texts.requireText("a user's id", id);
        Texts.requireText("a user's email", email);
        firstName = Texts.orEmpty(firstName);
        lastName = Texts.orEmpty(lastName);
    }

    /** Returns both names; the email of a person without names. */
    public String name() {
        String both = (firstName + " " + lastName).strip();
        return both.isEmpty() ? email : both;
    }

    /**
     * Returns whether an id or email names this person.
     *
     * @param idOrEmail a ZUID, or an email address in upper or lower case
     */
    public boolean is(String idOrEmail) {
        return id.equals(idOrEmail) || email.equalsIgnoreCase(idOrEmail);
    }
}
