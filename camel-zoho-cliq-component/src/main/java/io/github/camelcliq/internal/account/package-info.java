/**
 * The accounts of a Camel context: their credentials and options, what they share, and when they end. Not a public API:
 * it may change with each version.
 */
package io.github.camelcliq.internal.account;
