package io.github.camelcliq.sandbox.state;

/**
 * An event in the sandbox, as readers of the event stream get it.
 *
 * @param number its number
 * @param type what happened
 * @param length how many characters of JSON it holds
 * @param subject the message, request, token request or click; for {@link Type#STATE} the name of the changed setting
 */
public record SandboxEvent(long number, Type type, int length, Object subject) {

    /** The kinds of events. */
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
