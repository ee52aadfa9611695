package id.pkh.verification.quarter.persistence;

import id.pkh.platform.persistence.AdvisoryLocks;
import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.security.AreaScope;
import id.pkh.verification.VisibleAreas;
import id.pkh.verification.quarter.QuarterClosing;
import id.pkh.verification.quarter.QuarterClosings;
import id.pkh.verification.signal.domain.VerificationPeriod;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A closing is planned by itself, so it is an entity; the families that it processes are rows. */
@ApplicationScoped
class PanacheQuarterClosings implements QuarterClosings {

    private final Database database;
    private final AdvisoryLocks locks;

    PanacheQuarterClosings(Database database, AdvisoryLocks locks) {
        this.database = database;
        this.locks = locks;
    }

    @Override
    public void lock(VerificationPeriod quarter, String areaCode) {
        locks.take("closing:" + quarter.text() + ":" + areaCode);
    }

    @Override
    public Optional<QuarterClosing> find(VerificationPeriod quarter, String areaCode) {
        return QuarterClosingEntity.<QuarterClosingEntity>find(
                        "quarterStart = ?1 and areaCode = ?2", quarter.firstDay(), areaCode)
                .firstResultOptional()
                .map(QuarterClosingEntity::closing);
    }

    @Override
    public Optional<QuarterClosing> find(UUID closingId) {
        return QuarterClosingEntity.<QuarterClosingEntity>findByIdOptional(closingId)
                .map(QuarterClosingEntity::closing);
    }

    @Override
    public void add(QuarterClosing closing) {
        QuarterClosingEntity.of(closing).persistAndFlush();
    }

    @Override
    public List<QuarterClosing> list(AreaScope areas, UUID after, int limit) {
        Conditions where =
                VisibleAreas.within("area_code", areas).andIfGiven("closing_id > ?", after);
        List<UUID> ids =
                database.query(
                        "SELECT closing_id FROM quarter_closing WHERE "
                                + where.sql()
                                + " ORDER BY closing_id LIMIT :limit",
                        q ->
                                q.bindMap(where.values())
                                        .bind("limit", limit)
                                        .mapTo(UUID.class)
                                        .list());
        return QuarterClosingEntity.<QuarterClosingEntity>list(
                        "closingId in ?1 order by closingId", ids)
                .stream()
                .map(QuarterClosingEntity::closing)
                .toList();
    }

    @Override
    public long countFamilies(AreaScope areas) {
        Conditions conditions = withCommitments(areas);
        return database.query(
                "SELECT count(*) FROM kpm WHERE " + conditions.sql(),
                q -> q.bindMap(conditions.values()).mapTo(Long.class).one());
    }

    @Override
    public List<UUID> families(AreaScope areas, UUID after, int limit) {
        Conditions conditions = withCommitments(areas).andIfGiven("kpm_id > ?", after);
        return database.query(
                "SELECT kpm_id FROM kpm WHERE "
                        + conditions.sql()
                        + " ORDER BY kpm_id LIMIT :limit",
                q -> q.bindMap(conditions.values()).bind("limit", limit).mapTo(UUID.class).list());
    }

    private static Conditions withCommitments(AreaScope areas) {
        return VisibleAreas.within("village_code", areas).and("status IN ('ACTIVE', 'SUSPENDED')");
    }
}
