package id.pkh.disbursement.status;

import id.pkh.disbursement.cycle.Cycles;
import id.pkh.disbursement.cycle.domain.PaymentCycle;
import id.pkh.disbursement.situation.domain.SituationRule;
import id.pkh.disbursement.status.PaymentProgressCounts.FactCount;
import id.pkh.disbursement.status.domain.PaymentProgress;
import id.pkh.disbursement.withdrawal.WithdrawalPolicies;
import id.pkh.platform.statistics.StatisticSource;
import id.pkh.platform.web.BusinessDates;
import id.pkh.platform.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts the families of a cycle by where their money is. A payment that makes up for another is
 * not counted, because its family is counted already.
 */
@ApplicationScoped
class CountProgress implements StatisticSource {

    private static final int LATEST_CYCLES = 8;
    private static final int MONTHS = 6;

    private final PaymentProgressCounts counts;
    private final Cycles cycles;
    private final WithdrawalPolicies policies;
    private final Clock clock;

    CountProgress(
            PaymentProgressCounts counts, Cycles cycles, WithdrawalPolicies policies, Clock clock) {
        this.counts = counts;
        this.cycles = cycles;
        this.policies = policies;
        this.clock = clock;
    }

    private record Key(String villageCode, PaymentProgress status) {}

    @Override
    public List<String> statuses() {
        return Arrays.stream(PaymentProgress.values()).map(Enum::name).toList();
    }

    @Override
    public void require(String period) {
        cycle(period);
    }

    /** Sealed cycles of the last months, of which money is still collected and reported. */
    @Override
    public List<String> ofTheNight() {
        LocalDate since = BusinessDates.today(clock).minusMonths(MONTHS);
        return cycles.page(null, null, LATEST_CYCLES).stream()
                .filter(PaymentCycle::isSealed)
                .filter(cycle -> cycle.range().until().isAfter(since))
                .map(PaymentCycle::cycleCode)
                .sorted()
                .toList();
    }

    @Override
    public List<String> regencies(String period, String after, int limit) {
        return counts.regencies(cycle(period).cycleId(), after, limit);
    }

    @Override
    public List<Count> count(String period, String regency) {
        PaymentCycle cycle = cycle(period);
        LocalDate listedUntil =
                BusinessDates.today(clock)
                        .minusDays(policies.inForceOn(cycle.range().from()).daysUntilListed());
        Map<Key, Long> families = new LinkedHashMap<>();
        for (FactCount count : counts.of(cycle.cycleId(), regency, listedUntil)) {
            families.merge(
                    new Key(
                            count.villageCode(),
                            PaymentProgress.of(SituationRule.of(count.facts(cycle.isSealed())))),
                    count.families(),
                    Long::sum);
        }
        return families.entrySet().stream()
                .map(
                        each ->
                                new Count(
                                        each.getKey().villageCode(),
                                        each.getKey().status().name(),
                                        each.getValue()))
                .toList();
    }

    private PaymentCycle cycle(String code) {
        return cycles.byCode(code).orElseThrow(() -> Refused.because("NOT_FOUND"));
    }
}
