package id.pkh.verification.quarter.persistence;

import id.pkh.platform.security.AreaScope;
import id.pkh.verification.Conditions;
import id.pkh.verification.Database;
import id.pkh.verification.quarter.QuarterClosing;
import id.pkh.verification.quarter.QuarterClosings;
import id.pkh.verification.signal.domain.VerificationPeriod;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Closings and the families they go through. */
@ApplicationScoped
class JdbcQuarterClosings implements QuarterClosings {

    private final Database database;

    JdbcQuarterClosings(Database database) {
        this.database = database;
    }

    @Override
    public void lock(VerificationPeriod quarter, String areaCode) {
        database.query(
                "SELECT pg_advisory_xact_lock(hashtextextended(?, 0))",
                row -> true,
                "closing:" + quarter.text() + ":" + areaCode);
    }

    @Override
    public Optional<QuarterClosing> find(VerificationPeriod quarter, String areaCode) {
        return database.first(
                "SELECT * FROM quarter_closing WHERE quarter_start = ? AND area_code = ?",
                JdbcQuarterClosings::closing,
                quarter.firstDay(),
                areaCode);
    }

    @Override
    public Optional<QuarterClosing> find(UUID closingId) {
        return database.first(
                "SELECT * FROM quarter_closing WHERE closing_id = ?",
                JdbcQuarterClosings::closing,
                closingId);
    }

    @Override
    public void add(QuarterClosing closing) {
        database.update(
                "INSERT INTO quarter_closing (closing_id, quarter_start, period, area_code, requested_by, requested_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                closing.closingId(),
                closing.quarter().firstDay(),
                closing.quarter().text(),
                closing.areaCode(),
                closing.requestedBy(),
                closing.requestedAt());
    }

    @Override
    public List<QuarterClosing> list(UUID after, int limit) {
        Conditions conditions = new Conditions().andIfGiven("closing_id > ?", after);
        return database.query(
                "SELECT * FROM quarter_closing WHERE "
                        + conditions.sql()
                        + " ORDER BY closing_id LIMIT ?",
                JdbcQuarterClosings::closing,
                conditions.values(limit));
    }

    @Override
    public long countFamilies(AreaScope areas) {
        Conditions conditions = withCommitments(areas);
        return database.first(
                        "SELECT count(*) FROM kpm WHERE " + conditions.sql(),
                        row -> row.getLong(1),
                        conditions.values())
                .orElseThrow();
    }

    @Override
    public List<UUID> families(AreaScope areas, UUID after, int limit) {
        Conditions conditions = withCommitments(areas).andIfGiven("kpm_id > ?", after);
        return database.query(
                "SELECT kpm_id FROM kpm WHERE " + conditions.sql() + " ORDER BY kpm_id LIMIT ?",
                row -> Database.id(row, "kpm_id"),
                conditions.values(limit));
    }

    private static Conditions withCommitments(AreaScope areas) {
        return new Conditions()
                .and("status IN ('ACTIVE', 'SUSPENDED')")
                .andWithin("village_code", areas);
    }

    private static QuarterClosing closing(ResultSet row) throws SQLException {
        return new QuarterClosing(
                Database.id(row, "closing_id"),
                VerificationPeriod.parse(row.getString("period")),
                row.getString("area_code"),
                row.getString("requested_by"),
                Database.instant(row, "requested_at"));
    }
}
