package io.github.camelcliq.message;

/** What a click does, with what the action needs for it (buttons reference). */
public sealed interface ActionData extends MessagePart
        permits InvokeFunction, OpenUrl, SystemApi, PreviewUrl, Copy, OtherAction {

    /** The action's type as Cliq's JSON spells it, such as {@code invoke.function}. */
    String type();
}
