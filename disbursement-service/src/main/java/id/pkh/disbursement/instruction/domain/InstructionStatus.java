package id.pkh.disbursement.instruction.domain;

import java.util.Map;
import java.util.Optional;

/**
 * The life of an instruction, which is an attempt to pay. It is planned and sent with its batch;
 * from then on the bank's reports change it. A bank that does not respond has not refused: an
 * officer asks the bank about an unknown payment, and the payment is never tried again. Only a
 * refusal, or money that the bank returned, allows another attempt.
 */
public enum InstructionStatus {
    /** In a batch that is not sent. Lists show the status of the batch instead. */
    PLANNED,
    SENT,
    ACCEPTED,
    REJECTED,
    UNKNOWN,
    CREDITED,
    RETURNED,
    /** Never sent, because the batch was rejected, or the payment was taken out of it. */
    VOIDED;

    private static final Map<InstructionStatus, Map<StatusTrigger, InstructionStatus>> BECOMES =
            Map.of(
                    PLANNED, Map.of(StatusTrigger.SEND, SENT, StatusTrigger.VOID, VOIDED),
                    SENT,
                            Map.of(
                                    StatusTrigger.ACCEPT, ACCEPTED,
                                    StatusTrigger.REJECT, REJECTED,
                                    StatusTrigger.CREDIT, CREDITED,
                                    StatusTrigger.TIME_OUT, UNKNOWN),
                    UNKNOWN,
                            Map.of(
                                    StatusTrigger.ACCEPT, ACCEPTED,
                                    StatusTrigger.REJECT, REJECTED,
                                    StatusTrigger.CREDIT, CREDITED),
                    ACCEPTED,
                            Map.of(StatusTrigger.REJECT, REJECTED, StatusTrigger.CREDIT, CREDITED),
                    CREDITED, Map.of(StatusTrigger.RETURN, RETURNED));

    /** The status that follows; empty when the trigger is not allowed in this status. */
    public Optional<InstructionStatus> on(StatusTrigger trigger) {
        return Optional.ofNullable(BECOMES.getOrDefault(this, Map.of()).get(trigger));
    }

    /** Whether some trigger leads from this status to the other one. */
    public boolean leadsTo(InstructionStatus next) {
        return BECOMES.getOrDefault(this, Map.of()).containsValue(next);
    }

    /** Whether the attempt keeps its payment from being tried again. */
    public boolean isOpen() {
        return this != REJECTED && this != RETURNED && this != VOIDED;
    }

    /** Whether the bank's response can no longer change. */
    public boolean isFinal() {
        return this == REJECTED || this == CREDITED || this == RETURNED || this == VOIDED;
    }

    /** Whether the batch was sent and the family may still be without its money. */
    public boolean isUnsettled() {
        return this == REJECTED || this == RETURNED || this == UNKNOWN;
    }
}
