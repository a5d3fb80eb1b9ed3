package io.github.camelcliq;

import io.github.camelcliq.client.PostTarget;
import io.github.camelcliq.message.Reading;
import io.github.camelcliq.message.Violation;

/**
 * What an exchange asks to be posted, before it is checked.
 *
 * @param target where to, {@code null} where neither the endpoint nor the exchange names it
 * @param missingTarget what is wrong with the target; {@code null} where there is one
 * @param reading the message, with what could not be read of it
 */
record Draft(PostTarget target, Violation missingTarget, Reading reading) {}
