package id.pkh.benchmarks;

import java.util.Locale;

/** The target of a figure, for its value or for its ratio to the machine's limit. */
record Target(Of of, Bound bound, double number) {

    enum Of {
        VALUE,
        RATIO
    }

    enum Bound {
        AT_LEAST,
        BELOW
    }

    static Target valueBelow(double number) {
        return new Target(Of.VALUE, Bound.BELOW, number);
    }

    static Target valueAtLeast(double number) {
        return new Target(Of.VALUE, Bound.AT_LEAST, number);
    }

    static Target ratioAtLeast(double number) {
        return new Target(Of.RATIO, Bound.AT_LEAST, number);
    }

    boolean isMet(double value, double ratio) {
        double measured = of == Of.VALUE ? value : ratio;
        return bound == Bound.AT_LEAST ? measured >= number : measured < number;
    }

    /** For people: {@code ratio >= 0.70}, {@code < 250 ms}. */
    String text(String unit) {
        String sign = bound == Bound.AT_LEAST ? ">=" : "<";
        if (of == Of.RATIO) {
            return String.format(Locale.ROOT, "ratio %s %.2f", sign, number);
        }
        return sign + " " + Numbers.text(number) + " " + unit;
    }
}
