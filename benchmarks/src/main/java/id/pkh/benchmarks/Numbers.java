package id.pkh.benchmarks;

import java.util.Locale;

/** Numbers as people read them, with no more digits than the measurement justifies. */
final class Numbers {

    private Numbers() {}

    static String text(double number) {
        if (Double.isNaN(number)) {
            return "-";
        }
        double size = Math.abs(number);
        String pattern =
                size >= 1000 ? "%,.0f" : size >= 100 ? "%.0f" : size >= 10 ? "%.1f" : "%.2f";
        return String.format(Locale.ROOT, pattern, number);
    }

    static double rounded(double number) {
        return Double.isFinite(number) ? Math.round(number * 1000) / 1000.0 : number;
    }
}
