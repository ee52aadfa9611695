package id.pkh.disbursement.difference.domain;

import id.pkh.disbursement.difference.domain.Difference.Cause;
import id.pkh.disbursement.entitlement.domain.EntitlementLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Explains why a family is paid another amount than in the cycle before. */
public final class DifferenceRule {

    /** The family was not in the former cycle. */
    public static final String NOT_IN_FORMER_CYCLE = "NOT_IN_FORMER_CYCLE";

    /** The family is not in this cycle. */
    public static final String NOT_IN_THIS_CYCLE = "NOT_IN_THIS_CYCLE";

    /** The cycles cover different numbers of months. */
    public static final String MONTHS_DIFFER = "MONTHS_DIFFER";

    /** The yearly amount of a component has changed. */
    public static final String RATE_CHANGED = "RATE_CHANGED";

    /** A member is paid who was not. */
    public static final String COMPONENT_ADDED = "COMPONENT_ADDED";

    /** A member is paid for another component. */
    public static final String COMPONENT_CHANGED = "COMPONENT_CHANGED";

    /** A member who was paid carries no component any more. */
    public static final String COMPONENT_ENDED = "COMPONENT_ENDED";

    private DifferenceRule() {}

    /**
     * @param sameMonths whether both cycles cover equally many months
     */
    public static Difference between(
            ListedPayment former, ListedPayment present, boolean sameMonths) {
        DifferenceKind kind =
                DifferenceKind.of(
                        former.status(), former.paidIdr(), present.status(), present.paidIdr());
        return new Difference(
                kind,
                switch (kind) {
                    case SAME -> List.of();
                    case NEW, RESUMED ->
                            List.of(Cause.ofFamily(former.reasonOr(NOT_IN_FORMER_CYCLE)));
                    case WITHHELD, GONE ->
                            List.of(Cause.ofFamily(present.reasonOr(NOT_IN_THIS_CYCLE)));
                    case MORE, LESS -> parts(former, present, sameMonths);
                });
    }

    private static List<Cause> parts(
            ListedPayment former, ListedPayment present, boolean sameMonths) {
        List<Cause> causes = new ArrayList<>();
        if (!sameMonths) {
            causes.add(Cause.ofFamily(MONTHS_DIFFER));
        }
        for (EntitlementLine now : present.paidLines()) {
            Optional<EntitlementLine> before = of(now, former.paidLines());
            if (before.isEmpty()) {
                causes.add(cause(COMPONENT_ADDED, now));
            } else if (!before.get().component().equals(now.component())) {
                causes.add(cause(COMPONENT_CHANGED, now));
            } else if (sameMonths && !before.get().amount().equals(now.amount())) {
                causes.add(cause(RATE_CHANGED, now));
            }
        }
        for (EntitlementLine before : former.paidLines()) {
            if (of(before, present.paidLines()).isEmpty()) {
                causes.add(
                        cause(
                                of(before, present.lines())
                                        .map(EntitlementLine::reason)
                                        .orElse(COMPONENT_ENDED),
                                before));
            }
        }
        return causes;
    }

    /** The line of the same member, of the same component if there are several. */
    private static Optional<EntitlementLine> of(EntitlementLine line, List<EntitlementLine> in) {
        List<EntitlementLine> own =
                in.stream()
                        .filter(other -> Objects.equals(other.memberId(), line.memberId()))
                        .toList();
        return own.stream()
                .filter(other -> other.component().equals(line.component()))
                .findFirst()
                .or(() -> own.stream().findFirst());
    }

    private static Cause cause(String code, EntitlementLine line) {
        return new Cause(code, line.memberId(), line.component());
    }
}
