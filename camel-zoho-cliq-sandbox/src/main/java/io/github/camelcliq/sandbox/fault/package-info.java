/** What goes wrong with requests: which faults are set, and how a request is taken in and answered under them. */
package io.github.camelcliq.sandbox.fault;
