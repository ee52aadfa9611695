package id.pkh.disbursement.payment;

import id.pkh.disbursement.entitlement.domain.EntitlementLine;
import java.util.List;
import java.util.UUID;

/** A family is not eligible in a cycle, with the reasons. */
public record Ineligibility(
        UUID kpmId, String villageCode, List<String> reasons, List<EntitlementLine> lines) {

    public Ineligibility {
        reasons = List.copyOf(reasons);
        lines = List.copyOf(lines);
    }
}
