/** One HTTP request, by Vert.x Web Client. Not a public API: it may change with each version. */
package io.github.camelcliq.internal.http;
