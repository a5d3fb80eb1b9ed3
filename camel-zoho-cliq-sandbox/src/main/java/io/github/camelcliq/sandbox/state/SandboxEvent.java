package io.github.camelcliq.sandbox.state;

/**
 * Something that happened in the sandbox, as those who watch it are told.
 *
 * @param number which one it is
 * @param type what happened
 * @param length how many characters of JSON it keeps alive
 * @param subject the message, request, token request or click; for {@link Type#STATE} the name of what changed
 */
public record SandboxEvent(long number, Type type, int length, Object subject) {

    /** What can happen. */
    public enum Type {
        MESSAGE("message"),
        EDITED("edited"),
        REQUEST("request"),
        TOKEN_REQUEST("token-request"),
        CLICK("click"),
        STATE("state");

        private final String label;

        Type(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
