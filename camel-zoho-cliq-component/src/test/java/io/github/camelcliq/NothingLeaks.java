package io.github.camelcliq;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Has Netty's leak detector look at all tests of a class, and fails it where a buffer was not released. */
final class NothingLeaks implements BeforeAllCallback, AfterAllCallback {

    private LeakWatch leaks;

    @Override
    public void beforeAll(ExtensionContext context) {
        leaks = new LeakWatch();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        try {
            leaks.assertNothingLeaked();
        } finally {
            leaks.close();
        }
    }
}
