package id.pkh.disbursement.withdrawal.domain;

import static id.pkh.disbursement.withdrawal.domain.WithdrawalFixture.notWithdrawn;
import static id.pkh.disbursement.withdrawal.domain.WithdrawalFixture.withdrawn;
import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.testsupport.RuleTable;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which answers of families are recorded, by the table of the rules page. */
class CallBackRuleTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 20);

    static List<List<String>> answers() {
        return RuleTable.rows(
                "withdrawals.md", "asked by", "revision", "answer", "amount", "asked on", "result");
    }

    @ParameterizedTest
    @MethodSource("answers")
    void anAnswerIsRecordedAsThePageSays(List<String> row) {
        assertThat(
                        CallBackRule.refusal(
                                        new CurrentReport(
                                                2, withdrawn(225_000, LocalDate.of(2026, 6, 15))),
                                        Integer.parseInt(row.get(1)),
                                        Set.of("A", "B"),
                                        row.get(0),
                                        CallBackOutcome.valueOf(row.get(2)),
                                        row.get(3).equals("–") ? null : Long.valueOf(row.get(3)),
                                        LocalDate.of(2026, 6, Integer.parseInt(row.get(4))),
                                        TODAY)
                                .orElse("recorded"))
                .isEqualTo(row.get(5));
    }

    @Test
    void onlyAReportedWithdrawalIsAskedAbout() {
        for (CurrentReport current :
                new CurrentReport[] {
                    null,
                    new CurrentReport(1, notWithdrawn("PIN_BLOCKED", TODAY)),
                    new CurrentReport(1, WithdrawalFacts.RETRACTED)
                }) {
            assertThat(
                            CallBackRule.refusal(
                                    current,
                                    1,
                                    Set.of(),
                                    "C",
                                    CallBackOutcome.CONFIRMED,
                                    null,
                                    TODAY,
                                    TODAY))
                    .contains("WITHDRAWAL_NOT_REPORTED");
        }
    }
}
