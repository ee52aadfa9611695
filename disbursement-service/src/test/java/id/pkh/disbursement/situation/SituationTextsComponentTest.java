package id.pkh.disbursement.situation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import id.pkh.disbursement.DisbursementComponentTest;
import id.pkh.disbursement.batch.domain.PayeeRule;
import id.pkh.disbursement.entitlement.domain.Entitlement;
import id.pkh.disbursement.entitlement.domain.EntitlementLine;
import id.pkh.disbursement.payment.domain.PaymentVerdict;
import id.pkh.disbursement.report.domain.BankReasons;
import id.pkh.disbursement.sanction.domain.Effect;
import id.pkh.disbursement.withdrawal.domain.UncollectedRule;
import id.pkh.testsupport.RuleTable;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The texts in the database are those of the rules page, and every known reason has one. */
@QuarkusTest
class SituationTextsComponentTest extends DisbursementComponentTest {

    @Test
    void theSituationsAreThoseOfThePage() {
        List<String> page =
                RuleTable.rows(
                                "payments.md",
                                "situation",
                                "reason",
                                "who",
                                "due",
                                "in words",
                                "dalam kata",
                                "next",
                                "berikutnya")
                        .stream()
                        .map(row -> String.join(" / ", row))
                        .toList();
        assertThat(
                        tables.lines(
                                "SELECT concat_ws(' / ', situation, CASE reason WHEN '' THEN 'any' ELSE reason END,"
                                        + " responsible, coalesce(due_days::text, due), text_en, text_id, next_en, next_id)"
                                        + " FROM situation_text"))
                .containsExactlyInAnyOrderElementsOf(page);
    }

    @Test
    void theReasonsAreThoseOfThePage() {
        List<String> page =
                RuleTable.rows("payments.md", "reason", "in words", "dalam kata").stream()
                        .map(row -> String.join(" / ", row))
                        .toList();
        assertThat(
                        tables.lines(
                                "SELECT concat_ws(' / ', reason, text_en, text_id) FROM reason_text"))
                .containsExactlyInAnyOrderElementsOf(page);
    }

    @Test
    void everyKnownReasonIsWritten() {
        List<String> known = new ArrayList<>(tables.lines("SELECT code FROM withdrawal_reason"));
        known.add(UncollectedRule.NOT_REPORTED);
        Arrays.stream(Effect.values())
                .map(Effect::reason)
                .filter(Objects::nonNull)
                .forEach(known::add);
        known.addAll(tables.lines("SELECT reason FROM bank_reason"));
        known.add(BankReasons.REASON_NOT_KNOWN);
        known.add(BankReasons.FOUND_NOT_PAID);
        known.addAll(
                List.of(
                        PaymentVerdict.NOT_ACTIVE,
                        PaymentVerdict.OTHER_CHANNEL,
                        PaymentVerdict.COVERED_BY_OTHER_CYCLE,
                        Entitlement.NO_COMPONENT,
                        Entitlement.NO_FULL_MONTH,
                        EntitlementLine.NO_RATE,
                        PayeeRule.PAYEE_UNKNOWN,
                        PayeeRule.BANK_MISSING,
                        PayeeRule.BANK_NOT_SERVED,
                        PayeeRule.BANK_WITHOUT_BIC,
                        PayeeRule.ACCOUNT_NOT_CONFIRMED,
                        PayeeRule.ACCOUNT_MISSING,
                        PayeeRule.ACCOUNT_NOT_DIGITS,
                        PayeeRule.ACCOUNT_LENGTH_WRONG,
                        PayeeRule.NAME_MISSING,
                        PayeeRule.NAME_TOO_LONG,
                        PayeeRule.NAME_UNFIT));
        assertThat(tables.lines("SELECT reason FROM reason_text")).containsAll(known);
    }

    @Test
    void aTextStays() {
        for (String sql :
                List.of(
                        "UPDATE situation_text SET text_en = 'x'",
                        "DELETE FROM situation_text",
                        "UPDATE reason_text SET text_en = 'x'",
                        "TRUNCATE reason_text")) {
            assertThat(catchThrowable(() -> tables.execute(sql))).as(sql).isNotNull();
        }
    }
}
