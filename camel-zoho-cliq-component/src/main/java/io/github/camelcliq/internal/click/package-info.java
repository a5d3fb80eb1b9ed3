/**
 * Clicks: the HTTP server's path, verification, deduplication, and the answer. Not a public API: it may change with
 * each version.
 */
package io.github.camelcliq.internal.click;
