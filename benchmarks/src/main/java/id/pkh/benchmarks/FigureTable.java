package id.pkh.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Figures as a table for a terminal. */
final class FigureTable {

    private static final List<String> HEADINGS =
            List.of(
                    "figure",
                    "value",
                    "machine's limit",
                    "limit",
                    "ratio",
                    "seconds",
                    "peak RSS",
                    "target");
    private static final String GAP = "  ";

    private FigureTable() {}

    static String of(List<Figure> figures) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEADINGS);
        figures.forEach(figure -> rows.add(cells(figure)));
        int[] widths = new int[HEADINGS.size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        StringBuilder table = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                line.append(i == 0 ? "" : GAP).append(pad(row.get(i), widths[i], isNumber(i)));
            }
            table.append(line.toString().stripTrailing()).append('\n');
        }
        return table.toString();
    }

    private static List<String> cells(Figure figure) {
        return List.of(
                figure.name(),
                Numbers.text(figure.value()) + " " + figure.unit(),
                figure.limitName(),
                Numbers.text(figure.limit()) + " " + figure.unit(),
                String.format(Locale.ROOT, "%.2f", figure.ratio()),
                Numbers.text(figure.seconds()),
                Double.isNaN(figure.peakRssMb()) ? "-" : Numbers.text(figure.peakRssMb()) + " MB",
                figure.verdict());
    }

    private static boolean isNumber(int column) {
        return column == 1 || (column >= 3 && column <= 6);
    }

    private static String pad(String text, int width, boolean toTheRight) {
        String blanks = " ".repeat(width - text.length());
        return toTheRight ? blanks + text : text + blanks;
    }
}
