package id.pkh.verification.quarter.persistence;

import id.pkh.verification.quarter.ClosingReason;
import id.pkh.verification.quarter.QuarterClosing;
import id.pkh.verification.signal.domain.VerificationPeriod;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

@Entity
@Immutable
@Table(name = "quarter_closing")
class QuarterClosingEntity extends PanacheEntityBase {

    @Id UUID closingId;
    LocalDate quarterStart;
    String period;
    String areaCode;
    String requestedBy;

    @Enumerated(EnumType.STRING)
    ClosingReason reason;

    Instant requestedAt;

    static QuarterClosingEntity of(QuarterClosing closing) {
        QuarterClosingEntity entity = new QuarterClosingEntity();
        entity.closingId = closing.closingId();
        entity.quarterStart = closing.quarter().firstDay();
        entity.period = closing.quarter().text();
        entity.areaCode = closing.areaCode();
        entity.requestedBy = closing.requestedBy();
        entity.reason = closing.reason();
        entity.requestedAt = closing.requestedAt();
        return entity;
    }

    QuarterClosing closing() {
        return new QuarterClosing(
                closingId,
                VerificationPeriod.parse(period),
                areaCode,
                requestedBy,
                reason,
                requestedAt);
    }
}
