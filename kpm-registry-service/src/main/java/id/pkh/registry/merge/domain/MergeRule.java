package id.pkh.registry.merge.domain;

import id.pkh.registry.family.domain.KpmStatus;
import java.time.LocalDate;
import java.util.Optional;

/** Which family may end for which other one, and by which measure it leaves. */
public final class MergeRule {

    /** The existing ways out of the programme, in the words of the verification service. */
    public enum Exit {
        TERMINATE("DUPLICATE_MERGED"),
        INELIGIBLE("DUPLICATE");

        private final String reason;

        Exit(String reason) {
            this.reason = reason;
        }

        public String reason() {
            return reason;
        }
    }

    private MergeRule() {}

    /**
     * Empty if the pair of statuses does not fit. A household that is paid must not lose its money:
     * a member ends only for another member.
     */
    public static Optional<Exit> exitOf(KpmStatus ended, KpmStatus survivor) {
        if (isMember(ended)) {
            return isMember(survivor) ? Optional.of(Exit.TERMINATE) : Optional.empty();
        }
        return ended == KpmStatus.VALIDATED && !survivor.isFinal()
                ? Optional.of(Exit.INELIGIBLE)
                : Optional.empty();
    }

    /** The first day without membership: nothing that was paid before is touched. */
    public static boolean isPossible(LocalDate effectiveOn, LocalDate today) {
        return !effectiveOn.isBefore(today) && !effectiveOn.isAfter(today.plusYears(1));
    }

    private static boolean isMember(KpmStatus status) {
        return status == KpmStatus.ACTIVE || status == KpmStatus.SUSPENDED;
    }
}
