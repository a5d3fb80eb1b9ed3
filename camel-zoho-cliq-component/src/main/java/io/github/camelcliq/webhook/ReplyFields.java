package io.github.camelcliq.webhook;

/** The names of the fields that an answer has in addition to a message. */
final class ReplyFields {

    static final String OUTPUT = "output";
    static final String TYPE = "type";
    static final String NAVIGATION = "navigation";
    static final String STATUS = "status";
    static final String TEXT = "text";

    static final String BANNER = "banner";
    static final String EDIT = "message_edit";
    static final String FORM = "form";
    /** A widget. The answer to a button or form of a widget is the new widget. */
    static final String APPLET = "applet";

    /** One section of a widget. */
    static final String SECTION = "section";

    static final String INVOKE = "invoke.function";

    private ReplyFields() {}
}
