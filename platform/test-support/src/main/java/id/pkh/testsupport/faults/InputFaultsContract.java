package id.pkh.testsupport.faults;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.localstack.TestTokens;
import io.restassured.RestAssured;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Wrong input of every kind is refused by every operation. Each application has a test that extends
 * this one.
 */
public abstract class InputFaultsContract {

    private static final List<String> EVERY_ROLE =
            List.of(
                    "FACILITATOR",
                    "COORDINATOR",
                    "DATA_ADMINISTRATOR",
                    "MINISTRY_OFFICER",
                    "MINISTRY_APPROVER",
                    "HOTLINE_CLERK",
                    "BANK",
                    "EXTERNAL_SYSTEM",
                    "OPERATIONS",
                    "AUDITOR");

    private static final Set<String> TABLES =
            Set.of(
                    "text/csv",
                    "application/csv",
                    "text/plain",
                    "application/vnd.ms-excel",
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                    "application/octet-stream");

    /** Whether the application has operations that do not belong to it, such as a test's own. */
    protected boolean isIgnored(String finding) {
        return false;
    }

    private static final Map<String, List<String>> CLAIMS_OF_ANOTHER_TYPE =
            Map.of(
                    "areas",
                            List.of(
                                    "{}",
                                    "5",
                                    "true",
                                    "[5]",
                                    "[null]",
                                    "[[\"17\"]]",
                                    "\"17\\u0000\""),
                    "bank", List.of("5", "{}", "[\"BRI\"]", "\"BRI\\u0000\"", "false"),
                    "sub", List.of("7", "{}", "[]", "\"x\\u0000\"", "\"x\\ny\"", "true"),
                    "scopes", List.of("{}", "5", "[5]", "[null]"),
                    "upn", List.of("7", "{}", "[]", "\"x\\u0000\""),
                    "groups", List.of("{}", "5", "[5]", "[{}]", "[\"AUDITOR\\u0000\"]"),
                    "exp", List.of("\"tomorrow\"", "{}", "-1"),
                    "iat", List.of("\"today\"", "{}"),
                    "aud", List.of("{}", "5", "[5]"),
                    "iss", List.of("{}", "5"));

    /** An operation that every caller with a role may call. */
    protected String openToEveryRole() {
        return "/api/v1/operations/jobs";
    }

    @Test
    void aTokenWithAClaimOfAnotherTypeIsRefused() {
        String address = "http://localhost:" + RestAssured.port + openToEveryRole();
        List<String> wrong = new ArrayList<>();
        CLAIMS_OF_ANOTHER_TYPE.forEach(
                (claim, values) ->
                        values.forEach(
                                value -> {
                                    String token =
                                            TestTokens.withClaims(EVERY_ROLE, Map.of(claim, value));
                                    int status =
                                            RestAssured.given()
                                                    .auth()
                                                    .oauth2(token)
                                                    .get(address)
                                                    .statusCode();
                                    if (status != 401) {
                                        wrong.add(
                                                "%s: %s answered %d"
                                                        .formatted(claim, value, status));
                                    }
                                }));

        assertThat(wrong).isEmpty();
    }

    @Test
    void everyListHasTheSameWordsForItsPages() {
        assertThat(faults().operations())
                .filteredOn(
                        operation ->
                                operation.query().contains("limit")
                                        != operation.query().contains("after"))
                .isEmpty();
        assertThat(faults().operations())
                .flatExtracting(ApiOperation::query)
                .doesNotContain("page", "size", "offset", "cursor", "before", "per_page");
    }

    @Test
    void everyUploadOfATableAcceptsTheSameContentTypes() {
        Map<String, Set<String>> others = new TreeMap<>();
        for (ApiOperation operation : faults().operations()) {
            Set<String> types = new TreeSet<>(operation.mediaTypes());
            if (operation.takesFile()
                    && types.stream()
                            .noneMatch(
                                    type -> type.endsWith("/xml") || type.startsWith("image/"))) {
                others.put(operation.name(), types);
            }
        }
        others.values().removeIf(TABLES::equals);

        assertThat(others).isEmpty();
    }

    @Test
    void wrongInputIsRefusedAndNeverAServerError() {
        InputFaults faults = faults();

        List<String> findings = faults.findings().stream().filter(f -> !isIgnored(f)).toList();

        assertThat(findings).as("wrong answers to %d requests", faults.requests()).isEmpty();
        assertThat(faults.requests()).as("requests").isGreaterThan(faults.operations().size());
    }

    private static InputFaults faults() {
        String token = TestTokens.token("everyone-1", EVERY_ROLE, List.of("*"));
        return InputFaults.at("http://localhost:" + RestAssured.port, token);
    }
}
