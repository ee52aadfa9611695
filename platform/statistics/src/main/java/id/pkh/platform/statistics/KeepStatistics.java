package id.pkh.platform.statistics;

import id.pkh.platform.jobs.Job;
import id.pkh.platform.jobs.JobWork;
import id.pkh.platform.statistics.StatisticRows.Published;
import id.pkh.platform.statistics.domain.AreaCounts;
import id.pkh.platform.statistics.domain.SmallNumbers;
import id.pkh.platform.statistics.domain.ThresholdVersion;
import id.pkh.platform.web.BusinessDates;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Makes the statistics of a period: counts one regency after the other, then hides small numbers in
 * the whole country at once and publishes what is left.
 */
@ApplicationScoped
class KeepStatistics implements JobWork<String> {

    static final String KIND = "STATISTICS";

    private final StatisticSource source;
    private final StatisticRows rows;
    private final ThresholdKind thresholds;
    private final Clock clock;

    KeepStatistics(
            StatisticSource source, StatisticRows rows, ThresholdKind thresholds, Clock clock) {
        this.source = source;
        this.rows = rows;
        this.thresholds = thresholds;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<String> next(Job job, Optional<String> after, int limit) {
        return source.regencies(job.parameters(), after.orElse(""), limit);
    }

    @Override
    public void apply(Job job, List<String> regencies) {
        for (String regency : regencies) {
            rows.count(
                    job.parameters(),
                    job.jobId(),
                    regency,
                    source.count(job.parameters(), regency));
        }
    }

    @Override
    public void finish(Job job) {
        List<String> statuses = source.statuses();
        int threshold =
                ThresholdVersion.of(
                        BusinessDates.today(clock),
                        rows.published(job.parameters()).map(Published::threshold),
                        thresholds.versions());
        AreaCounts country =
                AreaCounts.country(
                        rows.counted(job.parameters(), job.jobId(), statuses), statuses.size());
        SmallNumbers.hide(country, threshold);
        rows.publish(
                job.parameters(), new Published(threshold, clock.instant()), country, statuses);
    }

    @Override
    public String textOf(String regency) {
        return regency;
    }

    @Override
    public String itemOf(String text) {
        return text;
    }

    /** A regency is one transaction, because it may have a hundred thousand families. */
    @Override
    public int chunkItems() {
        return 1;
    }

    /** What is published without a regency would be wrong and could not be taken back. */
    @Override
    public boolean maySetAside() {
        return false;
    }
}
