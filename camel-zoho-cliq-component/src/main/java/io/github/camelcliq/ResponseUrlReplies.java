package io.github.camelcliq;

import io.github.camelcliq.client.DataCenter;
import io.github.camelcliq.webhook.FunctionCall;
import io.github.camelcliq.webhook.FunctionReply;
import io.github.camelcliq.webhook.NoReply;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Posts late answers to the address that the call names for them. Experimental: how Cliq wants such a post
 * authenticated, and for how long it takes it, is not documented. The address is used only where it is of one of Cliq's
 * hosts or of the configured one, since whoever wrote it may have written any other.
 */
final class ResponseUrlReplies implements LateReplies {

    private static final Logger LOG = LoggerFactory.getLogger(ResponseUrlReplies.class);

    private final CliqAccount options;
    private final CliqComponent component;

    // made for the first late answer, of which most applications have none
    private volatile WebClient web;

    ResponseUrlReplies(CliqAccount options, CliqComponent component) {
        this.options = options;
        this.component = component;
    }

    @Override
    public void start() {
        // nothing is needed before the first late answer
    }

    /** Posts under way may end: the client closes itself once nobody refers to it. */
    @Override
    public void stop() {
        web = null;
    }

    @Override
    public void deliver(FunctionCall call, FunctionReply reply) {
        if (reply instanceof NoReply) {
            return;
        }
        Optional<String> address = address(call.responseUrl());
        if (address.isEmpty()) {
            LOG.warn("A late answer to {} is dropped: the call has no response URL of Cliq's", call);
            return;
        }
        try {
            post(address.get(), reply).onComplete(answer -> tell(call, answer));
        } catch (Exception notSent) {
            tell(call, Future.failedFuture(notSent));
        }
    }

    private Future<HttpResponse<Buffer>> post(String address, FunctionReply reply) throws Exception {
        CliqAccounts accounts = CliqAccounts.of(component.getCamelContext());
        Future<HttpResponse<Buffer>> post = web(accounts)
                .requestAbs(HttpMethod.POST, address)
                .putHeader("Content-Type", "application/json")
                .connectTimeout(options.getConnectTimeout().toMillis())
                .timeout(options.getTotalTimeout().toMillis())
                .sendBuffer(Buffer.buffer(reply.json()));
        accounts.closeAfter(post);
        return post;
    }

    /** The address itself is not logged: who knows it can answer as well. */
    private static void tell(FunctionCall call, AsyncResult<HttpResponse<Buffer>> answer) {
        if (answer.failed()) {
            LOG.warn("A late answer to {} could not be posted", call, answer.cause());
        } else if (answer.result().statusCode() / 100 != 2) {
            LOG.warn(
                    "A late answer to {} was refused with {}",
                    call,
                    answer.result().statusCode());
        } else {
            LOG.debug("A late answer to {} was posted", call);
        }
    }

    /** Where a late answer may go: a server that we know, and what the call names on it. */
    private Optional<String> address(String responseUrl) {
        if (responseUrl == null) {
            return Optional.empty();
        }
        try {
            URI address = new URI(responseUrl);
            return Stream.concat(
                            Arrays.stream(DataCenter.values()).map(DataCenter::cliqUrl), Stream.of(options.cliqUrl()))
                    .map(URI::create)
                    .filter(cliq -> isOn(cliq, address))
                    .map(cliq -> cliq.getScheme() + "://" + cliq.getRawAuthority() + pathOf(address))
                    .findFirst();
        } catch (URISyntaxException notAnAddress) {
            return Optional.empty();
        }
    }

    /** To the letter: another spelling of a server may be another server. */
    private static boolean isOn(URI cliq, URI address) {
        return cliq.getScheme().equalsIgnoreCase(address.getScheme())
                && cliq.getRawAuthority().equalsIgnoreCase(address.getRawAuthority());
    }

    private static String pathOf(URI address) {
        String path = address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        return address.getRawQuery() == null ? path : path + "?" + address.getRawQuery();
    }

    private WebClient web(CliqAccounts accounts) throws Exception {
        WebClient client = web;
        if (client == null) {
            client = accounts.newWeb(options, component);
            web = client;
        }
        return client;
    }
}
