package io.github.camelcliq.message.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcliq.message.MessagePart;
import io.github.camelcliq.message.OtherAction;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No part of a message, and nothing that a part holds, is forgotten when it is written. */
class EveryPartIsWrittenTest {

    static Stream<Class<?>> parts() {
        // the type of another action is written by the action around it
        return records(MessagePart.class).distinct().filter(part -> part != OtherAction.class);
    }

    private static Stream<Class<?>> records(Class<?> type) {
        return type.isRecord()
                ? Stream.of(type)
                : Arrays.stream(type.getPermittedSubclasses()).flatMap(EveryPartIsWrittenTest::records);
    }

    @ParameterizedTest
    @MethodSource("parts")
    void withAllThatItHolds(Class<?> part) throws ReflectiveOperationException {
        Object full = made(part, null);
        for (RecordComponent component : part.getRecordComponents()) {
            assertThat(MessageJson.toTree(made(part, component.getName())))
                    .as("%s without %s", part.getSimpleName(), component.getName())
                    .isNotEqualTo(MessageJson.toTree(full));
        }
    }

    /** A part with a value for everything it can hold but one component; null leaves none out. */
    private static Object made(Class<?> part, String absent) throws ReflectiveOperationException {
        RecordComponent[] components = part.getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            values[i] = components[i].getName().equals(absent) ? null : value(components[i].getGenericType());
        }
        Constructor<?> constructor = part.getDeclaredConstructor(types);
        return constructor.newInstance(values);
    }

    private static Object value(Type type) throws ReflectiveOperationException {
        if (type instanceof ParameterizedType generic) {
            Type last = generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1];
            return generic.getRawType() == List.class ? List.of(value(last)) : Map.of("x", value(last));
        }
        Class<?> plain = (Class<?>) type;
        if (plain == String.class || plain == Object.class) {
            return "a";
        }
        if (plain == Boolean.class) {
            return true;
        }
        if (plain == Integer.class) {
            return 1;
        }
        if (plain.isEnum()) {
            return plain.getEnumConstants()[0];
        }
        return made(records(plain).findFirst().orElseThrow(), null);
    }
}
