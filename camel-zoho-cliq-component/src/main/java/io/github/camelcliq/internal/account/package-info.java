/**
 * The accounts of a Camel context: their credentials and options, what they share, and when they end. Nothing in here
 * is promised to users: it may change with each version.
 */
package io.github.camelcliq.internal.account;
