package id.pkh.district.bank;

import java.util.Optional;

/** What a bank will do with a payment, where a story decides it beforehand. */
@FunctionalInterface
public interface Plan {

    /** Each payment meets with what the dice say. */
    Plan DICE = (order, line) -> Optional.empty();

    /**
     * What becomes of a payment.
     *
     * @param reason why the bank refuses it, or gives the money back; null for none
     */
    record Outcome(What what, String reason) {

        enum What {
            CREDITED,
            REFUSED,
            /** Credited, and some days later given back. */
            RETURNED
        }

        public static Outcome credited() {
            return new Outcome(What.CREDITED, null);
        }

        public static Outcome refused(String reason) {
            return new Outcome(What.REFUSED, reason);
        }

        public static Outcome returned(String reason) {
            return new Outcome(What.RETURNED, reason);
        }
    }

    /**
     * Empty where the dice decide.
     *
     * @param line of the order in its file, from 1
     */
    Optional<Outcome> of(Instructed order, int line);
}
