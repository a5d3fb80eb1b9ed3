package io.github.camelcliq.message.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;

/** Names the place where a document is not valid JSON. It never shows the document. */
final class BrokenJsonException extends JsonProcessingException {

    private static final long serialVersionUID = 1L;

    private final String where;

    BrokenJsonException(String problem, JsonLocation location) {
        super(problem, location);
        this.where = location == null || location.getLineNr() < 0
                ? ""
                : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    /** Returns one line, such as {@code broken JSON at line 3, column 7}. */
    @Override
    public String getMessage() {
        return getOriginalMessage() + where;
    }
}
