package id.pkh.verification.status;

import id.pkh.platform.figures.Regencies;
import id.pkh.platform.statistics.StatisticSource;
import id.pkh.platform.web.BusinessDates;
import id.pkh.platform.web.ProgrammeMonths;
import id.pkh.platform.web.Refused;
import id.pkh.verification.signal.domain.VerificationPeriod;
import id.pkh.verification.status.ComplianceStatuses.StatusCount;
import id.pkh.verification.status.domain.ComplianceStatus;
import id.pkh.verification.status.domain.ComplianceStatusRule;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts the families of a quarter by their status, with the rule that answers other systems. */
@ApplicationScoped
class CountStatuses implements StatisticSource {

    private static final int QUARTER_MONTHS = 3;

    private final ComplianceStatuses statuses;
    private final Regencies regencies;
    private final ProgrammeMonths months;
    private final Clock clock;

    CountStatuses(
            ComplianceStatuses statuses, Regencies regencies, ProgrammeMonths months, Clock clock) {
        this.statuses = statuses;
        this.regencies = regencies;
        this.months = months;
        this.clock = clock;
    }

    private record Key(String villageCode, ComplianceStatus status) {}

    @Override
    public List<String> statuses() {
        return Arrays.stream(ComplianceStatus.values()).map(Enum::name).toList();
    }

    @Override
    public void require(String period) {
        if (!period.matches(VerificationPeriod.QUARTER_TEXT) || !months.cover(period)) {
            throw Refused.because("INVALID_PARAMETER").with("parameter", "period");
        }
    }

    /** The quarter before this one, which is being closed and corrected. */
    @Override
    public List<String> ofTheNight() {
        YearMonth before = YearMonth.from(BusinessDates.today(clock)).minusMonths(QUARTER_MONTHS);
        return List.of(VerificationPeriod.quarterOf(before).text());
    }

    @Override
    public List<String> regencies(String period, String after, int limit) {
        return regencies.of(VerificationPeriod.parse(period).firstMonth(), after, limit);
    }

    @Override
    public List<Count> count(String period, String regency) {
        Instant now = clock.instant();
        Map<Key, Long> counts = new LinkedHashMap<>();
        for (StatusCount count :
                statuses.count(
                        ReadStatuses.daysOf(VerificationPeriod.parse(period), now), regency)) {
            counts.merge(
                    new Key(count.villageCode(), ComplianceStatusRule.of(count.facts())),
                    count.families(),
                    Long::sum);
        }
        return counts.entrySet().stream()
                .map(
                        each ->
                                new Count(
                                        each.getKey().villageCode(),
                                        each.getKey().status().name(),
                                        each.getValue()))
                .toList();
    }
}
