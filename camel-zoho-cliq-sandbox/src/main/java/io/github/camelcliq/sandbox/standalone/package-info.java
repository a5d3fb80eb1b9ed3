/** The command line of the standalone jar. Needs picocli, which only that jar has. */
package io.github.camelcliq.sandbox.standalone;
