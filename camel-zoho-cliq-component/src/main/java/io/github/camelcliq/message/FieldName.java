package io.github.camelcliq.message;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;

/**
 * The names of the fields that are written. Their bytes are made once and copied into each message, where those of a
 * plain string are made anew for each.
 */
final class FieldName {

    static final SerializableString ACTION = new SerializedString("action");
    static final SerializableString ANDROID = new SerializedString("android");
    static final SerializableString API = new SerializedString("api");
    static final SerializableString ARGUMENTS = new SerializedString("arguments");
    static final SerializableString BACKGROUND = new SerializedString("background");
    static final SerializableString BOT = new SerializedString("bot");
    static final SerializableString BROADCAST = new SerializedString("broadcast");
    static final SerializableString BUTTON_LABEL = new SerializedString("button_label");
    static final SerializableString BUTTONS = new SerializedString("buttons");
    static final SerializableString CANCEL_BUTTON_LABEL = new SerializedString("cancel_button_label");
    static final SerializableString CARD = new SerializedString("card");
    static final SerializableString CATEGORY = new SerializedString("category");
    static final SerializableString COLUMNS = new SerializedString("columns");
    static final SerializableString CONFIRM = new SerializedString("confirm");
    static final SerializableString DATA = new SerializedString("data");
    static final SerializableString DESCRIPTION = new SerializedString("description");
    static final SerializableString EMOTION = new SerializedString("emotion");
    static final SerializableString FIELDS = new SerializedString("fields");
    static final SerializableString HEADERS = new SerializedString("headers");
    static final SerializableString HINT = new SerializedString("hint");
    static final SerializableString IOS = new SerializedString("iOS");
    static final SerializableString IMAGE = new SerializedString("image");
    static final SerializableString INPUT = new SerializedString("input");
    static final SerializableString KEY = new SerializedString("key");
    static final SerializableString LABEL = new SerializedString("label");
    static final SerializableString MANDATORY = new SerializedString("mandatory");
    static final SerializableString MARK_AS_READ = new SerializedString("mark_as_read");
    static final SerializableString MARKDOWN = new SerializedString("markdown");
    static final SerializableString MESSAGE_TOPIC = new SerializedString("message_topic");
    static final SerializableString NAME = new SerializedString("name");
    static final SerializableString NOTIFY_EDIT = new SerializedString("notify_edit");
    static final SerializableString OBJECT = new SerializedString("object");
    static final SerializableString OPTIONS = new SerializedString("options");
    static final SerializableString OWNER = new SerializedString("owner");
    static final SerializableString POST_IN_PARENT = new SerializedString("post_in_parent");
    static final SerializableString PREVIEW = new SerializedString("preview");
    static final SerializableString REFERENCES = new SerializedString("references");
    static final SerializableString REPLY_TO = new SerializedString("reply_to");
    static final SerializableString ROWS = new SerializedString("rows");
    static final SerializableString SECTIONS = new SerializedString("sections");
    static final SerializableString SLIDES = new SerializedString("slides");
    static final SerializableString STICKY = new SerializedString("sticky");
    static final SerializableString STYLES = new SerializedString("styles");
    static final SerializableString SYNC_MESSAGE = new SerializedString("sync_message");
    static final SerializableString TEXT = new SerializedString("text");
    static final SerializableString THEME = new SerializedString("theme");
    static final SerializableString THREAD_CHAT_ID = new SerializedString("thread_chat_id");
    static final SerializableString THREAD_MESSAGE_ID = new SerializedString("thread_message_id");
    static final SerializableString THREAD_TITLE = new SerializedString("thread_title");
    static final SerializableString THUMBNAIL = new SerializedString("thumbnail");
    static final SerializableString TITLE = new SerializedString("title");
    static final SerializableString TYPE = new SerializedString("type");
    static final SerializableString URL = new SerializedString("url");
    static final SerializableString VALUE = new SerializedString("value");
    static final SerializableString VALUES = new SerializedString("values");
    static final SerializableString WEB = new SerializedString("web");
    static final SerializableString WIDTH = new SerializedString("width");
    static final SerializableString WINDOWS = new SerializedString("windows");
    static final SerializableString X_AXIS = new SerializedString("x_axis");
    static final SerializableString Y_AXIS = new SerializedString("y_axis");

    private FieldName() {}
}
