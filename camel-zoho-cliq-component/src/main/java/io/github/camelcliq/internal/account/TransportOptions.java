package io.github.camelcliq.internal.account;

import io.github.camelcliq.CliqAccount;
import io.vertx.core.net.KeyCertOptions;
import io.vertx.core.net.ProxyOptions;
import io.vertx.core.net.TrustOptions;
import io.vertx.ext.web.client.WebClientOptions;
import java.util.LinkedHashSet;
import javax.net.ssl.KeyManager;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509KeyManager;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelContextAware;
import org.apache.camel.support.jsse.SSLContextParameters;

/** Makes Web Client options from the options of an account. */
public final class TransportOptions {

    /** In bytes. Gateways add many headers. An answer with a longer head is lost, even if its status is a success. */
    private static final int MAX_HEAD = 64 * 1024;

    private TransportOptions() {}

    /** Returns the defaults of an account. */
    public static WebClientOptions defaults() {
        return new WebClientOptions()
                .setUserAgent("camel-zoho-cliq")
                .setMaxHeaderSize(MAX_HEAD)
                .setMaxPoolSize(64)
                .setKeepAliveTimeout(20);
    }

    /** @param tls how TLS connections are made; {@code null} for the defaults of the JDK */
    static WebClientOptions of(CliqAccount options, SSLContextParameters tls, CamelContext context) throws Exception {
        WebClientOptions transport = new WebClientOptions(options.getWebClientOptions())
                .setConnectTimeout(Math.toIntExact(options.getConnectTimeout().toMillis()));
        if (options.getProxyHost() != null) {
            transport.setProxyOptions(new ProxyOptions()
                    .setType(options.getProxyType())
                    .setHost(options.getProxyHost())
                    .setPort(options.getProxyPort())
                    .setUsername(options.getProxyUsername())
                    .setPassword(options.getProxyPassword()));
        }
        if (tls != null) {
            secure(transport, tls, context);
        }
        return transport;
    }

    /**
     * Sets the Camel context on parts of SSL parameters. Camel does so only if it makes the whole SSL context itself.
     */
    private static void handDown(CamelContext context, CamelContextAware... parts) {
        for (CamelContextAware part : parts) {
            if (part != null) {
                part.setCamelContext(context);
            }
        }
    }

    private static void secure(WebClientOptions transport, SSLContextParameters parameters, CamelContext context)
            throws Exception {
        if (parameters.getTrustManagers() != null) {
            handDown(
                    context,
                    parameters.getTrustManagers(),
                    parameters.getTrustManagers().getKeyStore());
            for (TrustManager manager : parameters.getTrustManagers().createTrustManagers()) {
                transport.setTrustAll(false).setTrustOptions(TrustOptions.wrap(manager));
            }
        }
        if (parameters.getKeyManagers() != null) {
            handDown(
                    context,
                    parameters.getKeyManagers(),
                    parameters.getKeyManagers().getKeyStore());
            for (KeyManager manager : parameters.getKeyManagers().createKeyManagers()) {
                if (manager instanceof X509KeyManager keys) {
                    transport.setKeyCertOptions(KeyCertOptions.wrap(keys));
                }
            }
        }
        if (parameters.getCipherSuites() != null) {
            transport.getEnabledCipherSuites().clear();
            parameters.getCipherSuites().getCipherSuite().forEach(transport::addEnabledCipherSuite);
        }
        if (parameters.getSecureSocketProtocols() != null) {
            transport.setEnabledSecureTransportProtocols(
                    new LinkedHashSet<>(parameters.getSecureSocketProtocols().getSecureSocketProtocol()));
        }
    }
}
