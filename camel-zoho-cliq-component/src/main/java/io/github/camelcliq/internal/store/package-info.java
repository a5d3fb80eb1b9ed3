/**
 * Where the posts of a Cliq user are counted: in memory, in a file, or by a server for several JVMs. Not a public API:
 * it may change with each version.
 */
package io.github.camelcliq.internal.store;
