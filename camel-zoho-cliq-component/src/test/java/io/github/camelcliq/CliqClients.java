package io.github.camelcliq;

import io.github.camelcliq.internal.account.AccountRegistry;
import io.github.camelcliq.internal.client.CliqClient;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;

/** Lets tests look at the clients that the endpoints of a Camel context post with. */
public final class CliqClients {

    private CliqClients() {}

    /** One for each account that something has posted, or may post, with. */
    public static List<CliqClient> of(CamelContext context) {
        try {
            AccountRegistry accounts = context.hasService(AccountRegistry.class);
            List<CliqClient> clients = new ArrayList<>();
            if (accounts != null) {
                for (Object account : ((Map<?, ?>) valueOf(accounts, "accounts")).values()) {
                    clients.add((CliqClient) valueOf(account, "client"));
                }
            }
            return clients;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object valueOf(Object object, String name) throws ReflectiveOperationException {
        Field field = object.getClass().getDeclaredField(name);
        field.setAccessible(true);
        return field.get(object);
    }
}
