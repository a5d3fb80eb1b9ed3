/** One HTTP request, by Vert.x Web Client. Nothing in here is promised to users: it may change with each version. */
package io.github.camelcliq.internal.http;
