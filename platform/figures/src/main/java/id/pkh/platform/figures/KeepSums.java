package id.pkh.platform.figures;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;

import id.pkh.platform.jobs.Job;
import id.pkh.platform.jobs.JobWork;
import id.pkh.platform.security.AreaScope;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** Makes the sums of a month, one regency after the other. */
@ApplicationScoped
class KeepSums implements JobWork<String> {

    static final String KIND = "FIGURES";

    private final MonthFigures figures;
    private final KeptSums sums;
    private final Regencies regencies;
    private final Clock clock;

    KeepSums(MonthFigures figures, KeptSums sums, Regencies regencies, Clock clock) {
        this.figures = figures;
        this.sums = sums;
        this.regencies = regencies;
        this.clock = clock;
    }

    private record Key(String subDistrict, String figure, String item) {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<String> next(Job job, Optional<String> after, int limit) {
        return regencies.of(YearMonth.parse(job.parameters()), after.orElse(""), limit);
    }

    @Override
    public void apply(Job job, List<String> regencies) {
        YearMonth month = YearMonth.parse(job.parameters());
        for (String regency : regencies) {
            Instant now = clock.instant();
            sums.replace(month, regency, bySubDistrict(month, regency, now), now);
        }
    }

    private List<Figure> bySubDistrict(YearMonth month, String regency, Instant now) {
        return figures.count(month, AreaScope.only(regency), false, now).stream()
                .collect(
                        groupingBy(
                                each ->
                                        new Key(
                                                FigureLevel.SUB_DISTRICT.areaOf(each.villageCode()),
                                                each.figure(),
                                                each.item()),
                                summingLong(Figure::value)))
                .entrySet()
                .stream()
                .map(
                        each ->
                                new Figure(
                                        each.getKey().subDistrict(),
                                        null,
                                        each.getKey().figure(),
                                        each.getKey().item(),
                                        each.getValue()))
                .toList();
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
}
