package id.pkh.platform.statistics;

import id.pkh.platform.security.AreaScope;
import id.pkh.platform.statistics.StatisticRows.Cell;
import id.pkh.platform.statistics.StatisticRows.Published;
import id.pkh.platform.statistics.StatisticsView.AreaStatisticsView;
import id.pkh.platform.statistics.StatisticsView.StatusCountView;
import id.pkh.platform.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads what is published of an area and of those that it is divided into. */
@ApplicationScoped
class ReadStatistics {

    private static final int[] CODE_CHARS = {0, 2, 5, 8, 13};

    private final StatisticRows rows;

    ReadStatistics(StatisticRows rows) {
        this.rows = rows;
    }

    /**
     * @param area null for the country
     */
    @Transactional
    StatisticsView of(String period, String area) {
        String code = area == null ? "" : AreaScope.requested(area);
        Published published =
                rows.published(period)
                        .orElseThrow(
                                () ->
                                        Refused.because("STATISTICS_NOT_MADE")
                                                .with("period", period));
        Map<String, List<Cell>> byArea = new LinkedHashMap<>();
        byArea.put(code, new ArrayList<>());
        rows.cells(period, code, charsBelow(code))
                .forEach(
                        cell ->
                                byArea.computeIfAbsent(cell.areaCode(), any -> new ArrayList<>())
                                        .add(cell));
        return new StatisticsView(
                period,
                published.threshold(),
                published.countedAt(),
                byArea.entrySet().stream()
                        .map(each -> view(each.getKey(), each.getValue()))
                        .toList());
    }

    private static AreaStatisticsView view(String areaCode, List<Cell> cells) {
        boolean isEmpty = cells.stream().noneMatch(cell -> isTotal(cell));
        return new AreaStatisticsView(
                areaCode.isEmpty() ? null : areaCode,
                isEmpty
                        ? Long.valueOf(0)
                        : cells.stream()
                                .filter(ReadStatistics::isTotal)
                                .findFirst()
                                .map(Cell::families)
                                .orElse(null),
                cells.stream()
                        .filter(cell -> !isTotal(cell))
                        .map(cell -> new StatusCountView(cell.status(), cell.families()))
                        .toList());
    }

    private static boolean isTotal(Cell cell) {
        return cell.status().equals(StatisticRows.TOTAL);
    }

    private static int charsBelow(String code) {
        for (int chars : CODE_CHARS) {
            if (chars > code.length()) {
                return chars;
            }
        }
        return code.length();
    }
}
