package io.github.camelcliq;

import io.github.camelcliq.client.ApiVersion;
import io.github.camelcliq.client.AuthorizationScheme;
import io.github.camelcliq.client.DataCenter;
import io.github.camelcliq.message.Overflow;
import io.github.camelcliq.message.RecipientsField;
import io.github.camelcliq.message.RuleLevel;
import io.github.camelcliq.message.UnknownFields;
import java.util.Arrays;
import org.apache.camel.Converter;

/**
 * Reads options with a fixed set of values. Case does not matter, and a dash counts as an underscore. Unlike Camel's
 * conversion, an error lists the values.
 */
@Converter(generateLoader = true)
public final class OptionConverters {

    private OptionConverters() {}

    @Converter
    public static DataCenter toDataCenter(String value) {
        return constant(DataCenter.class, value);
    }

    @Converter
    public static AuthorizationScheme toAuthorizationScheme(String value) {
        return constant(AuthorizationScheme.class, value);
    }

    @Converter
    public static ApiVersion toApiVersion(String value) {
        return constant(ApiVersion.class, value);
    }

    @Converter
    public static BodyFormat toBodyFormat(String value) {
        return constant(BodyFormat.class, value);
    }

    @Converter
    public static UnknownFields toUnknownFields(String value) {
        return constant(UnknownFields.class, value);
    }

    @Converter
    public static Overflow toOverflow(String value) {
        return constant(Overflow.class, value);
    }

    @Converter
    public static RuleLevel toRuleLevel(String value) {
        return constant(RuleLevel.class, value);
    }

    @Converter
    public static RecipientsField toRecipientsField(String value) {
        return constant(RecipientsField.class, value);
    }

    @Converter
    public static Verification toVerification(String value) {
        return constant(Verification.class, value);
    }

    @Converter
    public static LateReply toLateReply(String value) {
        return constant(LateReply.class, value);
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String value) {
        String name = value.strip().replace('-', '_');
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(value + " is not one of "
                        + String.join(
                                ", ",
                                Arrays.stream(type.getEnumConstants())
                                        .map(Enum::name)
                                        .toList())));
    }
}
