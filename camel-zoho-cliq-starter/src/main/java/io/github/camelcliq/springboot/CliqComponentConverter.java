package io.github.camelcliq.springboot;

import io.github.camelcliq.CliqAccount;
import io.github.camelcliq.CliqConfiguration;
import io.github.camelcliq.client.AccessTokenSupplier;
import io.vertx.core.Vertx;
import io.vertx.ext.web.client.WebClientOptions;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.context.properties.ConfigurationPropertiesBinding;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.GenericConverter;

/** Finds the bean that a property names: {@code #bean:name} or {@code #name}. */
@ConfigurationPropertiesBinding
class CliqComponentConverter implements GenericConverter {

    /** The types of options whose values are beans. */
    static final Set<Class<?>> BEANS = Set.of(
            CliqAccount.class,
            CliqConfiguration.class,
            AccessTokenSupplier.class,
            IdempotentRepository.class,
            SSLContextParameters.class,
            Vertx.class,
            WebClientOptions.class);

    private final BeanFactory beans;

    CliqComponentConverter(BeanFactory beans) {
        this.beans = beans;
    }

    @Override
    public Set<ConvertiblePair> getConvertibleTypes() {
        return BEANS.stream()
                .map(type -> new ConvertiblePair(String.class, type))
                .collect(Collectors.toSet());
    }

    @Override
    public Object convert(Object source, TypeDescriptor sourceType, TypeDescriptor targetType) {
        String reference = source == null ? "" : source.toString();
        if (!reference.startsWith("#")) {
            throw new IllegalArgumentException("not a reference to a bean");
        }
        String name = reference.substring(reference.startsWith("#bean:") ? "#bean:".length() : 1);
        return beans.getBean(name, targetType.getType());
    }
}
