/**
 * The posts of one account: access tokens, attempts, and what answers mean. Nothing in here is promised to users: it
 * may change with each version.
 */
package io.github.camelcliq.internal.client;
