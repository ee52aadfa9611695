package id.pkh.disbursement.payment.domain;

import id.pkh.disbursement.kpm.domain.KpmFacts;
import id.pkh.disbursement.sanction.domain.Decision;
import id.pkh.disbursement.sanction.domain.Step;
import java.util.List;
import java.util.Objects;

/**
 * All that decides a family's payment.
 *
 * @param decisions officers' decisions, standing or lifted
 * @param steps steps on the ladder that stand
 * @param coveredElsewhere a sealed list of the other channel already has the family for some of
 *     these months
 */
public record FamilyFacts(
        KpmFacts kpm, List<Decision> decisions, List<Step> steps, boolean coveredElsewhere) {

    public FamilyFacts {
        Objects.requireNonNull(kpm, "kpm");
        decisions = List.copyOf(decisions);
        steps = List.copyOf(steps);
    }

    public FamilyFacts paidElsewhere(boolean covered) {
        return covered == coveredElsewhere ? this : new FamilyFacts(kpm, decisions, steps, covered);
    }
}
