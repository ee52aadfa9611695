package id.pkh.testsupport.metrics;

import id.pkh.testsupport.rest.ManagementPort;
import java.util.Optional;

/** The metrics that the application under test exposes now. */
public final class ExposedMetrics {

    private ExposedMetrics() {}

    /** All of them, in Prometheus' text format. */
    public static String text() {
        return ManagementPort.request()
                .get("/q/metrics")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    /** The value of the first line with this beginning; NaN when there is none. */
    public static double value(String beginning) {
        return shownIfPresent(beginning).map(Double::parseDouble).orElse(Double.NaN);
    }

    /** The value as it is shown, such as {@code NaN}; the metric has to be there. */
    public static String shown(String beginning) {
        return shownIfPresent(beginning)
                .orElseThrow(() -> new AssertionError("no metric " + beginning));
    }

    private static Optional<String> shownIfPresent(String beginning) {
        return text().lines()
                .filter(line -> line.startsWith(beginning))
                .findFirst()
                .map(line -> line.substring(line.lastIndexOf(' ') + 1));
    }
}
