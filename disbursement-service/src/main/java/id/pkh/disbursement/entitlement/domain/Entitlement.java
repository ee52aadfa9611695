package id.pkh.disbursement.entitlement.domain;

import java.util.List;

/**
 * The entitlement of a family in a cycle, line by line. An entitlement of zero is a valid result.
 */
public record Entitlement(List<EntitlementLine> lines) {

    /** No member carries a component on the cycle's first day. */
    public static final String NO_COMPONENT = "NO_COMPONENT";

    /** The cycle covers no full month. */
    public static final String NO_FULL_MONTH = "NO_FULL_MONTH";

    public Entitlement {
        lines = List.copyOf(lines);
    }

    public Rupiah total() {
        return lines.stream().map(EntitlementLine::amount).reduce(Rupiah.ZERO, Rupiah::plus);
    }

    public List<EntitlementLine> paidLines() {
        return lines.stream().filter(EntitlementLine::isPaid).toList();
    }

    /** Why the total is zero. */
    public String reasonForNothing() {
        if (!paidLines().isEmpty()) {
            return NO_FULL_MONTH;
        }
        boolean rateMissing =
                lines.stream().anyMatch(line -> EntitlementLine.NO_RATE.equals(line.reason()));
        return rateMissing ? EntitlementLine.NO_RATE : NO_COMPONENT;
    }
}
