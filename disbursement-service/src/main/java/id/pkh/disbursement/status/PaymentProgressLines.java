package id.pkh.disbursement.status;

import id.pkh.platform.security.AreaScope;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The facts behind the payments of a cycle, within areas. */
public interface PaymentProgressLines {

    /** The sort position of a line, behind which the next page begins. */
    record Position(String villageCode, UUID kpmId, String kind) {}

    /**
     * A line of a cycle.
     *
     * @param kind null for a family of which the cycle has no line
     * @param status null for such a family
     * @param atBank a {@link id.pkh.disbursement.instruction.domain.StatusAtBank}
     * @param bankReason reason code of a refusal or return; null otherwise
     * @param statusOn null when nothing was instructed
     */
    record LineRow(
            UUID kpmId,
            String villageCode,
            String kind,
            long amountIdr,
            String status,
            String atBank,
            String bankReason,
            LocalDate statusOn,
            boolean isCompensated,
            boolean isLeftOut,
            boolean isTakenOut,
            boolean isWithdrawn) {}

    /** Lines by village, family and kind. */
    List<LineRow> list(UUID cycleId, AreaScope scope, Position after, int limit);

    /** The lines of families, and those of the families that live in the areas and have none. */
    List<LineRow> of(UUID cycleId, AreaScope scope, Collection<UUID> kpmIds);
}
