package id.pkh.district.recount;

import java.util.List;

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
        ExpectedPayment payment) {}
