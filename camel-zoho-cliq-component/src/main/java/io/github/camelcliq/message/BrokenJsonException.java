package io.github.camelcliq.message;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;

/** Says where a document stops being JSON, without a character of what it says. */
final class BrokenJsonException extends JsonProcessingException {

    private static final long serialVersionUID = 1L;

    private final String where;

    BrokenJsonException(String problem, JsonLocation location) {
        super(problem, location);
        this.where = location == null || location.getLineNr() < 0
                ? ""
                : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    /** One line, such as {@code broken JSON at line 3, column 7}. */
    @Override
    public String getMessage() {
        return getOriginalMessage() + where;
    }
}
