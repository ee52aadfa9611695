package id.pkh.console.overview;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.DoubleBinaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The metrics of a service in Prometheus' text format, as far as the console needs them. */
record PrometheusText(List<Sample> samples) {

    record Sample(String name, Map<String, String> labels, double value) {}

    private static final Pattern LINE =
            Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(.*)})?\\s+(\\S+)(?:\\s+-?\\d+)?");
    private static final Pattern LABEL =
            Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\"\\\\]|\\\\.)*)\"");

    PrometheusText {
        samples = List.copyOf(samples);
    }

    /** A line that cannot be read is left out; a missing value is shown as unknown. */
    static PrometheusText parse(String text) {
        List<Sample> samples = new ArrayList<>();
        text.lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> LINE.matcher(line.strip()))
                .filter(Matcher::matches)
                .forEach(
                        line ->
                                number(line.group(3))
                                        .ifPresent(
                                                value ->
                                                        samples.add(
                                                                new Sample(
                                                                        line.group(1),
                                                                        labels(line.group(2)),
                                                                        value))));
        return new PrometheusText(samples);
    }

    /** The largest value over all labels, for ages; null when the metric is missing. */
    Long max(String name) {
        return reduced(name, Math::max);
    }

    /** The sum over all labels, for counts; null when the metric is missing. */
    Long sum(String name) {
        return reduced(name, Double::sum);
    }

    private Long reduced(String name, DoubleBinaryOperator both) {
        OptionalDouble value =
                samples.stream()
                        .filter(s -> s.name().equals(name))
                        .mapToDouble(Sample::value)
                        .reduce(both);
        return value.isPresent() ? (long) value.getAsDouble() : null;
    }

    /** The values of one metric by one of its labels. */
    Map<String, Long> byLabel(String name, String label) {
        Map<String, Long> values = new LinkedHashMap<>();
        for (Sample sample : samples) {
            if (sample.name().equals(name) && sample.labels().containsKey(label)) {
                values.merge(sample.labels().get(label), (long) sample.value(), Long::sum);
            }
        }
        return values;
    }

    private static OptionalDouble number(String text) {
        try {
            double value = Double.parseDouble(text.replace("Inf", "Infinity"));
            return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
        } catch (NumberFormatException unreadable) {
            return OptionalDouble.empty();
        }
    }

    private static Map<String, String> labels(String text) {
        Map<String, String> labels = new LinkedHashMap<>();
        if (text != null) {
            Matcher label = LABEL.matcher(text);
            while (label.find()) {
                labels.put(
                        label.group(1),
                        label.group(2)
                                .replace("\\\"", "\"")
                                .replace("\\n", "\n")
                                .replace("\\\\", "\\"));
            }
        }
        return labels;
    }
}
