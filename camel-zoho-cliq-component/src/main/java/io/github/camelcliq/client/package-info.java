/** Types that options and failures name: data centres, API versions, token suppliers, what is known of a message. */
package io.github.camelcliq.client;
