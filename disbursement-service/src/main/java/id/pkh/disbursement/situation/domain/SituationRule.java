package id.pkh.disbursement.situation.domain;

/** Derives where the money of a payment is. See docs/rules/payments.md. */
public final class SituationRule {

    private SituationRule() {}

    public static Situation of(SituationFacts facts) {
        return switch (facts.status()) {
            case NOT_ELIGIBLE -> Situation.NOT_ELIGIBLE;
            case HELD -> facts.isCompensated() ? Situation.COMPENSATED : Situation.HELD;
            case FORFEITED -> facts.isCompensated() ? Situation.COMPENSATED : Situation.FORFEITED;
            case PAYABLE -> payable(facts);
        };
    }

    private static Situation payable(SituationFacts facts) {
        return switch (facts.atBank()) {
            case NOT_INSTRUCTED -> notInstructed(facts);
            case PLANNED, SEALED, APPROVED -> Situation.IN_FILE;
            case SENT -> Situation.SENT;
            case ACCEPTED -> Situation.ACCEPTED;
            case UNKNOWN -> Situation.UNKNOWN;
            case REJECTED -> facts.isTakenOut() ? Situation.TAKEN_OUT : Situation.REJECTED;
            case RETURNED -> facts.isTakenOut() ? Situation.TAKEN_OUT : Situation.RETURNED;
            case CREDITED -> credited(facts);
        };
    }

    private static Situation notInstructed(SituationFacts facts) {
        if (!facts.isSealed()) {
            return Situation.PLANNED;
        }
        if (facts.isTakenOut()) {
            return Situation.TAKEN_OUT;
        }
        return facts.isLeftOut() ? Situation.LEFT_OUT : Situation.AWAITS_FILE;
    }

    private static Situation credited(SituationFacts facts) {
        if (facts.isWithdrawn()) {
            return Situation.WITHDRAWN;
        }
        return facts.isListed() ? Situation.UNCOLLECTED : Situation.CREDITED;
    }
}
