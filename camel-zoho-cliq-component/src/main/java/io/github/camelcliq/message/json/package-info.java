/**
 * The JSON of messages: reads documents and trees, and writes messages as Cliq expects them.
 *
 * <p>An application uses {@link io.github.camelcliq.message.json.MessageJson},
 * {@link io.github.camelcliq.message.json.MessageReader} and the records that they return. Any Jackson mapper finds the
 * other public classes by the annotations of the messages.
 */
package io.github.camelcliq.message.json;
