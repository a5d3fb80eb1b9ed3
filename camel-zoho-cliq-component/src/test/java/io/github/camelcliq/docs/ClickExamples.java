package io.github.camelcliq.docs;

import org.apache.camel.builder.RouteBuilder;

/** The routes that start from a click and that the guide shows in Java. */
public final class ClickExamples {

    private ClickExamples() {}

    /** A click that is answered with a message. */
    public static final class Approval extends RouteBuilder {

        @Override
        public void configure() {
            // docs: approval
            from("cliq:function/approve_q4_budget")
                    .setBody(simple("Approved by ${body.user.firstName}, remark: ${body.input}"));
            // end
        }
    }
}
