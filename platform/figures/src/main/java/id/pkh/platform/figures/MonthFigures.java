package id.pkh.platform.figures;

import id.pkh.platform.figures.MonthFiguresView.AreaFiguresView;
import id.pkh.platform.figures.MonthFiguresView.FigureView;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.web.BusinessDates;
import id.pkh.platform.web.Refused;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Figures of a month, counted from the records or added up from kept sums. */
@ApplicationScoped
public class MonthFigures {

    private record Row(String areaCode, String groupCode) {

        static final Comparator<Row> ORDER =
                Comparator.comparing(Row::areaCode)
                        .thenComparing(
                                Row::groupCode, Comparator.nullsFirst(Comparator.naturalOrder()));
    }

    private record Counted(String figure, String item) {

        static final Comparator<Counted> ORDER =
                Comparator.comparing(Counted::figure).thenComparing(Counted::item);
    }

    private final List<FigureSource> sources;
    private final KeptSums sums;
    private final Clock clock;

    MonthFigures(@All List<FigureSource> sources, KeptSums sums, Clock clock) {
        this.sources = sources;
        this.sums = sums;
        this.clock = clock;
    }

    /** Figures by area or group, in the order of the codes. */
    @Transactional
    public MonthFiguresView of(YearMonth month, AreaScope areas, FigureLevel by) {
        if (!by.divides(areas)) {
            throw Refused.because("FIGURES_TOO_FINE").with("by", by.name());
        }
        if (!FigureLevel.needsSums(areas)) {
            Instant now = clock.instant();
            return view(
                    month,
                    by,
                    count(month, areas, by == FigureLevel.GROUP, now),
                    new KeptSums.Kept(now, 0),
                    false);
        }
        return view(month, by, sums.of(month, areas), sums.kept(month, areas), true);
    }

    /** What the sources count in areas of a regency or less. */
    List<Figure> count(YearMonth month, AreaScope areas, boolean byGroup, Instant now) {
        FigureQuery query = new FigureQuery(month, areas, BusinessDates.on(now), byGroup);
        return sources.stream().flatMap(source -> source.count(query).stream()).toList();
    }

    private static MonthFiguresView view(
            YearMonth month,
            FigureLevel by,
            List<Figure> figures,
            KeptSums.Kept kept,
            boolean fromSums) {
        boolean byGroup = by == FigureLevel.GROUP;
        Map<Row, Map<Counted, Long>> rows = new TreeMap<>(Row.ORDER);
        for (Figure each : figures) {
            rows.computeIfAbsent(
                            new Row(
                                    by.areaOf(each.villageCode()),
                                    byGroup ? each.groupCode() : null),
                            row -> new TreeMap<>(Counted.ORDER))
                    .merge(new Counted(each.figure(), each.item()), each.value(), Math::addExact);
        }
        return new MonthFiguresView(
                month.toString(),
                by,
                kept.oldestAt(),
                fromSums,
                kept.regenciesMissing(),
                rows.entrySet().stream().map(MonthFigures::view).toList());
    }

    private static AreaFiguresView view(Map.Entry<Row, Map<Counted, Long>> row) {
        return new AreaFiguresView(
                row.getKey().areaCode(),
                row.getKey().groupCode(),
                row.getValue().entrySet().stream()
                        .map(
                                each ->
                                        new FigureView(
                                                each.getKey().figure(),
                                                each.getKey().item(),
                                                each.getValue()))
                        .toList());
    }
}
