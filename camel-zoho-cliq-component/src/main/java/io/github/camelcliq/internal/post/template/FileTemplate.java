package io.github.camelcliq.internal.post.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;
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

    // guarded by this after the constructor

    /** The file that was read last; {@code null} if it could not be read. */
    private Version version;

    private MessageTemplate current;

    /**
     * What differs after a change. The real path, since a mounted folder may change by its links; the key of the file,
     * since a copy may have the time and the size of the file that it replaces.
     */
    private record Version(Path real, Object key, FileTime time, long size) {}

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
        return readAgainAfterAChange().apply(variables, input);
    }

    private synchronized MessageTemplate readAgainAfterAChange() {
        try {
            Version found = version();
            if (!found.equals(version)) {
                version = found;
                current = read(found);
            }
        } catch (TemplateException wrong) {
            LOG.warn("The template {} stays as it was before its change", name, wrong);
        } catch (IOException unreadable) {
            if (version != null) {
                LOG.warn("The template {} stays as it was, and is tried again with each message", name, unreadable);
            }
            version = null;
        }
        return current;
    }

    private Version version() throws IOException, TemplateException {
        Path real = folder.resolve(file).toRealPath();
        if (!real.startsWith(folder.toRealPath())) {
            throw new TemplateException("names " + name + ", which is outside the templateFolder");
        }
        BasicFileAttributes attributes = Files.readAttributes(real, BasicFileAttributes.class);
        return new Version(real, attributes.fileKey(), attributes.lastModifiedTime(), attributes.size());
    }

    private MessageTemplate read(Version found) throws IOException, TemplateException {
        try {
            return JsltTemplate.parse(name, Files.readString(found.real()));
        } catch (CharacterCodingException notUtf8) {
            throw new TemplateException("names " + name + ", which is not text in UTF-8");
        }
    }
}
