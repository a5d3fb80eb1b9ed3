/**
 * The figures of the accounts and click paths of a Camel context: the one source of all that operators see. Not a
 * public API: it may change with each version.
 */
package io.github.camelcliq.internal.figures;
