package id.pkh.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.pkh.platform.security.Roles;
import id.pkh.registry.support.TestPeople;
import id.pkh.testsupport.log.CapturedLog;
import id.pkh.testsupport.rest.Caller;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The log in the format of a container. */
@QuarkusTest
@TestProfile(JsonLogComponentTest.InAContainer.class)
class JsonLogComponentTest extends RegistryComponentTest {

    private static final Pattern NIK = Pattern.compile("(?<![0-9A-Za-z])[0-9]{16}(?![0-9A-Za-z])");
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    public static class InAContainer implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.log.console.json.enabled", "true");
        }
    }

    @Test
    void anErrorIsOneObjectWithItsCorrelationAndWithoutPersonalNumbers() throws IOException {
        String nik = TestPeople.woman("1985-03-02");
        List<String> lines = linesOfAFailedRegistration(nik);

        JsonNode error = errorAmong(lines);
        assertThat(error.get("level").asText()).isEqualTo("ERROR");
        assertThat(error.get("service").asText()).isEqualTo("kpm-registry-service");
        assertThat(error.at("/mdc/correlationId").asText()).isEqualTo("act-1");
        assertThat(error.at("/mdc/traceId").asText()).isEqualTo(TRACE);
        assertThat(error.get("message").asText()).contains("INTERNAL_ERROR, reference");
        assertThat(error.get("message").asText())
                .contains("at POST /api/v1/kpm: ", " <- ", " at id.pkh.registry.", "family_member")
                .doesNotContain("\n");
        assertThat(error.has("stackTrace")).isFalse();
        assertThat(lines)
                .noneMatch(line -> line.contains(nik) || line.contains("RAHASIA"))
                .noneMatch(line -> NIK.matcher(line).find());
    }

    @Test
    void aNumberThatALibraryQuotesIsMasked() {
        String nik = TestPeople.woman("1985-03-02");
        try (CapturedLog log = CapturedLog.asConfigured()) {
            org.jboss.logging.Logger.getLogger("somewhere.else")
                    .errorf(new IllegalStateException("cannot read " + nik), "in %s", nik);
            assertThat(log.lines()).isNotEmpty().noneMatch(line -> line.contains(nik));
            assertThat(String.join("", log.lines()))
                    .contains("in ****************", "cannot read ****************");
        }
    }

    @Test
    void aNumberOfSixteenDigitsWouldBeFound() {
        assertThat(NIK.matcher("{\"message\":\"no 1771085203900001\"}").find()).isTrue();
        assertThat(NIK.matcher("{\"traceId\":\"" + TRACE + "\"}").find()).isFalse();
    }

    private List<String> linesOfAFailedRegistration(String nik) {
        try (CapturedLog log = CapturedLog.asConfigured()) {
            tables.execute("ALTER TABLE family_member RENAME TO family_member_away");
            try {
                Caller.as(Roles.DATA_ADMINISTRATOR, "*")
                        .with("X-Correlation-ID", "act-1")
                        .with("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01")
                        .post(
                                "/kpm",
                                Map.of(
                                        "family_card",
                                        TestPeople.card(),
                                        "caretaker",
                                        Map.of("nik", nik, "name", "RAHASIA"),
                                        "village_code",
                                        "17.71.08.1006",
                                        "participating_since",
                                        "2026-01-01"))
                        .statusCode(500);
            } finally {
                tables.execute("ALTER TABLE family_member_away RENAME TO family_member");
            }
            return log.lines();
        }
    }

    private static JsonNode errorAmong(List<String> lines) throws IOException {
        ObjectMapper json = new ObjectMapper();
        for (String line : lines) {
            assertThat(line).endsWith("\n").matches("[^\n]*\n");
            JsonNode one = json.readTree(line);
            if (one.at("/loggerName").asText().equals("id.pkh.platform.web.problems")) {
                return one;
            }
        }
        throw new AssertionError("no error among " + lines.size() + " lines");
    }
}
