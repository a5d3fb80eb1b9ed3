/** Clicks on buttons: calls the function that a button names, and shows its answer. */
package io.github.camelcliq.sandbox.function;
