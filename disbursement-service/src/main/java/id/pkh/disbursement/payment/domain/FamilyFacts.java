package id.pkh.disbursement.payment.domain;

import id.pkh.disbursement.kpm.domain.KpmFacts;
import id.pkh.disbursement.sanction.domain.Decision;
import id.pkh.disbursement.sanction.domain.LadderStep;
import java.util.List;
import java.util.Objects;

/**
 * The facts that decide a family's payment.
 *
 * @param decisions officers' decisions, in effect or lifted
 * @param steps steps on the ladder that are in effect
 * @param coveredElsewhere a sealed list of the other channel already pays the family for some of
 *     these months
 */
public record FamilyFacts(
        KpmFacts kpm, List<Decision> decisions, List<LadderStep> steps, boolean coveredElsewhere) {

    public FamilyFacts {
        Objects.requireNonNull(kpm, "kpm");
        decisions = List.copyOf(decisions);
        steps = List.copyOf(steps);
    }

    public FamilyFacts paidElsewhere(boolean covered) {
        return covered == coveredElsewhere ? this : new FamilyFacts(kpm, decisions, steps, covered);
    }
}
