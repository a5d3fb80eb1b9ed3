/**
 * Measurements of the component and of the local Cliq. They print; what they judge, if anything, the classes with a
 * {@code main} say.
 */
package io.github.camelcliq.benchmarks;
