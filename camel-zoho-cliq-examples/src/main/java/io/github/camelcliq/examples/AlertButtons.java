package io.github.camelcliq.examples;

import io.github.camelcliq.message.ButtonStyle;
import io.github.camelcliq.message.InstantButton;
import java.util.List;
import java.util.Map;

/**
 * The instant buttons of a monitoring alert, made as data: whatever the alert says, a quotation mark in an address
 * included, cannot change what the buttons are. A bean of {@code routes/alert.yaml}.
 */
public final class AlertButtons {

    private static final String DUTY = "audiocall/130720038";

    /**
     * The buttons by their key in the text.
     *
     * @param event the body of Alertmanager's webhook
     */
    public Map<String, InstantButton> of(Map<String, Object> event) {
        return Map.of(
                "ack",
                InstantButton.labelled("Acknowledge")
                        .invoke("acknowledge_alert")
                        .argument("receiver", event.get("receiver"))
                        .argument("fingerprint", firstAlert(event).get("fingerprint"))
                        .build(),
                "call",
                InstantButton.labelled("Call the duty")
                        .type(ButtonStyle.NEGATIVE)
                        .system(DUTY)
                        .build(),
                "runbook",
                InstantButton.labelled("Copy the runbook").copy(runbook(event)).build());
    }

    private static Map<?, ?> firstAlert(Map<String, Object> event) {
        return (Map<?, ?>) ((List<?>) event.get("alerts")).get(0);
    }

    /** The address that the alert's annotations give, or else Alertmanager's own. */
    private static String runbook(Map<String, Object> event) {
        Map<?, ?> annotations = (Map<?, ?>) event.get("commonAnnotations");
        Object address = annotations.get("runbook_url");
        return (String) (address != null ? address : event.get("externalURL"));
    }
}
