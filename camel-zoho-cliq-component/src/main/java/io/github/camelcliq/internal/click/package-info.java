/**
 * Clicks: the HTTP server's path, verification, deduplication, and the answer. Nothing in here is promised to users: it
 * may change with each version.
 */
package io.github.camelcliq.internal.click;
