/**
 * The way from an exchange to a message that is checked. Nothing in here is promised to users: it may change with each
 * version.
 */
package io.github.camelcliq.internal.post;
