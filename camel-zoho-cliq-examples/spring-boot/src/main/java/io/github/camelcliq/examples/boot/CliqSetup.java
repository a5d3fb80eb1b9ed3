package io.github.camelcliq.examples.boot;

import io.github.camelcliq.CliqAccount;
import io.github.camelcliq.CliqComponent;
import io.github.camelcliq.CliqConfiguration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The component as a bean, with the options of application.yaml. */
@Configuration(proxyBeanMethods = false)
class CliqSetup {

    @Bean
    @ConfigurationProperties("camel.component.cliq")
    CliqAccount cliqAccount() {
        return new CliqAccount();
    }

    @Bean
    @ConfigurationProperties("camel.component.cliq")
    CliqConfiguration cliqConfiguration() {
        return new CliqConfiguration();
    }

    /** Camel finds it by its name, which is the scheme of the endpoints. */
    @Bean
    CliqComponent cliq(CliqAccount cliqAccount, CliqConfiguration cliqConfiguration) {
        CliqComponent cliq = new CliqComponent();
        cliq.setDefaultAccount(cliqAccount);
        cliq.setConfiguration(cliqConfiguration);
        return cliq;
    }
}
