package id.pkh.verification.appeal.persistence;

import id.pkh.verification.appeal.Appeal;
import id.pkh.verification.appeal.AppealChannel;
import id.pkh.verification.appeal.AppealOutcome;
import id.pkh.verification.appeal.AppealVerdict;
import id.pkh.verification.signal.domain.Cause;
import id.pkh.verification.signal.domain.VerificationPeriod;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

@Entity
@Table(name = "appeal")
class AppealEntity extends PanacheEntityBase {

    @Id UUID appealId;

    @Column(updatable = false)
    UUID stepId;

    @Column(updatable = false)
    UUID decisionId;

    @Column(updatable = false)
    UUID kpmId;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    Cause cause;

    @Column(updatable = false)
    String period;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    AppealChannel channel;

    @Column(updatable = false)
    String grounds;

    @Column(updatable = false)
    String statement;

    @Column(updatable = false)
    String evidenceReference;

    @Column(updatable = false)
    LocalDate decideBy;

    @Column(updatable = false)
    String lodgedBy;

    @Column(updatable = false)
    LocalDate lodgedOn;

    @Column(updatable = false)
    Instant lodgedAt;

    @Enumerated(EnumType.STRING)
    AppealOutcome decision;

    String decisionReason;
    String decidedBy;
    LocalDate decidedOn;
    Instant decidedAt;

    static AppealEntity of(Appeal appeal) {
        AppealEntity entity = new AppealEntity();
        entity.appealId = appeal.appealId();
        entity.stepId = appeal.stepId();
        entity.decisionId = appeal.decisionId();
        entity.kpmId = appeal.kpmId();
        entity.cause = appeal.cause();
        entity.period = appeal.period() == null ? null : appeal.period().text();
        entity.channel = appeal.channel();
        entity.grounds = appeal.grounds();
        entity.statement = appeal.statement();
        entity.evidenceReference = appeal.evidenceReference();
        entity.decideBy = appeal.decideBy();
        entity.lodgedBy = appeal.lodgedBy();
        entity.lodgedOn = appeal.lodgedOn();
        entity.lodgedAt = appeal.lodgedAt();
        return entity;
    }

    void decide(AppealVerdict verdict) {
        decision = verdict.outcome();
        decisionReason = verdict.reason();
        decidedBy = verdict.decidedBy();
        decidedOn = verdict.decidedOn();
        decidedAt = verdict.decidedAt();
    }

    Appeal appeal() {
        return new Appeal(
                appealId,
                stepId,
                decisionId,
                kpmId,
                cause,
                period == null ? null : VerificationPeriod.parse(period),
                channel,
                grounds,
                statement,
                evidenceReference,
                decideBy,
                lodgedBy,
                lodgedOn,
                lodgedAt,
                decision == null
                        ? null
                        : new AppealVerdict(
                                decision, decisionReason, decidedBy, decidedOn, decidedAt));
    }
}
