package io.github.camelcliq.sandbox.judging;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.ExecutionConfig;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import java.util.List;

/** Collects the errors of the validator, and ends the validation when there are enough. */
final class BoundedErrors extends ExecutionContext {

    private static final int MOST = 4 * Judgement.MOST;

    // the validator swaps the list while it evaluates conditions, whose errors do not count
    private final List<Error> errors = getErrors();
    private final RuleLevel level;
    private int refusing;
    private int doubtful;

    private BoundedErrors(ExecutionConfig config, RuleLevel level) {
        super(config);
        this.level = level;
    }

    static List<Error> of(Schema schema, JsonNode value, RuleLevel level) {
        BoundedErrors context =
                new BoundedErrors(schema.createExecutionContext().getExecutionConfig(), level);
        try {
            schema.validate(context, value);
        } catch (Enough enough) {
            // the errors up to here stand
        }
        return context.errors;
    }

    @Override
    public void addError(Error error) {
        boolean counts = getErrors() == errors;
        boolean refuses = new Complaint("", "", LevelKeyword.of(error)).isRefusedAt(level);
        // remarks must not push out errors that refuse the message
        if (counts && !refuses && ++doubtful > MOST) {
            return;
        }
        super.addError(error);
        if (counts && refuses && ++refusing >= MOST) {
            throw new Enough();
        }
    }

    /** The only way out of the validator's recursion. */
    private static final class Enough extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Enough() {
            super("enough errors", null, false, false);
        }
    }
}
