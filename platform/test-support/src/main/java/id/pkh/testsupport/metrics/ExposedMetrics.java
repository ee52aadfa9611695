package id.pkh.testsupport.metrics;

import static io.restassured.RestAssured.given;

/** The metrics that the application under test exposes now. */
public final class ExposedMetrics {

    private ExposedMetrics() {}

    /** All of them, in Prometheus' text format. */
    public static String text() {
        return given().get("/q/metrics").then().statusCode(200).extract().asString();
    }

    /** The value of the first line with this beginning; NaN when there is none. */
    public static double value(String beginning) {
        return text().lines()
                .filter(line -> line.startsWith(beginning))
                .findFirst()
                .map(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .orElse(Double.NaN);
    }
}
