/** What a post allocates, beside the bare HTTP client: measured in each build, in a JVM of its own. */
package io.github.camelcliq.allocation;
