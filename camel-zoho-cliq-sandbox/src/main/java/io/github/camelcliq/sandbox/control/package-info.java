/** The page, the control API below /sandbox, and its JSON. */
package io.github.camelcliq.sandbox.control;
