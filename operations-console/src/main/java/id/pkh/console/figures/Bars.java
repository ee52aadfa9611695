package id.pkh.console.figures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * A bar chart that is ready to be drawn: the longest bar comes first and has the full width.
 *
 * @param total of everything that was counted, including what has no bar
 * @param others counted, but without a bar because there is no room for more
 */
record Bars(List<Bar> bars, long total, long others) {

    static final int ROW_HEIGHT = 24;
    static final int FULL_WIDTH = 420;

    /** Positions and lengths are in the units of the drawing. */
    record Bar(String label, long value, int top, int width) {

        public int middle() {
            return top + ROW_HEIGHT / 2 + 4;
        }

        public int barTop() {
            return top + 3;
        }

        public int afterBar() {
            return width + 8;
        }
    }

    static Bars of(Map<String, Long> counts, int most) {
        List<Map.Entry<String, Long>> sorted =
                counts.entrySet().stream()
                        .sorted(
                                Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                                        .thenComparing(Map.Entry.comparingByKey()))
                        .toList();
        long longest = sorted.isEmpty() ? 1 : Math.max(1, sorted.get(0).getValue());
        List<Bar> bars = new ArrayList<>();
        long total = 0;
        long others = 0;
        for (Map.Entry<String, Long> count : sorted) {
            total += count.getValue();
            if (bars.size() == most) {
                others += count.getValue();
                continue;
            }
            int width = (int) Math.max(1, count.getValue() * FULL_WIDTH / longest);
            bars.add(new Bar(count.getKey(), count.getValue(), bars.size() * ROW_HEIGHT, width));
        }
        return new Bars(bars, total, others);
    }

    public int height() {
        return Math.max(1, bars.size()) * ROW_HEIGHT;
    }

    public boolean isEmpty() {
        return bars.isEmpty();
    }
}
