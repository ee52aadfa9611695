package id.pkh.registry.report;

import com.fasterxml.jackson.databind.JsonNode;
import id.pkh.platform.figures.FigureLevel;
import id.pkh.platform.figures.MonthFigures;
import id.pkh.platform.figures.MonthFiguresView;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.security.Caller;
import id.pkh.registry.client.OtherServices;
import id.pkh.registry.report.domain.ReportRow;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Joins the figures of the four services by area and group. */
@ApplicationScoped
class GatherFigures {

    private final MonthFigures own;
    private final OtherServices others;
    private final Caller caller;

    GatherFigures(MonthFigures own, OtherServices others, Caller caller) {
        this.own = own;
        this.others = others;
        this.caller = caller;
    }

    /**
     * The figures of all services.
     *
     * @param countedAt when the oldest of them were counted; null if a service has none yet
     * @param regenciesMissing of how many regencies a service has no sums
     */
    record Gathered(List<ReportRow> rows, Instant countedAt, int regenciesMissing) {}

    private static final class Rows {

        private final Map<String, Map<String, Map<String, Map<String, Long>>>> byArea =
                new TreeMap<>();
        private Instant countedAt = Instant.MAX;
        private int regenciesMissing;

        private void add(String area, String group, String figure, String item, long value) {
            byArea.computeIfAbsent(area, any -> new TreeMap<>())
                    .computeIfAbsent(group == null ? "" : group, any -> new TreeMap<>())
                    .computeIfAbsent(figure, any -> new TreeMap<>())
                    .merge(item, value, Math::addExact);
        }

        private void counted(Instant at, int missing) {
            if (countedAt != null && (at == null || at.isBefore(countedAt))) {
                countedAt = at;
            }
            regenciesMissing = Math.max(regenciesMissing, missing);
        }

        private Gathered gathered() {
            List<ReportRow> rows =
                    byArea.entrySet().stream()
                            .flatMap(
                                    area ->
                                            area.getValue().entrySet().stream()
                                                    .map(
                                                            group ->
                                                                    new ReportRow(
                                                                            area.getKey(),
                                                                            group.getKey().isEmpty()
                                                                                    ? null
                                                                                    : group
                                                                                            .getKey(),
                                                                            group.getValue())))
                            .sorted(ReportRow.ORDER)
                            .toList();
            return new Gathered(rows, countedAt, regenciesMissing);
        }
    }

    /**
     * The figures of some areas, or of all areas of the caller if none is named.
     *
     * <p>Refuses when a service does not answer: a report without a part would look complete.
     */
    Gathered of(YearMonth month, Collection<String> areas, FigureLevel by) {
        Rows rows = new Rows();
        MonthFiguresView ours =
                own.of(month, areas.isEmpty() ? caller.areas() : AreaScope.of(areas), by);
        rows.counted(ours.countedAt(), ours.regenciesMissing());
        for (MonthFiguresView.AreaFiguresView area : ours.areas()) {
            for (MonthFiguresView.FigureView each : area.figures()) {
                rows.add(
                        area.areaCode(),
                        area.groupCode(),
                        each.figure(),
                        each.item(),
                        each.value());
            }
        }
        String query =
                "/figures/"
                        + month
                        + "?by="
                        + by
                        + areas.stream().map(area -> "&area=" + area).collect(Collectors.joining());
        for (OtherServices.Owner owner : OtherServices.Owner.values()) {
            add(others.get(owner, query), rows);
        }
        return rows.gathered();
    }

    private static void add(JsonNode answer, Rows rows) {
        JsonNode countedAt = answer.path("counted_at");
        rows.counted(
                countedAt.isTextual() ? Instant.parse(countedAt.asText()) : null,
                answer.path("regencies_missing").asInt());
        for (JsonNode area : answer.path("areas")) {
            for (JsonNode each : area.path("figures")) {
                rows.add(
                        area.path("area_code").asText(),
                        area.path("group_code").isTextual()
                                ? area.path("group_code").asText()
                                : null,
                        each.path("figure").asText(),
                        each.path("item").asText(),
                        each.path("value").asLong());
            }
        }
    }
}
