/**
 * A local Cliq to develop and test against: {@link io.github.camelcliq.sandbox.Sandbox} takes messages over HTTP and
 * judges them by rules of its own, written from Cliq's references; it gives out access tokens, counts posts against
 * limits, and fails as it is told to.
 *
 * <p>What users import is here, and in {@code junit} and the packages that hold data, such as {@code limits}. The rooms
 * below serve it: {@code control} (the page and the control API), {@code api} (Cliq's own paths), {@code function}
 * (clicks), {@code state}, {@code fault}, {@code http}. Imports only go down.
 */
package io.github.camelcliq.sandbox;
