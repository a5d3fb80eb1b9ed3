/**
 * A click on a button: the button in its message, the request to the function and its signature, the function's answer,
 * and the outcome. {@link io.github.camelcliq.sandbox.click.Click} is what a person does,
 * {@link io.github.camelcliq.sandbox.click.ClickOutcome} what the person sees. Knows nothing of HTTP.
 */
package io.github.camelcliq.sandbox.click;
