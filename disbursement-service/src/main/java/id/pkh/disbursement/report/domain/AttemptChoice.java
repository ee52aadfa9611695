package id.pkh.disbursement.report.domain;

import id.pkh.disbursement.report.domain.BookingRule.Posted;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which attempt of a payment a line is about that names the payment alone. Banks repeat what they
 * have booked, also after the payment was sent again: taken for the new attempt, an old return
 * would free a payment that has just been paid.
 */
public final class AttemptChoice {

    /** An attempt, with the bank's references that are known of it. */
    public record Sent(LocalDate on, Set<String> bankRefs) {

        /**
         * @param bankRef of the bank's last response; null for none, as are the bookings
         */
        public static Sent with(LocalDate on, String bankRef, Posted credit, Posted back) {
            Set<String> refs = new HashSet<>();
            refs.add(bankRef);
            refs.add(credit == null ? null : credit.bankRef());
            refs.add(back == null ? null : back.bankRef());
            refs.remove(null);
            return new Sent(on, refs);
        }
    }

    private AttemptChoice() {}

    /**
     * @param attempts in their order, at least one
     * @param bankRef null where the line has none
     * @param day of the booking; null where the line has none
     * @return position in the list
     */
    public static int of(List<Sent> attempts, String bankRef, LocalDate day) {
        int latest = attempts.size() - 1;
        for (int i = latest; i >= 0; i--) {
            if (bankRef != null && attempts.get(i).bankRefs().contains(bankRef)) {
                return i;
            }
        }
        for (int i = latest; i >= 0; i--) {
            if (day == null || !day.isBefore(attempts.get(i).on())) {
                return i;
            }
        }
        return latest;
    }
}
