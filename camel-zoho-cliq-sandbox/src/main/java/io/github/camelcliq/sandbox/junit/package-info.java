/** The sandbox as an extension of JUnit 5, which the tests that use it bring. */
package io.github.camelcliq.sandbox.junit;
