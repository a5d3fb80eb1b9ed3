package io.github.camelcliq.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelcliq.CliqAccount;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.BeanUtils;

/** The starter has the options that the component's catalog file names, neither more nor fewer. */
class CatalogTest {

    private static Set<Map.Entry<String, JsonNode>> options() throws IOException {
        try (InputStream catalog = CatalogTest.class.getResourceAsStream("/META-INF/io/github/camelcliq/cliq.json")) {
            return new ObjectMapper()
                    .readTree(catalog)
                    .path("componentProperties")
                    .properties();
        }
    }

    private static List<String> writable(Class<?> type) {
        return Stream.of(BeanUtils.getPropertyDescriptors(type))
                .filter(property -> property.getWriteMethod() != null)
                .map(property -> property.getName())
                .toList();
    }

    @Test
    void everyOptionOfTheComponentIsAProperty() throws IOException {
        assertThat(writable(CliqComponentConfiguration.class))
                .filteredOn(name -> !name.equals("enabled") && !name.equals("customizer"))
                .containsExactlyInAnyOrderElementsOf(
                        options().stream().map(Map.Entry::getKey).toList());
    }

    /** The metadata says that these options are there under each account's name. */
    @Test
    void everyOptionOfAnAccountIsAPropertyOfNamedAccounts() throws IOException {
        assertThat(writable(CliqAccount.class))
                .containsExactlyInAnyOrderElementsOf(options().stream()
                        .filter(option -> option.getValue()
                                .path("configurationClass")
                                .asText()
                                .equals(CliqAccount.class.getName()))
                        .map(Map.Entry::getKey)
                        .toList());
    }

    @Test
    void everyOptionThatIsABeanIsFoundByItsName() throws IOException {
        assertThat(CliqComponentConverter.BEANS)
                .extracting(Class::getName)
                .containsExactlyInAnyOrderElementsOf(options().stream()
                        .filter(option ->
                                option.getValue().path("type").asText().equals("object"))
                        // it takes texts too, and itself finds the bean that a text names
                        .filter(option -> !option.getKey().equals("pacingStore"))
                        .map(option -> option.getKey().equals("accounts")
                                ? CliqAccount.class.getName()
                                : option.getValue().path("javaType").asText())
                        .distinct()
                        .toList());
    }
}
