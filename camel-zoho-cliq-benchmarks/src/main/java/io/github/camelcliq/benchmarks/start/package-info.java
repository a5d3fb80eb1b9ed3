/** How long an application takes until its first message is accepted. */
package io.github.camelcliq.benchmarks.start;
