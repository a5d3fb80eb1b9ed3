/**
 * A local Cliq to develop and test against: {@link io.github.camelcliq.sandbox.Sandbox} takes messages over HTTP and
 * judges them by its own rules, written from Zoho's pages. It gives out access tokens, counts posts against limits, and
 * fails on request.
 *
 * <p>Users import types from here, from {@code junit} and from the packages that hold data, such as {@code limits}. The
 * other packages serve it: {@code control} (the page and the control API), {@code api} (Cliq's own paths),
 * {@code function} (clicks), {@code state}, {@code fault}, {@code http}. Imports only go down.
 */
package io.github.camelcliq.sandbox;
