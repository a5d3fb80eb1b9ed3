package io.github.camelcliq.springboot;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Reports wrong properties. Comes before the analysis of Spring Boot, which would print their values. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class CliqPropertiesFailureAnalyzer extends AbstractFailureAnalyzer<CliqPropertiesException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, CliqPropertiesException cause) {
        return new FailureAnalysis(
                cause.getMessage(), "Correct these properties. Values are not shown, since they may be secret.", cause);
    }
}
