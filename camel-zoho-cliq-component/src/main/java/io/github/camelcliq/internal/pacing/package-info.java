/**
 * Permits: when a post may go out, so that Cliq never locks a user out. The pacer keeps what waits, its store what is
 * counted. Not a public API: it may change with each version.
 */
package io.github.camelcliq.internal.pacing;
