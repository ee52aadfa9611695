package id.pkh.disbursement.year;

import id.pkh.testsupport.rest.Caller;
import io.restassured.path.json.JsonPath;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Requests of people. A year has a thousand of them, so they are sent without the scripts of REST
 * Assured.
 */
final class YearCalls {

    private YearCalls() {}

    static HttpResponse<String> post(Caller caller, String path, String json) {
        return caller.withNewKey()
                .send(
                        "POST",
                        "/api/v1" + path,
                        Map.of("Content-Type", "application/json"),
                        json.getBytes(StandardCharsets.UTF_8));
    }

    /** A request that has to succeed. */
    static HttpResponse<String> done(Caller caller, String path, String json) {
        HttpResponse<String> answer = post(caller, path, json);
        if (answer.statusCode() >= 300) {
            throw new AssertionError(path + " " + json + ": " + answer.body());
        }
        return answer;
    }

    static String field(HttpResponse<String> answer, String name) {
        return JsonPath.from(answer.body()).getString(name);
    }
}
