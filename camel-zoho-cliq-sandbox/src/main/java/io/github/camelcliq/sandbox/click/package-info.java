/**
 * A click on a button: what it finds in the message, what it tells a function and how that is signed, what the function
 * may answer, and what came of it. {@link io.github.camelcliq.sandbox.click.Click} is what somebody does,
 * {@link io.github.camelcliq.sandbox.click.ClickOutcome} what they see. Knows nothing of HTTP.
 */
package io.github.camelcliq.sandbox.click;
