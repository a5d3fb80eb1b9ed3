/** The Camel component {@code cliq}: posts exchanges to Zoho Cliq as validated, interactive messages. */
package io.github.camelcliq;
