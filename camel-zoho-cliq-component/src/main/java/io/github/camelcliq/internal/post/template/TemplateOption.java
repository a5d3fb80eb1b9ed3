package io.github.camelcliq.internal.post.template;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.camel.CamelContext;

/**
 * Finds the template that an option names, and parses it. An endpoint URI may come from outside, so it can only name
 * what is meant to be a template: a resource of the class path that ends in {@code .jslt}, such a file below the folder
 * of the component, or a bean.
 */
public final class TemplateOption {

    private static final String CLASSPATH = "classpath:";
    private static final String FILE = "file:";
    private static final String REF = "ref:";
    private static final String SUFFIX = ".jslt";

    private final CamelContext context;
    private final String folder;
    private final boolean reload;

    /**
     * @param folder the folder of the files; {@code null} if no file may be a template
     * @param reload whether a file is read again after a change
     */
    public TemplateOption(CamelContext context, String folder, boolean reload) {
        this.context = context;
        this.folder = folder;
        this.reload = reload;
    }

    /**
     * Returns the template of an option's value; {@code null} for {@code null}, and for an empty value, by which an
     * endpoint has no template although the component has one.
     *
     * @throws TemplateException if there is no such template, or if it cannot be parsed. The text does not show a value
     *     of a wrong form, which may be a secret in the wrong place
     */
    public MessageTemplate template(String value) throws TemplateException {
        if (value == null || value.isEmpty()) {
            return null;
        }
        try {
            if (value.startsWith(CLASSPATH)) {
                return JsltTemplate.parse(value, resource(value.substring(CLASSPATH.length())));
            }
            if (value.startsWith(FILE)) {
                return file(value);
            }
            if (value.startsWith(REF)) {
                return bean(value);
            }
        } catch (NoClassDefFoundError absent) {
            throw new TemplateException(
                    "needs the library com.schibsted.spt.data:jslt (0.1.14): add it to the class path", "", absent);
        }
        throw new TemplateException(
                "must be classpath:name.jslt, ref:bean, or file:name.jslt below the templateFolder of the component");
    }

    private String resource(String name) throws TemplateException {
        if (!isTemplateName(name)) {
            throw new TemplateException("must name a resource that ends in " + SUFFIX + ", without ..");
        }
        try (InputStream found = context.getClassResolver().loadResourceAsStream(name)) {
            if (found == null) {
                throw new TemplateException("names " + CLASSPATH + name + ", which is not on the class path");
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(found.readAllBytes()))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw new TemplateException("names " + CLASSPATH + name + ", which is not text in UTF-8");
        } catch (IOException unreadable) {
            throw new TemplateException("names " + CLASSPATH + name + ", which cannot be read", "", unreadable);
        }
    }

    private MessageTemplate bean(String value) throws TemplateException {
        Object bean = context.getRegistry().lookupByName(value.substring(REF.length()));
        if (bean == null) {
            throw new TemplateException("names " + value + ", which is not in the registry");
        }
        return JsltTemplate.ofBean(value, bean);
    }

    private MessageTemplate file(String value) throws TemplateException {
        if (folder == null || folder.isBlank()) {
            throw new TemplateException(
                    "names a file: set camel.component.cliq.template-folder to the folder of the" + " templates");
        }
        String name = value.substring(FILE.length());
        try {
            if (!isTemplateName(name) || Path.of(name).getRoot() != null) {
                throw new TemplateException("must name a file that ends in " + SUFFIX
                        + ", by its path from the templateFolder, without ..");
            }
            FileTemplate file = new FileTemplate(value, Path.of(folder), Path.of(name));
            return reload ? file : file.current();
        } catch (InvalidPathException noPath) {
            throw new TemplateException("must name a file");
        }
    }

    private static boolean isTemplateName(String name) {
        return name.endsWith(SUFFIX) && Arrays.stream(name.split("[/\\\\]")).noneMatch(segment -> segment.equals(".."));
    }
}
