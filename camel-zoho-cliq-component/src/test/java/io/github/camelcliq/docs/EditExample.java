package io.github.camelcliq.docs;

import io.github.camelcliq.webhook.FunctionCall;
import io.github.camelcliq.webhook.FunctionReply;
import org.apache.camel.builder.RouteBuilder;

/** The route of the guide that edits the clicked message, in Java. */
public final class EditExample extends RouteBuilder {

    @Override
    public void configure() {
        // docs: edit
        from("cliq:function/approve_q4_budget")
                .setHeader("CamelCliqText", simple("Receipt: ${header.CamelCliqUserEmail} approved"))
                .to("cliq:chat/CT_receipts")
                .setBody(exchange -> {
                    FunctionCall call = exchange.getMessage().getBody(FunctionCall.class);
                    return FunctionReply.edit("Approved by " + call.user().firstName() + ", remark: " + call.input());
                });
        // end
    }
}
