package id.pkh.testsupport.faults;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.localstack.TestTokens;
import io.restassured.RestAssured;
import java.util.List;
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
                    "BANK",
                    "EXTERNAL_SYSTEM",
                    "OPERATIONS",
                    "AUDITOR");

    /** Whether the application has operations that do not belong to it, such as a test's own. */
    protected boolean isIgnored(String finding) {
        return false;
    }

    @Test
    void wrongInputIsRefusedAndNeverAServerError() {
        String token = TestTokens.token("everyone-1", EVERY_ROLE, List.of("*"));
        InputFaults faults = InputFaults.at("http://localhost:" + RestAssured.port, token);

        List<String> findings = faults.findings().stream().filter(f -> !isIgnored(f)).toList();

        assertThat(findings).as("wrong answers to %d requests", faults.requests()).isEmpty();
        assertThat(faults.requests()).as("requests").isGreaterThan(faults.operationNames().size());
    }
}
