package id.pkh.disbursement.cycle.persistence;

import id.pkh.disbursement.cycle.domain.CycleStatus;
import id.pkh.disbursement.cycle.domain.PaymentCycle;
import id.pkh.disbursement.entitlement.domain.CoveredRange;
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
@Table(name = "payment_cycle")
class CycleEntity {

    @Id UUID cycleId;

    @Column(nullable = false, updatable = false)
    String cycleCode;

    @Column(nullable = false, updatable = false)
    LocalDate coversFrom;

    @Column(nullable = false, updatable = false)
    LocalDate coversUntil;

    @Column(nullable = false, updatable = false)
    String channel;

    @Column(nullable = false, updatable = false)
    String verificationPeriod;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    CycleStatus status;

    @Column(nullable = false)
    long version;

    @Column(nullable = false, updatable = false)
    String openedBy;

    @Column(nullable = false, updatable = false)
    Instant openedAt;

    static CycleEntity of(PaymentCycle cycle, String openedBy, Instant openedAt) {
        CycleEntity entity = new CycleEntity();
        entity.cycleId = cycle.cycleId();
        entity.cycleCode = cycle.cycleCode();
        entity.coversFrom = cycle.range().from();
        entity.coversUntil = cycle.range().until();
        entity.channel = cycle.channel();
        entity.verificationPeriod = cycle.verificationPeriod();
        entity.status = cycle.status();
        entity.version = 1;
        entity.openedBy = openedBy;
        entity.openedAt = openedAt;
        return entity;
    }

    PaymentCycle toCycle(boolean posCycleBeside) {
        return new PaymentCycle(
                cycleId,
                cycleCode,
                new CoveredRange(coversFrom, coversUntil),
                channel,
                verificationPeriod,
                status,
                posCycleBeside);
    }
}
