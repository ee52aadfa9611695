package id.pkh.disbursement.payment.domain;

import id.pkh.disbursement.kpm.domain.KpmFacts;
import id.pkh.disbursement.sanction.domain.Decision;
import id.pkh.disbursement.sanction.domain.LadderStep;
import id.pkh.disbursement.sanction.domain.Reinstatement;
import java.util.List;
import java.util.Objects;

/**
 * The facts that decide a family's payment.
 *
 * @param decisions decisions against the family, whether or not they are in effect
 * @param reinstatements how the family came back after it had left
 * @param steps steps on the ladder that are in effect
 * @param coveredElsewhere a sealed list of the other channel already pays the family for some of
 *     these months
 */
public record FamilyFacts(
        KpmFacts kpm,
        List<Decision> decisions,
        List<Reinstatement> reinstatements,
        List<LadderStep> steps,
        boolean coveredElsewhere) {

    public FamilyFacts {
        Objects.requireNonNull(kpm, "kpm");
        decisions = List.copyOf(decisions);
        reinstatements = List.copyOf(reinstatements);
        steps = List.copyOf(steps);
    }

    public FamilyFacts paidElsewhere(boolean covered) {
        return covered == coveredElsewhere
                ? this
                : new FamilyFacts(kpm, decisions, reinstatements, steps, covered);
    }
}
