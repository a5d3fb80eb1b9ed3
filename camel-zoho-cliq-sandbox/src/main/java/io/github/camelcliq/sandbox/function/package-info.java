/** Clicks on buttons: calls the function that a button names, and shows what it answers. */
package io.github.camelcliq.sandbox.function;
