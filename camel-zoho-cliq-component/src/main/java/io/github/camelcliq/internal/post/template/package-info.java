/** Templates that make a message of an event. Not a public API: it may change with each version. */
package io.github.camelcliq.internal.post.template;
