/** Measurements of the component against the local Cliq. They print, and judge nothing: tests do that. */
package io.github.camelcliq.benchmarks;
