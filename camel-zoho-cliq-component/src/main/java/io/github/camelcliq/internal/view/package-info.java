/**
 * How an operator sees the figures: health checks, MBeans and meters. Not a public API: it may change with each
 * version.
 */
package io.github.camelcliq.internal.view;
