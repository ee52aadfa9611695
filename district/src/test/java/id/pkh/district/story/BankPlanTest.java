package id.pkh.district.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.pkh.client.disbursement.model.Payment;
import id.pkh.client.http.ApiClient;
import id.pkh.district.recount.AtBank;
import id.pkh.district.recount.Expectations;
import id.pkh.district.recount.ExpectedFamily;
import id.pkh.district.recount.ExpectedPayment;
import id.pkh.district.recount.ExpectedRoute;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A payment that ended otherwise than planned is told, for its bank and for its family. */
class BankPlanTest {

    private static final ObjectMapper JSON = ApiClient.createDefaultObjectMapper();

    private final Findings findings = new Findings();

    private static ExpectedFamily family(String caretaker, String status, ExpectedRoute route) {
        return new ExpectedFamily(
                caretaker,
                "card",
                "village",
                "group",
                true,
                List.of(),
                List.of(),
                List.of(),
                "",
                false,
                "",
                new ExpectedPayment(225_000, status, false),
                route);
    }

    private BankComparison comparison(ExpectedFamily... families) {
        Map<String, ExpectedFamily> byCaretaker = new LinkedHashMap<>();
        for (ExpectedFamily family : families) {
            byCaretaker.put(family.caretaker(), family);
        }
        return new BankComparison(
                new StoryContext(
                        null,
                        null,
                        new Expectations(byCaretaker, null, Map.of(), List.of()),
                        null,
                        null,
                        null,
                        findings),
                caretaker -> "kpm-of-" + caretaker,
                true);
    }

    private static Payment payment(String attempt) throws IOException {
        return JSON.readValue(
                "{\"status\":\"PAYABLE\",\"cycle_code\":\"2026-T2\",\"attempt\":" + attempt + "}",
                Payment.class);
    }

    private static Payment atBank(String status, String reason) throws IOException {
        return payment(
                "{\"bank\":\"BRI\",\"status\":\"%s\",\"reason\":%s}"
                        .formatted(status, reason == null ? null : '"' + reason + '"'));
    }

    private static ExpectedRoute bri(String atBank) {
        return new ExpectedRoute("2026-T2", "BRI", atBank);
    }

    @Test
    void whatIsAsPlannedIsNotTold() throws IOException {
        BankComparison plan =
                comparison(
                        family("1", "PAYABLE", bri("CREDITED")),
                        family("2", "PAYABLE", bri("REJECTED ACCOUNT_CLOSED")),
                        family("3", "HELD", bri("CREDITED")));

        plan.byState(Map.of("BRI CREDITED", 1L, "BRI REJECTED", 1L));
        plan.families(
                Map.of(
                        "kpm-of-1",
                        List.of(atBank("CREDITED", null)),
                        "kpm-of-2",
                        List.of(atBank("REJECTED", "ACCOUNT_CLOSED")),
                        "kpm-of-3",
                        List.of(payment(null))));

        assertThat(findings.lines()).isEmpty();
    }

    @Test
    void anotherStateReasonOrCycleIsTold() throws IOException {
        BankComparison plan = comparison(family("1", "PAYABLE", bri("RETURNED ACCOUNT_CLOSED")));

        plan.families(Map.of("kpm-of-1", List.of(atBank("CREDITED", null))));
        plan.families(Map.of("kpm-of-1", List.of(atBank("RETURNED", "ACCOUNT_BLOCKED"))));
        plan.families(Map.of("kpm-of-1", List.of(payment(null))));
        plan.families(Map.of());

        assertThat(findings.lines())
                .hasSize(4)
                .allMatch(line -> line.contains("kpm-of-1, at the bank"))
                .anyMatch(line -> line.contains("found [2026-T2 BRI CREDITED]"));
    }

    @Test
    void anotherNumberAtABankIsTold() {
        comparison(family("1", "PAYABLE", bri("CREDITED"))).byState(Map.of("BRI ACCEPTED", 1L));

        assertThat(findings.lines())
                .containsExactly(
                        "payments by bank and state: expected {BRI CREDITED=1}, found {BRI ACCEPTED=1}");
    }

    @Test
    void ofTheListOfThePostOfficeOnlyTheNumberIsKnown() throws IOException {
        ExpectedFamily[] listed = new ExpectedFamily[9];
        for (int i = 0; i < listed.length; i++) {
            listed[i] =
                    family("p" + i, "PAYABLE", new ExpectedRoute("2026-T2-POS", AtBank.POST, null));
        }
        BankComparison plan = comparison(listed);

        plan.byState(Map.of("POS CREDITED", 8L, "POS REJECTED", 1L));
        assertThat(findings.lines()).isEmpty();
        plan.byState(Map.of("POS CREDITED", 9L));
        assertThat(findings.lines()).hasSize(1);
    }
}
