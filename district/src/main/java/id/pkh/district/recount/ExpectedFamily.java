package id.pkh.district.recount;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Everything that has to come out for one family.
 *
 * @param caretaker NIK of the caretaker, by which the family is found again
 * @param active candidates have no steps, no commitments and no payment
 * @param beforeCorrections steps standing when the officer decides
 * @param standing steps standing at the end
 * @param decision SUSPEND, DISMISS, or empty when nothing was proposed
 * @param suspended a decided suspension still rests on a standing proposal at the end
 * @param payment null when the family gets none
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
        ExpectedPayment payment) {

    private static final Set<String> FACILITATOR = Set.of("FACILITATOR");
    private static final Set<String> SERVICE_POINT = Set.of("SERVICE_POINT");

    /** Whose failure the missing evidence may be; with both, the facilitator's. */
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

    /** A suspension was decided, and the correction took away what it rested on. */
    public boolean isLifted() {
        return decision.equals("SUSPEND") && !suspended;
    }
}
