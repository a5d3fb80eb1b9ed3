/**
 * Messages as immutable records: their builders, parts and limits.
 *
 * <p>Depends on the JDK and Jackson only. Every type except builders is safe for use by many threads.
 *
 * <p>An application does not need {@code JsonNamed}, {@code JsonTrees}, {@code PlainValues}, {@code Pointers},
 * {@code QuotedValue}, {@code Rule} and the members that take or return a rule, {@code UnicodeText}, and the constants
 * of the records and of {@code ActionData} and {@code Card}. They are public for the packages {@code json} and
 * {@code rules}, and may change with each version.
 */
package io.github.camelcliq.message;
