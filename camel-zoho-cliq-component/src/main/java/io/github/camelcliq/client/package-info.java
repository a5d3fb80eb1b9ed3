/** Types of options and failures: data centres, API versions, token suppliers, and the delivery of a message. */
package io.github.camelcliq.client;
