/**
 * What a post costs with the component, beside the bare HTTP client and beside what a user would otherwise put
 * together.
 */
package io.github.camelcliq.benchmarks.side;
