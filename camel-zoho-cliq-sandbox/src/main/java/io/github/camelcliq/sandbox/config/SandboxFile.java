package io.github.camelcliq.sandbox.config;

import io.github.camelcliq.sandbox.Sandbox;
import io.github.camelcliq.sandbox.judging.Fidelity;
import io.github.camelcliq.sandbox.judging.RuleLevel;
import io.github.camelcliq.sandbox.organisation.Organisation;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A configuration file of a sandbox, in YAML.
 *
 * <pre>{@code
 * port: 8090
 * limits:
 *   preset: of-cliq
 * users:
 *   - { id: "55622663", firstName: Scott, email: scott.fisher@zylker.com }
 * functions:
 *   - { name: approve_q4_budget, executionUrl: "http://localhost:8080/cliq/functions" }
 * }</pre>
 *
 * <p>All keys are optional; the guide's page on the local Cliq lists them. Durations are written as {@code PT10M}.
 */
public final class SandboxFile {

    private static final Map<String, Fidelity> FIDELITIES = Labels.of(Fidelity.values());
    private static final Map<String, RuleLevel> LEVELS = Labels.of(RuleLevel.values());

    private final Sandbox.Builder sandbox;
    private final Optional<Integer> port;
    private final String accessToken;

    private SandboxFile(Sandbox.Builder sandbox, Optional<Integer> port, String accessToken) {
        this.sandbox = sandbox;
        this.port = port;
        this.accessToken = accessToken;
    }

    /**
     * Reads a file.
     *
     * @throws UnusableFileException if the file has problems; it names all of them
     */
    public static SandboxFile read(Path file) {
        FileProblems problems = new FileProblems();
        return text(file, problems)
                .flatMap(text -> FileObject.root(YamlTree.of(text, problems), problems))
                .flatMap(root -> root.made(SandboxFile::of))
                .filter(read -> problems.count() == 0)
                .orElseThrow(() -> new UnusableFileException(file, problems.inOrder()));
    }

    /**
     * Returns the builder of the sandbox that the file describes. It is always the same builder, and the caller may
     * change it.
     */
    public Sandbox.Builder builder() {
        return sandbox;
    }

    /** Returns the port that the file names, if it names one. */
    public Optional<Integer> port() {
        return port;
    }

    /** Returns an access token that the sandbox accepts: the first of the file, or the default one. */
    public String accessToken() {
        return accessToken;
    }

    private static SandboxFile of(FileObject file) {
        Sandbox.Builder sandbox = Sandbox.builder();
        Optional<Integer> port = file.number("port");
        file.set("port", port, sandbox::port);
        file.set("host", file.text("host"), sandbox::host);
        file.set("fidelity", file.choice("fidelity", FIDELITIES), sandbox::fidelity);
        file.set("rules", file.choice("rules", LEVELS), sandbox::rules);
        file.set("history", file.number("history"), sandbox::history);
        file.set("historyBytes", file.number("historyBytes").map(Integer::longValue), sandbox::historyBytes);
        file.set("bodyTimeout", file.duration("bodyTimeout"), sandbox::bodyTimeout);
        file.set("idleTimeout", file.duration("idleTimeout"), sandbox::idleTimeout);
        file.set("clickTimeout", file.duration("clickTimeout"), sandbox::clickTimeout);
        file.set("clickKey", file.text("clickKey"), sandbox::clickKey);
        Organisation organisation = OrganisationSection.read(file);
        sandbox.organisation(organisation);
        file.object("limits").ifPresent(limits -> limits.made(each -> LimitsSection.apply(each, sandbox)));
        List<String> tokens = file.object("tokens")
                .flatMap(each -> each.made(new TokensSection(organisation, !file.isFlawed("users"), sandbox)::apply))
                .orElse(List.of());
        return new SandboxFile(sandbox, port, tokens.isEmpty() ? Sandbox.DEFAULT_ACCESS_TOKEN : tokens.get(0));
    }

    private static Optional<String> text(Path file, FileProblems problems) {
        try {
            return Optional.of(Files.readString(file));
        } catch (NoSuchFileException none) {
            problems.add("", "there is no such file");
        } catch (CharacterCodingException otherwise) {
            problems.add("", "is not written in UTF-8");
        } catch (IOException unreadable) {
            problems.add("", "cannot be read: " + unreadable.getMessage());
        }
        return Optional.empty();
    }
}
