package io.github.camelcliq.message;

import java.util.List;

/** What a click does, and the data for it (buttons reference). */
public sealed interface ActionData extends MessagePart
        permits InvokeFunction, OpenUrl, SystemApi, PreviewUrl, Copy, OtherAction {

    /** The types that the reference lists, as JSON spells them. */
    List<String> TYPES = List.of(InvokeFunction.TYPE, OpenUrl.TYPE, PreviewUrl.TYPE, SystemApi.TYPE, Copy.TYPE);

    /** Returns the action's type as Cliq's JSON spells it, such as {@code invoke.function}. */
    String type();
}
