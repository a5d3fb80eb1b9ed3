package io.github.camelcliq.internal.post.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A template in a file below a folder, read again after a change. A file that is wrong after a change is logged, and
 * the template stays as it was: an alert must not be lost while somebody edits.
 */
final class FileTemplate implements MessageTemplate {

    private static final Logger LOG = LoggerFactory.getLogger(FileTemplate.class);

    private final String name;
    private final Path folder;
    private final Path file;

    /** {@code null} while there is no file. */
    private volatile Version version;

    private volatile MessageTemplate current;

    /** What differs after a change; the real path too, since a mounted folder may change by its links. */
    private record Version(Path real, FileTime time, long size) {}

    /** @throws TemplateException if the file cannot be read, is outside the folder, or is no template */
    FileTemplate(String name, Path folder, Path file) throws TemplateException {
        this.name = name;
        this.folder = folder;
        this.file = file;
        try {
            version = version();
            current = read(version);
        } catch (IOException unreadable) {
            throw new TemplateException("names " + name + ", which cannot be read below the templateFolder");
        }
    }

    MessageTemplate current() {
        return current;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public JsonNode apply(Map<String, JsonNode> variables, JsonNode input) throws TemplateException {
        readAgainAfterAChange();
        return current.apply(variables, input);
    }

    private void readAgainAfterAChange() {
        Version found = null;
        try {
            found = version();
            if (!found.equals(version)) {
                current = read(found);
            }
        } catch (IOException | TemplateException wrong) {
            if (!Objects.equals(found, version)) {
                LOG.warn("The template {} stays as it was before its change", name, wrong);
            }
        }
        version = found;
    }

    private Version version() throws IOException, TemplateException {
        Path real = folder.resolve(file).toRealPath();
        if (!real.startsWith(folder.toRealPath())) {
            throw new TemplateException("names " + name + ", which is outside the templateFolder");
        }
        return new Version(real, Files.getLastModifiedTime(real), Files.size(real));
    }

    private MessageTemplate read(Version found) throws IOException, TemplateException {
        try {
            return JsltTemplate.parse(name, Files.readString(found.real()));
        } catch (CharacterCodingException notUtf8) {
            throw new TemplateException("names " + name + ", which is not text in UTF-8");
        }
    }
}
