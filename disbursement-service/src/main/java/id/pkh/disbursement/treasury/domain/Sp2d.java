package id.pkh.disbursement.treasury.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A document of the treasury (surat perintah pencairan dana): money that has reached a bank for a
 * cycle. One officer records it, and an approver approves or refuses it. An approved one is
 * corrected by a new one, which supersedes it when it is approved; both stay.
 *
 * @param supersedes the document that this one corrects; null for none
 * @param correctionReason null unless it is a correction
 * @param decision null until it is approved or refused
 * @param supersededBy the approved correction of this document; null for none
 */
public record Sp2d(
        UUID sp2dId,
        UUID cycleId,
        String cycleCode,
        Statement statement,
        UUID supersedes,
        String correctionReason,
        Status status,
        String recordedBy,
        Instant recordedAt,
        Decision decision,
        UUID supersededBy) {

    public static final String SP2D_NOT_WAITING = "SP2D_NOT_WAITING";
    public static final String SP2D_SAME_PERSON = "SP2D_SAME_PERSON";
    public static final String SP2D_DIFFERS = "SP2D_DIFFERS";
    public static final String SP2D_NOT_IN_FORCE = "SP2D_NOT_IN_FORCE";

    /** The life of a document. */
    public enum Status {
        RECORDED,
        APPROVED,
        REFUSED
    }

    /** What the document states. */
    public record Statement(
            String bank, String number, LocalDate issuedOn, String spmNumber, long amountIdr) {}

    /**
     * @param refusalReason null unless it was refused
     */
    public record Decision(String by, Instant at, String refusalReason) {}

    /** Whether its money counts. */
    public boolean isInForce() {
        return status == Status.APPROVED && supersededBy == null;
    }

    /** The code of the refusal if this person may not approve it with these figures. */
    public Optional<String> approvalRefusal(String person, String number, long amountIdr) {
        if (status != Status.RECORDED) {
            return Optional.of(SP2D_NOT_WAITING);
        }
        if (recordedBy.equals(person)) {
            return Optional.of(SP2D_SAME_PERSON);
        }
        boolean isSame = statement.number().equals(number) && statement.amountIdr() == amountIdr;
        return isSame ? Optional.empty() : Optional.of(SP2D_DIFFERS);
    }

    /** Also the person who recorded it may take it back before it is approved. */
    public Optional<String> refusalRefusal() {
        return status == Status.RECORDED ? Optional.empty() : Optional.of(SP2D_NOT_WAITING);
    }

    /** The code of the refusal if it cannot be corrected; empty otherwise. */
    public Optional<String> correctionRefusal() {
        return isInForce() ? Optional.empty() : Optional.of(SP2D_NOT_IN_FORCE);
    }
}
