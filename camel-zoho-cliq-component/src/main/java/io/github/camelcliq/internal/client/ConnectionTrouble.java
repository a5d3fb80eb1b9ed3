package io.github.camelcliq.internal.client;

import java.net.ConnectException;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says why a connection failed, and what to correct. */
final class ConnectionTrouble {

    /** Netty's HTTP proxy handler gives the status of the proxy only in its text. */
    private static final Pattern PROXY_STATUS = Pattern.compile(", status: ([0-9]{3})\\b");

    private ConnectionTrouble() {}

    /** Returns the text of an exception, and what is wrong with the certificate if that is the reason. */
    static String textOf(Throwable failure) {
        String text = QuotedText.textOf(failure);
        if (proxyStatus(failure) == 407) {
            return text + "; set the options proxyUsername and proxyPassword";
        }
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root instanceof GeneralSecurityException
                ? text + ": the certificate " + certificateComplaint(root) + " (" + QuotedText.textOf(root) + ")"
                : text;
    }

    private static String certificateComplaint(Throwable root) {
        if (root instanceof CertificateExpiredException) {
            return "has expired";
        }
        if (root instanceof CertificateNotYetValidException) {
            return "is not valid yet";
        }
        if (root instanceof CertPathBuilderException) {
            return "is not trusted; the option sslContextParameters sets the trust store";
        }
        return QuotedText.textOf(root).contains("matching") ? "is of another host" : "is not accepted";
    }

    /**
     * Returns the 4xx status, such as 407, by which an HTTP proxy refused the connection for good; 0 if it did not, or
     * if another attempt may succeed.
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
