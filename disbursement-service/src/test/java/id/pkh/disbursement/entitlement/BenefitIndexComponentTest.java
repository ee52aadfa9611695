package id.pkh.disbursement.entitlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import id.pkh.disbursement.DisbursementComponentTest;
import id.pkh.disbursement.RulePage;
import id.pkh.testsupport.rest.Caller;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BenefitIndexComponentTest extends DisbursementComponentTest {

    @Test
    void theIndexInTheDatabaseIsThatOfTheRulePage() {
        assertThat(
                        tables.lines(
                                "SELECT component, basis, scheme, valid_from, valid_until, annual_idr, source FROM benefit_rate"))
                .containsExactlyInAnyOrderElementsOf(
                        RulePage.rates().stream().map(row -> String.join(" ", row)).toList());
        assertThat(
                        tables.lines(
                                "SELECT policy_code, valid_from, max_paid_members, source FROM entitlement_policy"))
                .containsExactlyInAnyOrderElementsOf(
                        RulePage.policies().stream().map(row -> String.join(" ", row)).toList());
        assertThat(tables.lines("SELECT * FROM entitlement_component_limit")).isEmpty();
    }

    @Test
    void theIndexIsShownByDay() {
        Caller.officer()
                .get("/benefit-index?on=2026-04-01")
                .statusCode(200)
                .body("items", hasSize(8))
                .body("items.quarter_idr", hasItems(750_000, 225_000, 375_000, 500_000, 600_000))
                .body("items[0].legal_basis", notNullValue());
        Caller.officer().get("/benefit-index?on=2017-01-01").body("items", hasSize(0));
    }

    @Test
    void theIndexIsShownPageByPage() {
        int rows = RulePage.rates().size();
        String next =
                Caller.officer()
                        .get("/benefit-index?limit=30")
                        .body("items", hasSize(30))
                        .body("items[0].component", equalTo("FAMILY"))
                        .extract()
                        .path("next");
        Caller.officer()
                .get("/benefit-index?limit=30&after=" + next)
                .body("items", hasSize(rows - 30));
    }
}
