package id.pkh.disbursement.situation;

import id.pkh.platform.security.AreaScope;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Sums of the payments of a cycle by area, bank and everything that a situation depends on. */
public interface SituationSums {

    /**
     * @param area to which the caller narrows the sums; null for none
     * @param scope areas that the caller may see
     * @param isSealed whether the list of the cycle is sealed
     * @param listedUntil what was credited on this day or before is listed by the policy
     */
    record Selection(
            UUID cycleId,
            AreaScope area,
            AreaScope scope,
            boolean isSealed,
            LocalDate listedUntil) {}

    /**
     * Payments of one area that have everything else in common.
     *
     * @param bank the bank of the latest attempt; null for none
     * @param atBank a {@link id.pkh.disbursement.instruction.domain.StatusAtBank}
     */
    record FactSum(
            String areaCode,
            String bank,
            String status,
            String atBank,
            boolean isCompensated,
            boolean isLeftOut,
            boolean isTakenOut,
            boolean isWithdrawn,
            boolean isListed,
            long payments,
            long amountIdr) {}

    /** The areas that have payments, in the order of their codes; one more than the limit. */
    List<String> areas(Selection selection, int codeChars, String after, int limit);

    /** The sums of these areas, in the order of their codes. */
    List<FactSum> sums(Selection selection, int codeChars, List<String> areas);
}
