/**
 * Permits: when a post may go out, so that Cliq never locks a user out. Nothing in here is promised to users: it may
 * change with each version.
 */
package io.github.camelcliq.internal.pacing;
