package io.github.camelcliq.benchmarks.message;

import io.github.camelcliq.benchmarks.side.BudgetMessage;
import io.github.camelcliq.message.CliqMessage;
import io.github.camelcliq.message.RecipientsField;
import io.github.camelcliq.message.TargetKind;
import io.github.camelcliq.message.Violation;
import io.github.camelcliq.message.json.MessageJson;
import io.github.camelcliq.message.rules.MessageRules;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What is done with each message before it is sent. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class MessageBenchmark {

    private final CliqMessage message = BudgetMessage.typed();

    /** All of Cliq's rules, of which the message breaks none. */
    @Benchmark
    public List<Violation> check() {
        return MessageRules.DEFAULT.check(message, TargetKind.CHAT);
    }

    /** Its JSON in UTF-8. */
    @Benchmark
    public byte[] write() {
        return MessageJson.write(message, RecipientsField.USER_IDS);
    }
}
