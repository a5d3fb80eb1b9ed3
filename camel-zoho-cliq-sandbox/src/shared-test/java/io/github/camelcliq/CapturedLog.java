package io.github.camelcliq;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.core.config.Property;

/** Everything that is logged below one name at one level or above, for as long as it is open. */
public final class CapturedLog implements AutoCloseable {

    private final String logger;
    private final Lines lines = new Lines();
    private final LoggerContext context = (LoggerContext) LogManager.getContext(false);

    public CapturedLog(String logger, Level level) {
        this.logger = logger;
        Configuration configuration = context.getConfiguration();
        LoggerConfig config = new LoggerConfig(logger, level, false);
        lines.start();
        config.addAppender(lines, level, null);
        configuration.addLogger(logger, config);
        context.updateLoggers();
    }

    /** What was logged so far, with the stack traces. */
    public List<String> lines() {
        return lines(Level.ALL);
    }

    /** The same of one level or above. */
    public List<String> lines(Level level) {
        return lines.lines.stream()
                .filter(line -> line.level().isMoreSpecificThan(level))
                .map(Line::text)
                .toList();
    }

    private record Line(Level level, String text) {}

    @Override
    public void close() {
        context.getConfiguration().removeLogger(logger);
        context.updateLoggers();
        lines.stop();
    }

    private static final class Lines extends AbstractAppender {

        private final List<Line> lines = new CopyOnWriteArrayList<>();

        Lines() {
            super("captured", null, null, true, Property.EMPTY_ARRAY);
        }

        @Override
        public void append(LogEvent event) {
            StringBuilder text = new StringBuilder(event.getMessage().getFormattedMessage());
            for (Throwable thrown = event.getThrown(); thrown != null; thrown = thrown.getCause()) {
                text.append('\n').append(thrown);
            }
            lines.add(new Line(event.getLevel(), text.toString()));
        }
    }
}
