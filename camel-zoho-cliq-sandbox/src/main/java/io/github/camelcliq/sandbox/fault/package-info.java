/** Faults: which requests have them, and how such a request is read and answered. */
package io.github.camelcliq.sandbox.fault;
