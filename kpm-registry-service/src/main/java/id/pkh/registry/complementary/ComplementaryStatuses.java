package id.pkh.registry.complementary;

import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.persistence.Database;
import id.pkh.registry.complementary.domain.ComplementaryCodes.Programme;
import id.pkh.registry.complementary.domain.ComplementaryCodes.Source;
import id.pkh.registry.complementary.domain.ComplementaryCodes.Status;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Facts about complementary programmes. The one with the latest day counts, and of a day the last.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class ComplementaryStatuses {

    private static final String SELECT =
            """
            SELECT s.status_id, s.kpm_id, k.village_code, s.programme, s.member_id, s.status, s.effective_on, s.source,
                   s.recorded_by, s.recorded_at
              FROM complementary_status s JOIN kpm k ON k.id = s.kpm_id
             WHERE NOT EXISTS (
                   SELECT FROM complementary_status l
                    WHERE l.kpm_id = s.kpm_id AND l.programme = s.programme
                      AND l.member_id IS NOT DISTINCT FROM s.member_id
                      AND (l.effective_on, l.status_id) > (s.effective_on, s.status_id))
               AND\s""";

    private static final String INSERT =
            """
            INSERT INTO complementary_status (status_id, kpm_id, programme, member_id, status, effective_on, source,
                   recorded_by, recorded_at)
            VALUES (:id, :kpm, :programme, :member, :status, :on, :source, :by, :now)
            """;

    private final Database database;

    ComplementaryStatuses(Database database) {
        this.database = database;
    }

    record StatusRow(
            UUID statusId,
            UUID kpmId,
            String villageCode,
            Programme programme,
            UUID memberId,
            Status status,
            LocalDate effectiveOn,
            Source source,
            String recordedBy,
            Instant recordedAt) {}

    /** Those that count. */
    List<StatusRow> list(Conditions which, int limit) {
        return database.queryWithFreshPlan(
                SELECT + which.sql() + " ORDER BY s.status_id LIMIT :limit",
                q ->
                        q.bindMap(which.values())
                                .bind("limit", limit)
                                .map(database.rowsAs(StatusRow.class))
                                .list());
    }

    Optional<StatusRow> of(UUID kpm, Programme programme, UUID member) {
        Conditions which =
                new Conditions().and("s.kpm_id = ? AND s.programme = ?", kpm, programme.name());
        which.andIfGiven("s.member_id = ?", member);
        return list(which, 1).stream().findFirst();
    }

    void insert(StatusRow row) {
        database.update(
                INSERT,
                u ->
                        u.bind("id", row.statusId())
                                .bind("kpm", row.kpmId())
                                .bind("programme", row.programme())
                                .bind("member", row.memberId())
                                .bind("status", row.status())
                                .bind("on", row.effectiveOn())
                                .bind("source", row.source())
                                .bind("by", row.recordedBy())
                                .bind("now", row.recordedAt()));
    }
}
