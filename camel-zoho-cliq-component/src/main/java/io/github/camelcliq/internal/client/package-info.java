/**
 * The posts of one account: access tokens, attempts, and what answers mean. Not a public API: it may change with each
 * version.
 */
package io.github.camelcliq.internal.client;
