package io.github.camelcliq.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.activemq.artemis.core.server.Queue;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/**
 * A message broker whose queues are kept in a folder; applications of other JVMs reach it too. It does not wait for the
 * disk at each message, since no test ends the machine.
 */
final class LocalBroker implements AutoCloseable {

    private static final String CONFIGURATION = """
            <configuration xmlns="urn:activemq">
              <core xmlns="urn:activemq:core">
                <security-enabled>false</security-enabled>
                <persistence-enabled>true</persistence-enabled>
                <journal-type>NIO</journal-type>
                <journal-datasync>false</journal-datasync>
                <journal-directory>%1$s/journal</journal-directory>
                <bindings-directory>%1$s/bindings</bindings-directory>
                <paging-directory>%1$s/paging</paging-directory>
                <large-messages-directory>%1$s/large</large-messages-directory>
                <acceptors>
                  <acceptor name="tcp">tcp://127.0.0.1:0</acceptor>
                </acceptors>
              </core>
            </configuration>
            """;

    private final EmbeddedActiveMQ broker = new EmbeddedActiveMQ();

    LocalBroker(Path folder) throws Exception {
        broker.setConfigResourcePath(configuration(folder).toUri().toString()).start();
    }

    private static Path configuration(Path folder) throws IOException {
        return Files.writeString(folder.resolve("broker.xml"), CONFIGURATION.formatted(folder));
    }

    /** For clients that take one message at a time, so that each consumer of a route gets its part. */
    String url() {
        int port = broker.getActiveMQServer()
                .getRemotingService()
                .getAcceptor("tcp")
                .getActualPort();
        return "tcp://127.0.0.1:" + port + "?consumerWindowSize=0";
    }

    ActiveMQConnectionFactory connections() {
        return new ActiveMQConnectionFactory(url());
    }

    /** Messages that are in the queue, or with a consumer that has not acknowledged them. */
    long messages(String queue) {
        return broker.getActiveMQServer().locateQueue(queue).getMessageCount();
    }

    long consumers(String queue) {
        Queue found = broker.getActiveMQServer().locateQueue(queue);
        return found == null ? 0 : found.getConsumerCount();
    }

    /** Throws away what a queue holds. */
    void empty(String queue) throws Exception {
        broker.getActiveMQServer().locateQueue(queue).deleteAllReferences();
    }

    @Override
    public void close() throws Exception {
        broker.stop();
    }
}
