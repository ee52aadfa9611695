package id.pkh.platform.messaging.outbox;

import io.agroal.api.AgroalDataSource;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Creates the outbox's partitions of the coming months. */
@ApplicationScoped
class OutboxUpkeep {

    private final AgroalDataSource database;

    OutboxUpkeep(AgroalDataSource database) {
        this.database = database;
    }

    @Scheduled(every = "24h", delayed = "30s")
    void ensurePartitions() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement ensure =
                        connection.prepareStatement(
                                "SELECT ensure_month_partitions('outbox', current_date, 3)")) {
            ensure.execute();
        }
    }
}
