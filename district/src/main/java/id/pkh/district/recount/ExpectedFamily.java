package id.pkh.district.recount;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The expected results for one family.
 *
 * @param caretaker NIK of the caretaker, which identifies the family
 * @param active candidates have no steps, no commitments and no payment
 * @param beforeCorrections steps in effect when the officer decides
 * @param standing steps in effect at the end
 * @param decision SUSPEND, DISMISS, or empty when nothing was proposed
 * @param suspended a decided suspension is still based on an active proposal at the end
 * @param wayBack why an officer ended the suspension, or undid a termination; empty when none did
 * @param payment null when the family gets none
 * @param route of a payment; null without a cycle
 */
public record ExpectedFamily(
        String caretaker,
        String card,
        String village,
        String group,
        boolean active,
        List<ExpectedStep> beforeCorrections,
        List<ExpectedStep> standing,
        List<ExpectedMember> members,
        String decision,
        boolean suspended,
        String wayBack,
        ExpectedPayment payment,
        ExpectedRoute route) {

    private static final Set<String> FACILITATOR = Set.of("FACILITATOR");
    private static final Set<String> SERVICE_POINT = Set.of("SERVICE_POINT");

    /** The possible attributions of the missing evidence; if both are possible, the facilitator. */
    public Set<String> notVerifiedAttributions() {
        Set<String> possible = new HashSet<>();
        for (ExpectedMember member : members) {
            if (member.attributions().equals(FACILITATOR)) {
                return FACILITATOR;
            }
            possible.addAll(member.attributions());
        }
        return possible.equals(SERVICE_POINT) ? SERVICE_POINT : possible;
    }

    public boolean isDismissed() {
        return decision.equals("DISMISS");
    }

    /** A suspension was decided, and then a correction removed its basis. */
    public boolean isLifted() {
        return decision.equals("SUSPEND") && !suspended && wayBack.isEmpty();
    }
}
