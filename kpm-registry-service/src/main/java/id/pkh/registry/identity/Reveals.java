package id.pkh.registry.identity;

import id.pkh.platform.security.Caller;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/**
 * Logs the reading of a whole list in clear: a row of {@code read_log} for each family, in one
 * statement. Single reads go through the platform's read log.
 */
@ApplicationScoped
public class Reveals {

    private static final String INSERT =
            "INSERT INTO read_log (reader, subject_kind, subject_id, fields, purpose, read_at)"
                    + " SELECT ?, 'kpm', id::text, ?, ?, ? FROM unnest(?) AS id";

    private final AgroalDataSource database;
    private final Caller caller;
    private final Clock clock;

    Reveals(AgroalDataSource database, Caller caller, Clock clock) {
        this.database = database;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void log(List<UUID> families, String fields, Disclosure disclosure) {
        if (families.isEmpty()) {
            return;
        }
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, caller.subject());
            insert.setString(2, fields);
            insert.setString(3, disclosure.purpose());
            insert.setObject(4, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
            insert.setArray(5, connection.createArrayOf("uuid", families.toArray()));
            insert.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException("the reads were not logged, so they must fail", failed);
        }
    }
}
