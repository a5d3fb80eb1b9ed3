/** The paths of Cliq itself: posts, tokens and response URLs, in the order in which Cliq checks them. */
package io.github.camelcliq.sandbox.api;
