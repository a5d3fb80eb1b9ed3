package io.github.camelcliq.springboot;

import io.github.camelcliq.CliqAccount;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.beans.BeanUtils;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.context.properties.bind.AbstractBindHandler;
import org.springframework.boot.context.properties.bind.BindContext;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.PropertySourceOrigin;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * Fails where a property of the component is misspelt or its value cannot be read, and reports all of them at once.
 * Spring Boot's own check prints values, and skips environment variables and system properties.
 *
 * <p>Spring Boot tries to bind every name that it knows, in each account too. A property whose name it did not try is
 * misspelt.
 */
class CliqPropertiesCheck extends AbstractBindHandler {

    private static final ConfigurationPropertyName PREFIX = ConfigurationPropertyName.of("camel.component.cliq");

    private final Set<ConfigurationPropertyName> known = new LinkedHashSet<>();

    /**
     * Names with a plain value. Below {@code access-token} Spring Boot also tries {@code blank}, since a String has it.
     */
    private final Set<ConfigurationPropertyName> leaves = new HashSet<>();

    /** Options of which Spring Boot did not try all names. */
    private final Set<ConfigurationPropertyName> leftOut = new HashSet<>();

    private final List<String> complaints = new ArrayList<>();
    private boolean checking;

    CliqPropertiesCheck(BindHandler parent) {
        super(parent);
    }

    @Override
    public <T> Bindable<T> onStart(ConfigurationPropertyName name, Bindable<T> target, BindContext context) {
        if (target.getType().resolve() == CliqComponentConfiguration.class) {
            checking = true;
            known.clear();
            leaves.clear();
            leftOut.clear();
            complaints.clear();
        }
        if (BeanUtils.isSimpleProperty(target.getType().resolve(Object.class))) {
            leaves.add(name);
        }
        if (!leaves.contains(name.getParent())) {
            known.add(name);
        }
        return super.onStart(name, withDefaults(name, target), context);
    }

    /** Single values of {@code web-client-options} change the component's defaults, not those of Vert.x. */
    @SuppressWarnings("unchecked")
    private static <T> Bindable<T> withDefaults(ConfigurationPropertyName name, Bindable<T> target) {
        return name.equals(PREFIX.append("web-client-options"))
                ? target.withSuppliedValue(() -> (T) new CliqAccount().getWebClientOptions())
                : target;
    }

    /**
     * Spring Boot leaves placeholders as they are if nothing sets them. Camel resolves its own on the component only.
     */
    @Override
    public Object onSuccess(ConfigurationPropertyName name, Bindable<?> target, BindContext context, Object result) {
        if (checking && result instanceof String text) {
            if (text.startsWith("${") && text.endsWith("}")) {
                complain(name, "refers to a property that is not set", context.getConfigurationProperty());
            } else if (text.contains("{{") && !PREFIX.isParentOf(name)) {
                complain(name, "must name properties as ${...}, not as {{...}}", context.getConfigurationProperty());
            }
        }
        return super.onSuccess(name, target, context, result);
    }

    @Override
    public Object onFailure(ConfigurationPropertyName name, Bindable<?> target, BindContext context, Exception error)
            throws Exception {
        ConfigurationProperty property = context.getConfigurationProperty();
        if (!checking || property == null || isOfBean(error)) {
            return super.onFailure(name, target, context, error);
        }
        // Spring Boot tries no further name below
        leftOut.add(name);
        if (property.getName().equals(name)) {
            complain(name, "must be " + expected(target), property);
        } else if (name.isAncestorOf(property.getName())) {
            // its setter threw, and the exception may quote the value
            complain(property.getName(), "has a value that is refused", property);
        } else {
            return super.onFailure(name, target, context, error);
        }
        return null;
    }

    /** Returns whether a bean is there and cannot be created. Its own error says why. */
    private static boolean isOfBean(Throwable error) {
        return error != null && (error instanceof BeanCreationException || isOfBean(error.getCause()));
    }

    @Override
    public void onFinish(ConfigurationPropertyName name, Bindable<?> target, BindContext context, Object result)
            throws Exception {
        super.onFinish(name, target, context, result);
        if (target.getType().resolve() == CliqComponentConfiguration.class) {
            checking = false;
            context.getSources().forEach(this::check);
            if (!complaints.isEmpty()) {
                throw new CliqPropertiesException(complaints.stream().distinct().toList());
            }
        }
    }

    private void check(ConfigurationPropertySource source) {
        if (source instanceof IterableConfigurationPropertySource names) {
            boolean environment = source.getUnderlyingSource() instanceof SystemEnvironmentPropertySource;
            names.stream()
                    .filter(PREFIX::isAncestorOf)
                    .filter(name -> leftOut.stream().noneMatch(option -> option.isAncestorOf(name)))
                    .filter(name -> environment
                            ? isUnknownVariable(source.getConfigurationProperty(name))
                            : !known.contains(name))
                    .forEach(name -> complain(name, unknown(name), source.getConfigurationProperty(name)));
        }
    }

    /**
     * The name of an environment variable does not show which of its underscores end an element. Spring Boot finds an
     * option by two names: with its dashes left out, or as underscores.
     */
    private boolean isUnknownVariable(ConfigurationProperty variable) {
        String name = variable.getOrigin() instanceof PropertySourceOrigin origin
                ? origin.getPropertyName()
                : variable.getName().toString();
        return known.stream()
                .map(option -> option.toString().replaceAll("[.\\[\\]]+", "_").replaceAll("_$", ""))
                .noneMatch(option -> name.equalsIgnoreCase(option.replace("-", ""))
                        || name.equalsIgnoreCase(option.replace('-', '_')));
    }

    private String unknown(ConfigurationPropertyName name) {
        ConfigurationPropertyName nearest = nearest(name);
        return nearest.isAncestorOf(name) && !leaves.contains(nearest)
                ? "cannot be set together with " + written(nearest)
                : "is unknown, the nearest is " + written(nearest);
    }

    private ConfigurationPropertyName nearest(ConfigurationPropertyName name) {
        ConfigurationPropertyName parent = name.getParent();
        while (!known.contains(parent)) {
            parent = parent.getParent();
        }
        int depth = parent.getNumberOfElements();
        String element = name.getElement(depth, Form.UNIFORM);
        String rest = joined(name, depth);
        return known.stream()
                .filter(parent::isParentOf)
                .min(Comparator.comparingInt(option ->
                        Math.min(distance(element, joined(option, depth)), distance(rest, joined(option, depth)))))
                .orElse(parent);
    }

    /** The elements from one on as a single word, without dashes and in lower case. */
    private static String joined(ConfigurationPropertyName name, int from) {
        return IntStream.range(from, name.getNumberOfElements())
                .mapToObj(index -> name.getElement(index, Form.UNIFORM))
                .collect(Collectors.joining());
    }

    /** Returns how many characters have to be added, left out or replaced to make one text of the other. */
    private static int distance(String one, String other) {
        int[] row = IntStream.rangeClosed(0, other.length()).toArray();
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j - 1], row[j]));
            }
        }
        return row[other.length()];
    }

    private static String expected(Bindable<?> target) {
        Class<?> type = target.getType().resolve(Object.class);
        if (type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(constant ->
                                    constant.toString().toLowerCase(Locale.ROOT).replace('_', '-'))
                            .collect(Collectors.joining(", "));
        }
        if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        }
        if (type == Integer.class || type == int.class) {
            return "a whole number";
        }
        if (type == Duration.class) {
            return "a duration such as 5s, or milliseconds";
        }
        return CliqComponentConverter.BEANS.contains(type)
                ? "#bean:name, a bean of the type " + type.getName()
                : "of the type " + type.getSimpleName();
    }

    /** The name as properties have it, with the account in brackets. */
    private static String written(ConfigurationPropertyName name) {
        return name.toString().replaceFirst("^(" + PREFIX + ".accounts)\\.([^.\\[]+)", "$1[$2]");
    }

    /** @param property the property with the place where it is set; {@code null} if it is not known */
    private void complain(ConfigurationPropertyName name, String complaint, ConfigurationProperty property) {
        Origin place = Origin.from(property);
        complaints.add(written(name) + " " + complaint + (place == null ? "" : " (" + place + ")"));
    }
}
