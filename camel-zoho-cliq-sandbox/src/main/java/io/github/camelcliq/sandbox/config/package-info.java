/** The configuration file of a sandbox. */
package io.github.camelcliq.sandbox.config;
