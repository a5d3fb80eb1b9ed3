/** The way from an exchange to a message that is checked. Not a public API: it may change with each version. */
package io.github.camelcliq.internal.post;
