package io.github.camelcliq.client;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.WebClient;

/** Where requests go: the URL of a server such as Cliq's, which is taken apart once. */
final class HttpAddress {

    private final String url;
    private volatile Server server;

    /** @param url with scheme and host, without a slash at its end */
    HttpAddress(String url) {
        this.url = url;
    }

    /**
     * A post to a path below.
     *
     * @param uri path and query, encoded
     * @throws io.vertx.core.VertxException if the URL is none
     */
    HttpRequest<Buffer> post(WebClient web, String uri, Timeouts timeouts) {
        Server to = server();
        return web.request(HttpMethod.POST, to.address, to.address.port(), to.address.host(), to.below(uri))
                .ssl(to.ssl)
                .connectTimeout(timeouts.connect().toMillis());
    }

    private Server server() {
        Server read = server;
        if (read == null) {
            read = Server.of(new RequestOptions().setAbsoluteURI(url));
            server = read;
        }
        return read;
    }

    /** @param path what all paths begin with, without a slash at its end; may be empty */
    private record Server(SocketAddress address, boolean ssl, String path) {

        String below(String uri) {
            return path.isEmpty() ? uri : path + uri;
        }

        static Server of(RequestOptions root) {
            return new Server(
                    SocketAddress.inetSocketAddress(root.getPort(), root.getHost()),
                    root.isSsl(),
                    root.getURI().equals("/") ? "" : root.getURI());
        }
    }
}
