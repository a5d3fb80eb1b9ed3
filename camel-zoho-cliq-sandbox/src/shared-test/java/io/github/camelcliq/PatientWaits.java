package io.github.camelcliq;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Lets what is waited for take a minute: it costs nothing where it happens at once, and the machine may be busy. */
public final class PatientWaits implements LauncherSessionListener {

    /** The longest wait of a test for what must happen, in seconds. */
    public static final int SECONDS = 60;

    /** The longest wait of a test for what must happen. */
    public static final Duration LONGEST = Duration.ofSeconds(SECONDS);

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        Awaitility.setDefaultTimeout(LONGEST);
        // Awaitility looks every 100 ms by default, for the first time after 100 ms
        Awaitility.setDefaultPollDelay(Duration.ZERO);
        Awaitility.setDefaultPollInterval(Duration.ofMillis(10));
    }
}
