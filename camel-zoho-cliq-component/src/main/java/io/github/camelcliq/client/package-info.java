/**
 * Talks to Cliq over HTTP: one client per account, the paths of both API versions, what Cliq's answers mean. Knows
 * Vert.x and the message; knows no Camel.
 */
package io.github.camelcliq.client;
