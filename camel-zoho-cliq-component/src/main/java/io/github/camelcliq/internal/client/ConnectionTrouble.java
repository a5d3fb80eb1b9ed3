package io.github.camelcliq.internal.client;

import java.net.ConnectException;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says why no connection came about, as somebody who has to mend it wants to know. */
final class ConnectionTrouble {

    /** Netty's HTTP proxy handler says in its text only how the proxy answered. */
    private static final Pattern PROXY_STATUS = Pattern.compile(", status: ([0-9]{3})\\b");

    private ConnectionTrouble() {}

    /** What an exception says, and what is wrong with the certificate where that is the reason. */
    static String textOf(Throwable failure) {
        String text = QuotedText.textOf(failure);
        if (proxyStatus(failure) == 407) {
            return text + "; the options proxyUsername and proxyPassword name who asks";
        }
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root instanceof GeneralSecurityException
                ? text + ": the certificate " + complaint(root) + " (" + QuotedText.textOf(root) + ")"
                : text;
    }

    private static String complaint(Throwable root) {
        if (root instanceof CertificateExpiredException) {
            return "has expired";
        }
        if (root instanceof CertificateNotYetValidException) {
            return "is not valid yet";
        }
        if (root instanceof CertPathBuilderException) {
            return "is not trusted; the option sslContextParameters says what is";
        }
        return QuotedText.textOf(root).contains("matching") ? "is of another host" : "is not accepted";
    }

    /**
     * The status by which an HTTP proxy refused for good to connect, a 4xx such as 407; 0 where it did not, or where
     * another attempt may succeed.
     */
    static int proxyRefusal(Throwable failure) {
        int status = proxyStatus(failure);
        return status >= 400 && status < 500 && status != 408 && status != 429 ? status : 0;
    }

    private static int proxyStatus(Throwable failure) {
        Matcher said = PROXY_STATUS.matcher(QuotedText.textOf(failure));
        return failure instanceof ConnectException && said.find() ? Integer.parseInt(said.group(1)) : 0;
    }
}
