package id.pkh.testsupport.metrics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The metrics of {@code docs/metrics.md}, for comparison with the metrics of a running application.
 */
public final class DocumentedMetrics {

    private static final Path PAGE = Path.of("docs", "metrics.md");
    private static final String EVERY_APPLICATION = "every application";
    private static final String EVERY_SERVICE = "every service";

    /** Metrics that libraries expose: documented only if an alert or a panel uses them. */
    private static final Set<String> OF_LIBRARIES =
            Set.of(
                    "agroal",
                    "ft",
                    "http",
                    "jvm",
                    "kafka",
                    "netty",
                    "process",
                    "quarkus",
                    "scheduled",
                    "system",
                    "worker");

    /** A row of the table; {@code alert} is the alert's name, or empty. */
    public record Metric(
            String name,
            String type,
            List<String> labels,
            String at,
            String meaning,
            String alert) {

        public Metric {
            labels = List.copyOf(labels);
        }

        /** Every service or application, or those that the row names. */
        List<String> places() {
            return List.of(at.split(",\\s*"));
        }
    }

    private final List<Metric> rows;

    private DocumentedMetrics(List<Metric> rows) {
        this.rows = List.copyOf(rows);
    }

    /** The page of this checkout, from any of its modules. */
    public static DocumentedMetrics read() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve(PAGE))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException(PAGE + " is in no folder above the test's");
            }
        }
        try {
            return parse(Files.readString(folder.resolve(PAGE)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static DocumentedMetrics parse(String page) {
        List<Metric> rows = new ArrayList<>();
        for (String line : page.lines().filter(l -> l.startsWith("| `")).toList()) {
            String[] cells = line.split("\\|", -1);
            if (cells.length != 8) {
                throw new IllegalStateException("not a row of six cells: " + line);
            }
            rows.add(
                    new Metric(
                            cell(cells[1]),
                            cell(cells[2]),
                            Arrays.stream(cell(cells[3]).split(",\\s*"))
                                    .filter(label -> !label.isEmpty())
                                    .toList(),
                            cell(cells[4]),
                            cell(cells[5]),
                            cell(cells[6])));
        }
        if (rows.isEmpty()) {
            throw new IllegalStateException("the page has no table of metrics");
        }
        return new DocumentedMetrics(rows);
    }

    public List<Metric> rows() {
        return rows;
    }

    public Set<String> names() {
        return rows.stream().map(Metric::name).collect(Collectors.toCollection(TreeSet::new));
    }

    public Set<String> ofEveryService() {
        return at(EVERY_APPLICATION, EVERY_SERVICE);
    }

    /** The metrics that a service must expose: its own and those of every service. */
    public Set<String> ofService(String service) {
        return at(EVERY_APPLICATION, EVERY_SERVICE, service);
    }

    /** The metrics that an application other than a service must expose. */
    public Set<String> ofApplication(String application) {
        return at(EVERY_APPLICATION, application);
    }

    private Set<String> at(String... places) {
        return rows.stream()
                .filter(row -> row.places().stream().anyMatch(List.of(places)::contains))
                .map(Metric::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * The metrics that are missing in the text, each with the labels that it should have.
     *
     * @param exposed in Prometheus' text format
     */
    public Set<String> missing(Set<String> names, String exposed) {
        List<String> lines = exposed.lines().filter(line -> !line.startsWith("#")).toList();
        return rows.stream()
                .filter(row -> names.contains(row.name()))
                .filter(row -> lines.stream().noneMatch(line -> isSample(row, line)))
                .map(row -> row.name() + row.labels())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isSample(Metric row, String line) {
        return nameOf(line).equals(row.name())
                && row.labels().stream().allMatch(label -> line.contains(label + "=\""));
    }

    /** Metrics of this project in the text that no row documents. */
    public Set<String> undocumented(String exposed) {
        Set<String> names = names();
        return exposed.lines()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .map(DocumentedMetrics::nameOf)
                .filter(name -> !names.contains(name))
                .filter(name -> !OF_LIBRARIES.contains(name.split("_", 2)[0]))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String nameOf(String line) {
        return line.split("[{ ]", 2)[0];
    }

    private static String cell(String text) {
        return text.strip().replace("`", "");
    }
}
