/** What the rules and the writing of one message cost, without a network. */
package io.github.camelcliq.benchmarks.message;
