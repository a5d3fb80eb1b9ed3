package io.github.camelcliq.docs;

import io.github.camelcliq.dsl.CliqEndpointBuilderFactory.CliqBuilders;
import io.github.camelcliq.message.Overflow;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;

/** A route whose endpoints and headers the compiler checks. */
// docs: routes
final class EndpointDslExample extends EndpointRouteBuilder implements CliqBuilders {

    @Override
    public void configure() {
        from(direct("alerts"))
                .setHeader(cliq().cliqHint(), constant("of today"))
                .to(cliq("channel/operations").overflow(Overflow.FIT).syncMessage(true));
    }
}
// end
