package io.github.camelcliq.benchmarks.endurance;

import jakarta.jms.JMSContext;
import jakarta.jms.TextMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.Queue;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.camel.util.FileUtil;

/** Where orders come from. It outlives the application that reads them. */
interface OrderSource extends AutoCloseable {

    /** The URI that a route reads the orders from. */
    String uri();

    /** The URL of the broker. */
    default String broker() {
        return "tcp://none";
    }

    /** How many orders the application has under way at the same time. */
    int mostUnderWay();

    void give(List<String> orders) throws Exception;

    /** Returns whether no application reads them. */
    default boolean isLeft() {
        return true;
    }

    /** Returns the orders that it would give again to a new application. */
    Set<String> kept() throws Exception;

    /** Returns whether all orders are done. */
    default boolean isEmpty() throws Exception {
        return kept().isEmpty();
    }

    /** A queue of a broker in this JVM, which is not killed and so keeps its messages in memory. */
    final class OfQueue implements OrderSource {

        private static final String NAME = "orders";
        private static final int CONSUMERS = 4;

        private final EmbeddedActiveMQ broker = new EmbeddedActiveMQ();

        OfQueue() throws Exception {
            broker.setConfiguration(new ConfigurationImpl()
                            .setPersistenceEnabled(false)
                            .setSecurityEnabled(false)
                            .addAcceptorConfiguration("tcp", "tcp://127.0.0.1:0")
                            // after ten attempts it would drop an order
                            .addAddressSetting(
                                    "#",
                                    new AddressSettings()
                                            .setMaxDeliveryAttempts(-1)
                                            .setAutoDeleteQueues(false)))
                    .start();
        }

        @Override
        public String uri() {
            return "jms:queue:" + NAME + "?transacted=true&concurrentConsumers=" + CONSUMERS;
        }

        /** Each consumer of a client takes one order at a time. */
        @Override
        public String broker() {
            int port = broker.getActiveMQServer()
                    .getRemotingService()
                    .getAcceptor("tcp")
                    .getActualPort();
            return "tcp://127.0.0.1:" + port + "?consumerWindowSize=0";
        }

        @Override
        public int mostUnderWay() {
            return CONSUMERS;
        }

        @Override
        public void give(List<String> orders) {
            try (JMSContext jms = jms()) {
                orders.forEach(order -> jms.createProducer().send(jms.createQueue(NAME), order));
            }
        }

        @Override
        public boolean isLeft() {
            return queue().getConsumerCount() == 0 && queue().getDeliveringCount() == 0;
        }

        @Override
        public Set<String> kept() throws Exception {
            Set<String> kept = new HashSet<>();
            try (JMSContext jms = jms()) {
                Enumeration<?> messages =
                        jms.createBrowser(jms.createQueue(NAME)).getEnumeration();
                while (messages.hasMoreElements()) {
                    kept.add(((TextMessage) messages.nextElement()).getText());
                }
            }
            return kept;
        }

        @Override
        public boolean isEmpty() {
            return queue().getMessageCount() == 0;
        }

        private Queue queue() {
            return broker.getActiveMQServer().locateQueue(NAME);
        }

        private JMSContext jms() {
            return new ActiveMQConnectionFactory(broker()).createContext();
        }

        @Override
        public void close() throws Exception {
            broker.stop();
        }
    }

    /** A folder with a file for each order. */
    final class OfFolder implements OrderSource {

        private final Path folder;

        OfFolder() throws IOException {
            folder = Files.createTempDirectory("orders");
        }

        @Override
        public String uri() {
            return "file:" + folder;
        }

        /** The consumer takes all files at once; the posts to one channel go out one after the other. */
        @Override
        public int mostUnderWay() {
            return Integer.MAX_VALUE;
        }

        @Override
        public void give(List<String> orders) throws IOException {
            for (String order : orders) {
                Files.writeString(folder.resolve(order), order);
            }
        }

        @Override
        public Set<String> kept() throws IOException {
            try (Stream<Path> files = Files.list(folder)) {
                // the others are posted orders, and locks
                return files.map(file -> file.getFileName().toString())
                        .filter(name -> !name.contains("."))
                        .collect(Collectors.toSet());
            }
        }

        @Override
        public void close() throws IOException {
            FileUtil.removeDir(folder.toFile());
        }
    }
}
