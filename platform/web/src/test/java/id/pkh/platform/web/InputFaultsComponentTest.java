package id.pkh.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.localstack.LocalStackResource;
import id.pkh.localstack.TestTokens;
import id.pkh.testsupport.faults.InputFaults;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Proves that the generated test finds an operation that fails, and only that one. */
@QuarkusTest
@WithTestResource(
        value = LocalStackResource.class,
        initArgs = @ResourceArg(name = "database", value = "web"))
class InputFaultsComponentTest {

    @Test
    void anOperationThatAnswersWithAServerErrorIsFoundAndNoOther() {
        String token = TestTokens.token("everyone-1", List.of("ADMIN", "OTHER"), List.of("*"));

        List<String> findings =
                InputFaults.at("http://localhost:" + RestAssured.port, token).findings();

        assertThat(findings)
                .isNotEmpty()
                .allMatch(
                        finding -> finding.matches("(?s)GET /try/(broken|unavailable|page).*"),
                        "of a planted one")
                .filteredOn(finding -> finding.contains(": 500 "))
                .isNotEmpty()
                .allMatch(
                        finding -> finding.contains("server error, 1 lines logged"), "in one line");
    }
}
