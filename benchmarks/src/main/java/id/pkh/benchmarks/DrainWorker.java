package id.pkh.benchmarks;

import id.pkh.platform.messaging.MessagingConfig;
import id.pkh.platform.messaging.relay.OutboxRelay;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.apache.kafka.clients.producer.Producer;

/**
 * Publishes a whole outbox to Kafka for each order: the relay as in a service, but without its
 * pauses. Arguments: broker, JDBC URL, role; the password is in the environment.
 */
public final class DrainWorker {

    public static final String PASSWORD = "PKH_BENCH_PASSWORD";

    private DrainWorker() {}

    public static void main(String[] arguments) throws Exception {
        MessagingConfig config = RelaySettings.config();
        try (AgroalDataSource database = database(arguments[1], arguments[2]);
                Producer<String, byte[]> producer = RelaySettings.producers(arguments[0]).open()) {
            OutboxRelay relay = OutboxRelay.of(database, producer, "bench", config);
            Orders.serve(order -> drain(database, relay));
        }
    }

    private static double[] drain(AgroalDataSource database, OutboxRelay relay)
            throws SQLException, InterruptedException {
        try (Connection connection = database.getConnection();
                Statement again = connection.createStatement()) {
            again.executeUpdate("UPDATE outbox_shard SET relayed_to = '0'");
        }
        long start = System.nanoTime();
        relay.renewLeases();
        long rows = 0;
        for (long sent = relay.relayWindow(); sent > 0; sent = relay.relayWindow()) {
            rows += sent;
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        relay.release();
        return new double[] {rows, seconds};
    }

    private static AgroalDataSource database(String url, String role) throws SQLException {
        return AgroalDataSource.from(
                new AgroalDataSourceConfigurationSupplier()
                        .connectionPoolConfiguration(
                                pool ->
                                        pool.maxSize(4)
                                                .connectionFactoryConfiguration(
                                                        factory ->
                                                                factory.jdbcUrl(url)
                                                                        .principal(
                                                                                new NamePrincipal(
                                                                                        role))
                                                                        .credential(
                                                                                new SimplePassword(
                                                                                        System
                                                                                                .getenv(
                                                                                                        PASSWORD))))));
    }
}
