package id.pkh.disbursement.situation;

import id.pkh.disbursement.cycle.domain.PaymentCycle;
import id.pkh.disbursement.instruction.domain.StatusAtBank;
import id.pkh.disbursement.payment.domain.PaymentStatus;
import id.pkh.disbursement.situation.SituationSums.FactSum;
import id.pkh.disbursement.situation.SituationSums.Selection;
import id.pkh.disbursement.situation.domain.Situation;
import id.pkh.disbursement.situation.domain.SituationFacts;
import id.pkh.disbursement.situation.domain.SituationRule;
import id.pkh.disbursement.withdrawal.WithdrawalPolicies;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.web.BusinessDates;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sums payments by area, bank and situation, with the rule that explains a single payment. */
@ApplicationScoped
public class SumSituations {

    /**
     * @param bank the bank of the latest attempt; null for none
     */
    public record SituationSum(String bank, Situation situation, long payments, long amountIdr) {

        private SituationSum plus(SituationSum other) {
            return new SituationSum(
                    bank,
                    situation,
                    payments + other.payments,
                    Math.addExact(amountIdr, other.amountIdr));
        }
    }

    private record Place(String areaCode, String bank, Situation situation) {}

    private final SituationSums sums;
    private final WithdrawalPolicies policies;
    private final Clock clock;

    SumSituations(SituationSums sums, WithdrawalPolicies policies, Clock clock) {
        this.sums = sums;
        this.policies = policies;
        this.clock = clock;
    }

    public Selection selection(PaymentCycle cycle, AreaScope area, AreaScope scope) {
        int days = policies.inForceOn(cycle.range().from()).daysUntilListed();
        return new Selection(
                cycle.cycleId(),
                area,
                scope,
                cycle.isSealed(),
                BusinessDates.today(clock).minusDays(days));
    }

    public List<String> areas(Selection selection, int codeChars, String after, int limit) {
        return sums.areas(selection, codeChars, after, limit);
    }

    /** By area. */
    public Map<String, List<SituationSum>> handle(
            Selection selection, int codeChars, List<String> areas) {
        Map<Place, SituationSum> together = new LinkedHashMap<>();
        for (FactSum sum : sums.sums(selection, codeChars, areas)) {
            Situation situation = SituationRule.of(facts(sum, selection.isSealed()));
            together.merge(
                    new Place(sum.areaCode(), sum.bank(), situation),
                    new SituationSum(sum.bank(), situation, sum.payments(), sum.amountIdr()),
                    SituationSum::plus);
        }
        Map<String, List<SituationSum>> byArea = new LinkedHashMap<>();
        together.forEach(
                (place, sum) ->
                        byArea.computeIfAbsent(place.areaCode(), area -> new ArrayList<>())
                                .add(sum));
        return byArea;
    }

    private static SituationFacts facts(FactSum sum, boolean isSealed) {
        return new SituationFacts(
                PaymentStatus.valueOf(sum.status()),
                isSealed,
                sum.isCompensated(),
                StatusAtBank.valueOf(sum.atBank()),
                sum.isLeftOut(),
                sum.isTakenOut(),
                sum.isWithdrawn(),
                sum.isListed());
    }
}
