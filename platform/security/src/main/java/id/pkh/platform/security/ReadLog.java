package id.pkh.platform.security;

import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import javax.sql.DataSource;

/**
 * Who read which identifying fields of whom, when and why. Append-only: the table refuses changes.
 * Joins the caller's transaction, or has its own when there is none; record before you answer.
 */
@ApplicationScoped
@Unremovable
public class ReadLog {

    private static final String INSERT =
            "INSERT INTO read_log (reader, subject_kind, subject_id, fields, purpose, read_at)"
                    + " VALUES (?, ?, ?, ?, ?, ?)";

    @Inject DataSource dataSource;
    @Inject Clock clock;
    @Inject Caller caller;

    /**
     * @param subjectKind whose data, such as {@code member}
     * @param subjectId our id of it, never a NIK
     * @param fields names of the fields, comma-separated
     * @param purpose why, in the words of the caller or of the use case
     */
    @Transactional
    public void record(String subjectKind, String subjectId, String fields, String purpose) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, caller.subject());
            insert.setString(2, subjectKind);
            insert.setString(3, subjectId);
            insert.setString(4, fields);
            insert.setString(5, purpose);
            insert.setTimestamp(6, Timestamp.from(clock.instant()));
            insert.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException("the read was not logged, so it must fail", failed);
        }
    }
}
