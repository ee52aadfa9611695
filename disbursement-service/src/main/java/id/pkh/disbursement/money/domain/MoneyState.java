package id.pkh.disbursement.money.domain;

import java.util.Map;
import java.util.Optional;

/**
 * The life of an attempt to pay. It is planned while its batch fills, sealed with it, approved and
 * sent; then the bank has the word. Silence is not a refusal: what is unknown is asked for, never
 * paid again. Only the bank's refusal, or money that came back, makes room for another attempt.
 */
public enum MoneyState {
    PLANNED,
    SEALED,
    APPROVED,
    SENT,
    ACCEPTED,
    REJECTED,
    UNKNOWN,
    CREDITED,
    RETURNED,
    /** Never sent: the batch was rejected. */
    VOIDED;

    private static final Map<MoneyState, Map<MoneyTrigger, MoneyState>> BECOMES =
            Map.of(
                    PLANNED, Map.of(MoneyTrigger.SEAL, SEALED, MoneyTrigger.VOID, VOIDED),
                    SEALED, Map.of(MoneyTrigger.APPROVE, APPROVED, MoneyTrigger.VOID, VOIDED),
                    APPROVED, Map.of(MoneyTrigger.SEND, SENT, MoneyTrigger.VOID, VOIDED),
                    SENT,
                            Map.of(
                                    MoneyTrigger.ACCEPT, ACCEPTED,
                                    MoneyTrigger.REJECT, REJECTED,
                                    MoneyTrigger.CREDIT, CREDITED,
                                    MoneyTrigger.GO_SILENT, UNKNOWN),
                    UNKNOWN,
                            Map.of(
                                    MoneyTrigger.ACCEPT, ACCEPTED,
                                    MoneyTrigger.REJECT, REJECTED,
                                    MoneyTrigger.CREDIT, CREDITED),
                    ACCEPTED, Map.of(MoneyTrigger.REJECT, REJECTED, MoneyTrigger.CREDIT, CREDITED),
                    CREDITED, Map.of(MoneyTrigger.RETURN, RETURNED));

    /** The state that follows, or nothing when the trigger has no place in this state. */
    public Optional<MoneyState> on(MoneyTrigger trigger) {
        return Optional.ofNullable(BECOMES.getOrDefault(this, Map.of()).get(trigger));
    }

    /** Whether some trigger makes the other state of this one. */
    public boolean leadsTo(MoneyState next) {
        return BECOMES.getOrDefault(this, Map.of()).containsValue(next);
    }

    /** Whether the attempt keeps its payment from being tried again. */
    public boolean isOpen() {
        return this != REJECTED && this != RETURNED && this != VOIDED;
    }

    /** Whether the bank has given its last word. */
    public boolean isFinal() {
        return this == REJECTED || this == CREDITED || this == RETURNED || this == VOIDED;
    }

    /** Whether the bank has been told of it. */
    public boolean isWithBank() {
        return this != PLANNED && this != SEALED && this != APPROVED && this != VOIDED;
    }
}
