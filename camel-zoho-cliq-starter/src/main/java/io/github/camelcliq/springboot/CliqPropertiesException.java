package io.github.camelcliq.springboot;

import java.util.List;

/** Properties of the component are wrong. Says which and where they are set; never shows a value. */
class CliqPropertiesException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CliqPropertiesException(List<String> complaints) {
        super(String.join("\n", complaints));
    }
}
