package id.pkh.verification.appeal.persistence;

import id.pkh.platform.security.AreaScope;
import id.pkh.verification.Conditions;
import id.pkh.verification.Database;
import id.pkh.verification.appeal.Appeal;
import id.pkh.verification.appeal.Appeals;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** An appeal is a single thing with a life of its own, and so it is an entity. */
@ApplicationScoped
class PanacheAppeals implements Appeals {

    private final Database database;

    PanacheAppeals(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Appeal> find(UUID appealId) {
        return AppealEntity.<AppealEntity>findByIdOptional(appealId).map(PanacheAppeals::appeal);
    }

    @Override
    public boolean isLodgedAgainst(UUID stepId) {
        return AppealEntity.count("stepId", stepId) > 0;
    }

    @Override
    public void add(Appeal appeal) {
        AppealEntity entity = new AppealEntity();
        entity.appealId = appeal.appealId();
        entity.stepId = appeal.stepId();
        entity.kpmId = appeal.kpmId();
        entity.cause = appeal.cause();
        entity.period = appeal.period();
        entity.statement = appeal.statement();
        entity.lodgedBy = appeal.lodgedBy();
        entity.lodgedOn = appeal.lodgedOn();
        entity.lodgedAt = appeal.lodgedAt();
        entity.persistAndFlush();
    }

    @Override
    public void decide(UUID appealId, Appeal.Verdict verdict) {
        AppealEntity entity = AppealEntity.findById(appealId, LockModeType.PESSIMISTIC_WRITE);
        entity.decision = verdict.outcome().name();
        entity.decisionReason = verdict.reason();
        entity.decidedBy = verdict.decidedBy();
        entity.decidedOn = verdict.decidedOn();
        entity.decidedAt = verdict.decidedAt();
        entity.persistAndFlush();
    }

    @Override
    public List<Appeal> list(
            UUID kpmId, String village, Boolean isOpen, AreaScope scope, UUID after, int limit) {
        Conditions conditions =
                new Conditions()
                        .andWithin("k.village_code", scope)
                        .andIfGiven("a.kpm_id = ?", kpmId)
                        .andArea("k.village_code", village)
                        .andIfGiven("(a.decision IS NULL) = ?", isOpen)
                        .andIfGiven("a.appeal_id > ?", after);
        List<UUID> ids =
                database.query(
                        "SELECT a.appeal_id FROM appeal a"
                                + " LEFT JOIN kpm k ON k.kpm_id = a.kpm_id WHERE "
                                + conditions.sql()
                                + " ORDER BY a.appeal_id LIMIT ?",
                        row -> Database.id(row, "appeal_id"),
                        conditions.values(limit));
        return AppealEntity.<AppealEntity>list("appealId in ?1 order by appealId", ids).stream()
                .map(PanacheAppeals::appeal)
                .toList();
    }

    private static Appeal appeal(AppealEntity entity) {
        return new Appeal(
                entity.appealId,
                entity.stepId,
                entity.kpmId,
                entity.cause,
                entity.period,
                entity.statement,
                entity.lodgedBy,
                entity.lodgedOn,
                entity.lodgedAt,
                entity.decision == null
                        ? null
                        : new Appeal.Verdict(
                                Appeal.Outcome.valueOf(entity.decision),
                                entity.decisionReason,
                                entity.decidedBy,
                                entity.decidedOn,
                                entity.decidedAt));
    }
}
