package id.pkh.disbursement.difference;

import id.pkh.disbursement.difference.domain.ListedPayment;
import id.pkh.platform.security.AreaScope;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The payment lists of a cycle and of the cycle before it, side by side. */
public interface TwoCycles {

    /**
     * @param isSealed whether the list of the cycle is sealed
     * @param area to which the caller narrows the list; null for none
     * @param scope areas that the caller may see
     */
    record Selection(
            UUID cycleId, UUID formerId, boolean isSealed, AreaScope area, AreaScope scope) {}

    /** The order of the walk: by village, then by family. */
    record Position(String villageCode, UUID kpmId) {}

    /**
     * A family that has a payment in one of the cycles. A calculation keeps no row of families
     * outside the programme; as long as the list is not sealed, their present status tells.
     *
     * @param villageCode of this cycle, or of the former one for a family that is only there
     * @param paymentId the payment of this cycle; null for none
     * @param formerPaymentId the payment of the former cycle; null for none
     */
    record FamilyInBoth(
            UUID kpmId,
            String villageCode,
            UUID paymentId,
            UUID formerPaymentId,
            ListedPayment former,
            ListedPayment present) {

        Position position() {
            return new Position(villageCode, kpmId);
        }
    }

    /**
     * Families with everything in common that the kind of a difference depends on.
     *
     * @param comparison the sign of what is paid now, less what was paid before
     */
    record StatusSum(
            String formerStatus,
            String status,
            int comparison,
            boolean wasPaid,
            boolean isPaid,
            long families,
            long formerIdr,
            long presentIdr) {}

    /** The latest cycle of the channel that ends before the cycle begins. */
    Optional<UUID> before(UUID cycleId);

    /** The next families of the walk, in its order. */
    List<FamilyInBoth> after(Selection selection, Position position, int limit);

    List<StatusSum> sums(Selection selection);
}
