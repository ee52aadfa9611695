package id.pkh.verification.appeal.persistence;

import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.security.AreaScope;
import id.pkh.verification.VisibleAreas;
import id.pkh.verification.appeal.Appeal;
import id.pkh.verification.appeal.AppealVerdict;
import id.pkh.verification.appeal.Appeals;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** An appeal is loaded, decided and saved by itself, and so it is an entity. */
@ApplicationScoped
class PanacheAppeals implements Appeals {

    private final Database database;

    PanacheAppeals(Database database) {
        this.database = database;
    }

    /**
     * Reads the row again each time, because the caller may have waited for a lock between two
     * calls.
     */
    @Override
    public Optional<Appeal> find(UUID appealId) {
        Optional<AppealEntity> entity = AppealEntity.findByIdOptional(appealId);
        entity.ifPresent(AppealEntity.getEntityManager()::detach);
        return entity.map(AppealEntity::appeal);
    }

    @Override
    public boolean isLodgedAgainstStep(UUID stepId) {
        return AppealEntity.count("stepId", stepId) > 0;
    }

    @Override
    public boolean isLodgedAgainstDecision(UUID decisionId) {
        return AppealEntity.count("decisionId", decisionId) > 0;
    }

    @Override
    public List<Appeal> openAgainst(UUID decisionId, UUID stepId) {
        return AppealEntity.<AppealEntity>list(
                        "decision is null and (decisionId = ?1 or stepId = ?2) order by appealId",
                        decisionId,
                        stepId)
                .stream()
                .map(AppealEntity::appeal)
                .toList();
    }

    @Override
    public boolean isKnownGround(String grounds) {
        return database.query(
                "SELECT EXISTS (SELECT FROM appeal_ground WHERE grounds = :grounds)",
                q -> q.bind("grounds", grounds).mapTo(Boolean.class).one());
    }

    @Override
    public void add(Appeal appeal) {
        AppealEntity.of(appeal).persistAndFlush();
    }

    @Override
    public void decide(UUID appealId, AppealVerdict verdict) {
        AppealEntity entity = AppealEntity.findById(appealId, LockModeType.PESSIMISTIC_WRITE);
        entity.decide(verdict);
        entity.persistAndFlush();
    }

    @Override
    public List<Appeal> list(
            UUID kpmId, String village, Boolean isOpen, AreaScope scope, UUID after, int limit) {
        Conditions conditions =
                VisibleAreas.within("k.village_code", scope, village)
                        .andIfGiven("a.kpm_id = ?", kpmId)
                        .andIfGiven("(a.decision IS NULL) = ?", isOpen)
                        .andIfGiven("a.appeal_id > ?", after);
        return read(conditions, limit);
    }

    @Override
    public Optional<Appeal> find(UUID appealId, AreaScope scope) {
        Conditions conditions =
                VisibleAreas.within("k.village_code", scope).and("a.appeal_id = ?", appealId);
        return read(conditions, 1).stream().findFirst();
    }

    private List<Appeal> read(Conditions conditions, int limit) {
        List<UUID> ids =
                database.query(
                        "SELECT a.appeal_id FROM appeal a LEFT JOIN kpm k USING (kpm_id) WHERE "
                                + conditions.sql()
                                + " ORDER BY a.appeal_id LIMIT :limit",
                        q ->
                                q.bindMap(conditions.values())
                                        .bind("limit", limit)
                                        .mapTo(UUID.class)
                                        .list());
        return AppealEntity.<AppealEntity>list("appealId in ?1 order by appealId", ids).stream()
                .map(AppealEntity::appeal)
                .toList();
    }

    @Override
    public List<Appeal> overdue(LocalDate today, UUID after, int limit) {
        Conditions conditions =
                new Conditions()
                        .and("a.decide_by < ?", today)
                        .and("a.decision IS NULL")
                        .and(
                                "NOT EXISTS (SELECT FROM appeal_overdue o WHERE o.appeal_id = a.appeal_id)")
                        .andIfGiven("a.appeal_id > ?", after);
        return read(conditions, limit);
    }

    @Override
    public boolean markAnnounced(Appeal overdue, Instant at) {
        return database.update(
                        "INSERT INTO appeal_overdue (appeal_id, decide_by, recorded_at)"
                                + " VALUES (:appeal, :by, :at) ON CONFLICT DO NOTHING",
                        u ->
                                u.bind("appeal", overdue.appealId())
                                        .bind("by", overdue.decideBy())
                                        .bind("at", at))
                == 1;
    }

    @Override
    public long countOverdue(LocalDate today) {
        return AppealEntity.count("decision is null and decideBy < ?1", today);
    }
}
