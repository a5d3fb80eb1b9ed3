package io.github.camelcliq.sandbox.standalone;

import io.github.camelcliq.sandbox.Sandbox;
import io.github.camelcliq.sandbox.config.SandboxFile;
import io.github.camelcliq.sandbox.config.UnusableFileException;
import io.github.camelcliq.sandbox.judging.RuleLevel;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line: reads it, starts the sandbox, and prints its address. */
@Command(
        name = "java -jar camel-zoho-cliq-sandbox-standalone.jar",
        description = {"Starts a local Zoho Cliq, with a page that shows what is posted to it.", ""},
        versionProvider = StartCommand.Version.class,
        optionListHeading = "",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:after --help and --version",
            "1:it cannot listen, for example because the port is taken",
            "2:the command line or the configuration file is wrong"
        },
        sortOptions = false)
final class StartCommand implements Callable<Integer> {

    static final int DEFAULT_PORT = 8090;

    private static final int CANNOT_LISTEN = 1;

    private final Consumer<Sandbox> started;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--port",
            paramLabel = "NUMBER",
            description = "The port to listen on; " + DEFAULT_PORT + " by default, 0 chooses a free port.")
    private Integer port;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            description = "The address to listen on; " + Sandbox.DEFAULT_HOST
                    + " by default, which no other machine can reach.")
    private String host;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "A YAML file with users, chats, channels, bots, functions, tokens and limits.")
    private Path config;

    @Option(
            names = "--rules",
            paramLabel = "LEVEL",
            description = "How strict the rules are if Zoho's pages disagree: tolerant, reference or strict;"
                    + " reference by default.")
    private RuleLevel rules;

    @Option(names = "--help", usageHelp = true, description = "Shows this help.")
    private boolean help;

    @Option(names = "--version", versionHelp = true, description = "Shows the version.")
    private boolean version;

    /** @param started takes the sandbox once it listens, and must close it */
    StartCommand(Consumer<Sandbox> started) {
        this.started = started;
    }

    CommandLine commandLine() {
        return new CommandLine(this)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(StartCommand::misused);
    }

    @Override
    public Integer call() {
        try {
            Optional<SandboxFile> file = Optional.ofNullable(config).map(SandboxFile::read);
            return start(configured(file), file.map(SandboxFile::accessToken).orElse(Sandbox.DEFAULT_ACCESS_TOKEN));
        } catch (UnusableFileException unusable) {
            err().println(unusable.getMessage());
            return ExitCode.USAGE;
        } catch (IllegalArgumentException refused) {
            throw new ParameterException(spec.commandLine(), refused.getMessage(), refused);
        }
    }

    /** Returns the builder of the sandbox. Options of the command line override those of the file. */
    private Sandbox.Builder configured(Optional<SandboxFile> file) {
        Sandbox.Builder builder = file.map(SandboxFile::builder).orElseGet(Sandbox::builder);
        if (port != null) {
            builder.port(port);
        } else if (file.flatMap(SandboxFile::port).isEmpty()) {
            builder.port(DEFAULT_PORT);
        }
        Optional.ofNullable(host).ifPresent(builder::host);
        Optional.ofNullable(rules).ifPresent(builder::rules);
        return builder;
    }

    private int start(Sandbox.Builder builder, String accessToken) {
        try {
            Sandbox sandbox = builder.start();
            started.accept(sandbox);
            StartNotice.print(sandbox, accessToken, out(), err());
            return ExitCode.OK;
        } catch (IllegalStateException cannotListen) {
            err().println(cannotListen.getMessage() + ". Choose another with --port or --host.");
            return CANNOT_LISTEN;
        }
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }

    private static int misused(ParameterException misuse, String[] arguments) {
        PrintWriter err = misuse.getCommandLine().getErr();
        err.println(misuse.getMessage());
        err.println("--help shows the options.");
        return ExitCode.USAGE;
    }

    /** The version in the manifest of the jar. */
    static final class Version implements CommandLine.IVersionProvider {

        @Override
        public String[] getVersion() {
            Optional<String> version =
                    Optional.ofNullable(StartCommand.class.getPackage().getImplementationVersion());
            return new String[] {"camel-zoho-cliq-sandbox " + version.orElse("(not from a jar)")};
        }
    }
}
