package io.github.camelcliq;

import io.github.camelcliq.client.DataCenter;
import io.github.camelcliq.webhook.FunctionCall;
import io.github.camelcliq.webhook.FunctionReply;
import io.github.camelcliq.webhook.NoReply;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Posts late answers to the address that the call names for them. Experimental: how Cliq wants such a post
 * authenticated, and for how long it takes it, is not documented. The address is used only where it is of one of Cliq's
 * hosts or of the configured one, since whoever wrote it may have written any other.
 */
final class ResponseUrlReplies implements LateReplies {

    private static final Logger LOG = LoggerFactory.getLogger(ResponseUrlReplies.class);

    private final CliqConfiguration options;
    private final CamelContext context;

    // made for the first late answer, of which most applications have none
    private volatile HttpClient http;

    ResponseUrlReplies(CliqConfiguration options, CamelContext context) {
        this.options = options;
        this.context = context;
    }

    @Override
    public void start() {
        // nothing is needed before the first late answer
    }

    @Override
    public void stop() {
        http = null;
    }

    @Override
    public void deliver(FunctionCall call, FunctionReply reply) {
        if (reply instanceof NoReply) {
            return;
        }
        Optional<URI> address = address(call.responseUrl());
        if (address.isEmpty()) {
            LOG.warn("A late answer to {} is dropped: the call has no response URL of Cliq's", call);
            return;
        }
        try {
            client().sendAsync(post(address.get(), reply), BodyHandlers.discarding())
                    .whenComplete((answer, failure) -> tell(call, answer, failure));
        } catch (Exception notSent) {
            tell(call, null, notSent);
        }
    }

    private HttpRequest post(URI address, FunctionReply reply) {
        return HttpRequest.newBuilder(address)
                .timeout(Duration.ofMillis(options.getTotalTimeout()))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(reply.json()))
                .build();
    }

    /** The address itself is not logged: who knows it can answer as well. */
    private static void tell(FunctionCall call, HttpResponse<Void> answer, Throwable failure) {
        if (failure != null) {
            LOG.warn("A late answer to {} could not be posted", call, failure);
        } else if (answer.statusCode() / 100 != 2) {
            LOG.warn("A late answer to {} was refused with {}", call, answer.statusCode());
        } else {
            LOG.debug("A late answer to {} was posted", call);
        }
    }

    /** Where a late answer may go; empty where the call names nothing, or somewhere else. */
    private Optional<URI> address(String responseUrl) {
        if (responseUrl == null) {
            return Optional.empty();
        }
        try {
            URI address = new URI(responseUrl);
            boolean known = address.getRawUserInfo() == null
                    && Stream.concat(
                                    Arrays.stream(DataCenter.values()).map(DataCenter::cliqUrl),
                                    Stream.of(options.cliqUrl()))
                            .map(URI::create)
                            .anyMatch(cliq -> isSameServer(cliq, address));
            return known ? Optional.of(address) : Optional.empty();
        } catch (URISyntaxException notAnAddress) {
            return Optional.empty();
        }
    }

    private static boolean isSameServer(URI cliq, URI address) {
        return cliq.getScheme().equalsIgnoreCase(address.getScheme())
                && cliq.getHost().equalsIgnoreCase(address.getHost())
                && cliq.getPort() == address.getPort();
    }

    private HttpClient client() throws Exception {
        HttpClient client = http;
        if (client == null) {
            client = newClient();
            http = client;
        }
        return client;
    }

    /** Redirects are not followed: they lead to hosts that nobody looked at. */
    private HttpClient newClient() throws Exception {
        HttpClient.Builder client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(Duration.ofMillis(options.getConnectTimeout()));
        if (options.getProxyHost() != null) {
            client.proxy(ProxySelector.of(new InetSocketAddress(options.getProxyHost(), options.getProxyPort())));
        }
        if (options.getSslContextParameters() != null) {
            client.sslContext(options.getSslContextParameters().createSSLContext(context));
        }
        return client.build();
    }
}
