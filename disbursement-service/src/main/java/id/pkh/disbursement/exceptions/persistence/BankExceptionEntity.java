package id.pkh.disbursement.exceptions.persistence;

import id.pkh.disbursement.exceptions.BankExceptions.About;
import id.pkh.disbursement.exceptions.BankExceptions.BankException;
import id.pkh.disbursement.exceptions.BankExceptions.State;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Two people settle one exception, which is loaded, changed and saved by itself. A preparation or a
 * report adds or settles thousands at once; each of these is one statement in SQL, because as
 * entities they would be read and written one by one.
 */
@Entity
@Table(name = "bank_exception")
class BankExceptionEntity {

    @Id UUID exceptionId;
    String exceptionClass;
    String reason;
    String bank;
    UUID cycleId;
    String villageCode;
    UUID kpmId;
    UUID paymentId;
    UUID batchId;
    UUID instructionId;
    UUID reportId;
    Integer lineNo;
    Long amountIdr;

    @Enumerated(EnumType.STRING)
    State state;

    Instant foundAt;
    LocalDate dueOn;
    Integer payments;
    String proposedBy;
    Instant proposedAt;
    String proposal;
    String finding;
    String evidence;
    int version;
    boolean proposedByMinistry;
    String resolvedBy;
    Instant resolvedAt;
    boolean resolvedByMinistry;
    String settledByFact;

    BankException toException() {
        return new BankException(
                exceptionId,
                exceptionClass,
                reason,
                new About(
                        bank,
                        cycleId,
                        villageCode,
                        kpmId,
                        paymentId,
                        batchId,
                        instructionId,
                        reportId,
                        lineNo,
                        amountIdr),
                state,
                foundAt,
                dueOn,
                payments,
                proposedBy,
                proposedAt,
                proposal,
                finding,
                evidence,
                version,
                proposedByMinistry,
                resolvedBy,
                resolvedAt,
                settledByFact);
    }
}
