package io.github.camelcliq.docs;

import java.util.Locale;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/** The routes of a YAML file, for tests that also run the same routes in Java. */
public final class YamlRoutes extends RouteBuilder {

    private final String file;

    /** @param file by its path on the class path */
    YamlRoutes(String file) {
        this.file = file;
    }

    /** Returns an example in YAML: the file of the recipes that has the name of its class. */
    public static YamlRoutes of(Class<? extends RoutesBuilder> example) {
        return new YamlRoutes("recipes/" + example.getSimpleName().toLowerCase(Locale.ROOT) + ".yaml");
    }

    @Override
    public void configure() throws Exception {
        PluginHelper.getRoutesLoader(getContext())
                .loadRoutes(ResourceHelper.resolveResource(getContext(), "classpath:" + file));
    }
}
