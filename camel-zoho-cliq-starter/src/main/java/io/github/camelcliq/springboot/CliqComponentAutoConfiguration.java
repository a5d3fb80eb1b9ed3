package io.github.camelcliq.springboot;

import io.github.camelcliq.CliqComponent;
import org.apache.camel.CamelContext;
import org.apache.camel.Component;
import org.apache.camel.spi.ComponentCustomizer;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.apache.camel.spring.boot.ComponentConfigurationProperties;
import org.apache.camel.spring.boot.util.CamelPropertiesHelper;
import org.apache.camel.spring.boot.util.ConditionalOnCamelContextAndAutoConfigurationBeans;
import org.apache.camel.spring.boot.util.ConditionalOnHierarchicalProperties;
import org.apache.camel.spring.boot.util.HierarchicalPropertiesEvaluator;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesBindHandlerAdvisor;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;

/** Sets the options of the component from the properties {@code camel.component.cliq.*}. */
@AutoConfiguration(after = CamelAutoConfiguration.class)
@Conditional(ConditionalOnCamelContextAndAutoConfigurationBeans.class)
@EnableConfigurationProperties({ComponentConfigurationProperties.class, CliqComponentConfiguration.class})
@ConditionalOnHierarchicalProperties({"camel.component", "camel.component.cliq"})
@Import(CliqComponentConverter.class)
public class CliqComponentAutoConfiguration {

    private final ApplicationContext applicationContext;
    private final CamelContext camelContext;
    private final CliqComponentConfiguration configuration;

    public CliqComponentAutoConfiguration(
            ApplicationContext applicationContext,
            CamelContext camelContext,
            CliqComponentConfiguration configuration) {
        this.applicationContext = applicationContext;
        this.camelContext = camelContext;
        this.configuration = configuration;
    }

    /** Checks the names of the properties. Static, since Spring Boot needs it before any properties are bound. */
    @Bean
    static ConfigurationPropertiesBindHandlerAdvisor cliqPropertiesCheck() {
        return CliqPropertiesCheck::new;
    }

    /** Starts the component with the application. Otherwise it would check its accounts when a route first names it. */
    @Bean
    CamelContextConfiguration cliqComponentStart() {
        return new CamelContextConfiguration() {
            @Override
            public void beforeApplicationStart(CamelContext context) {
                context.getComponent("cliq");
            }

            @Override
            public void afterApplicationStart(CamelContext context) {
                // nothing to do
            }
        };
    }

    @Lazy
    @Bean
    public ComponentCustomizer configureCliqComponent() {
        return new ComponentCustomizer() {
            @Override
            public void configure(String name, Component target) {
                CliqComponent cliq = (CliqComponent) target;
                // first, since the other options are set on these two
                if (configuration.getDefaultAccount() != null) {
                    cliq.setDefaultAccount(configuration.getDefaultAccount());
                }
                if (configuration.getConfiguration() != null) {
                    cliq.setConfiguration(configuration.getConfiguration());
                }
                CamelPropertiesHelper.copyProperties(camelContext, configuration, cliq);
            }

            @Override
            public boolean isEnabled(String name, Component target) {
                return HierarchicalPropertiesEvaluator.evaluate(
                                applicationContext, "camel.component.customizer", "camel.component.cliq.customizer")
                        && target instanceof CliqComponent;
            }
        };
    }
}
