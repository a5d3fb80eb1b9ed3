package io.github.camelcliq.message;

/** What a confirmation popup asks a person to enter (buttons reference). */
public sealed interface ConfirmationInput permits TextPrompt, TokenPrompt {}
