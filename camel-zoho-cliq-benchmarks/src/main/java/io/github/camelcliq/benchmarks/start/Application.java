package io.github.camelcliq.benchmarks.start;

import io.github.camelcliq.CliqConstants;
import io.github.camelcliq.benchmarks.side.BudgetMessage;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.main.Main;
import org.apache.camel.model.dataformat.JsonLibrary;

/** The applications that are started: one route each, which posts the same message to the same chat. */
enum Application {
    /** With the component. */
    CLIQ("cliq:", CliqConstants.STATUS) {
        @Override
        void configure(Main main, String url) {
            main.addInitialProperty("camel.component.cliq.base-url", url);
            main.addInitialProperty("camel.component.cliq.access-token", TOKEN);
            main.configure().addRoutesBuilder(new RouteBuilder() {
                @Override
                public void configure() {
                    from(START).to("cliq:chat/" + CHAT);
                }
            });
        }

        @Override
        Object message() {
            return BudgetMessage.typed();
        }
    },
    /** With what there is in Camel itself. */
    VERTX_HTTP("marshal, vertx-http:", Exchange.HTTP_RESPONSE_CODE) {
        @Override
        void configure(Main main, String url) {
            main.configure().addRoutesBuilder(new RouteBuilder() {
                @Override
                public void configure() {
                    from(START)
                            .marshal()
                            .json(JsonLibrary.Jackson)
                            .setHeader("Authorization", constant("Bearer " + TOKEN))
                            .setHeader("Content-Type", constant("application/json"))
                            .to("vertx-http:" + url + "/api/v2/chats/" + CHAT + "/messages?httpMethod=POST");
                }
            });
        }

        @Override
        Object message() {
            return BudgetMessage.plain();
        }
    };

    /** Where the route starts. */
    static final String START = "direct:start";

    private static final String TOKEN = "1000.8cb99dxxxxxxxxxxxxx9be93.9b8xxxxxxxxxxxxxxxf";
    private static final String CHAT = "CT_1203304812000146098_55622663-B2";

    private final String label;
    private final String statusHeader;

    Application(String label, String statusHeader) {
        this.label = label;
        this.statusHeader = statusHeader;
    }

    /** What it is called in tables and plots. */
    String label() {
        return label;
    }

    /** The name of the header that has the HTTP status of the answer. */
    String statusHeader() {
        return statusHeader;
    }

    /** @param url of whoever takes the post, without a slash at the end */
    abstract void configure(Main main, String url);

    /** What is sent through the route. */
    abstract Object message();
}
