package id.pkh.registry.transfer.domain;

import id.pkh.registry.family.domain.ComponentSpan;
import id.pkh.registry.family.domain.Family;
import id.pkh.registry.family.domain.Member;
import java.time.LocalDate;
import java.util.Optional;

/** Who can be transferred, and from which day on. */
public final class TransferRule {

    public static final String DAY_INVALID = "TRANSFER_DAY_INVALID";
    public static final String NOT_A_CHILD = "TRANSFER_NOT_A_CHILD";

    private static final int ADULT_YEARS = 18;
    private static final int MONTHS_OF_A_QUARTER = 3;

    private TransferRule() {}

    /**
     * The fault of a day. It is the first of a month, because a month counts for a family only if
     * the child was there on every day of it. It lies in the present quarter, which is not paid
     * yet, so no month is paid to both families.
     */
    public static Optional<String> faultOf(LocalDate effectiveOn, LocalDate today) {
        LocalDate quarter =
                today.withDayOfMonth(1)
                        .minusMonths((today.getMonthValue() - 1) % MONTHS_OF_A_QUARTER);
        boolean isPossible =
                effectiveOn.getDayOfMonth() == 1
                        && !effectiveOn.isAfter(today)
                        && !effectiveOn.isBefore(quarter);
        return isPossible ? Optional.empty() : Optional.of(DAY_INVALID);
    }

    /** The fault of a person, on the first day in the other family. */
    public static Optional<String> faultOf(Family from, Member member, LocalDate effectiveOn) {
        if (member.isDeceased()) {
            return Optional.of(Member.MEMBER_DECEASED);
        }
        boolean isChild =
                member.birthDate() != null
                        && member.birthDate().plusYears(ADULT_YEARS).isAfter(effectiveOn)
                        && !member.id().equals(from.caretaker().id());
        return isChild ? Optional.empty() : Optional.of(NOT_A_CHILD);
    }

    /** What the child carries in the other family; null if it carries nothing from that day on. */
    public static ComponentSpan carriedFrom(Member member, LocalDate effectiveOn) {
        ComponentSpan present = member.components().present();
        if (present == null || !present.isCarriedOn(effectiveOn)) {
            return null;
        }
        LocalDate since = present.since().isAfter(effectiveOn) ? present.since() : effectiveOn;
        return new ComponentSpan(present.type(), since, present.until(), present.school());
    }
}
