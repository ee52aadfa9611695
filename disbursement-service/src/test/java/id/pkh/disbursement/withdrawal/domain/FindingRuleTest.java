package id.pkh.disbursement.withdrawal.domain;

import static id.pkh.disbursement.withdrawal.domain.WithdrawalFixture.notWithdrawn;
import static id.pkh.disbursement.withdrawal.domain.WithdrawalFixture.withdrawn;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pkh.disbursement.instruction.domain.StatusAtBank;
import id.pkh.testsupport.RuleTable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is listed for review, by the table of the rules page. */
class FindingRuleTest {

    private static final LocalDate STATUS_ON = LocalDate.of(2026, 6, 1);
    private static final long PAYMENT_IDR = 225_000;

    static List<List<String>> findings() {
        return RuleTable.rows("withdrawals.md", "bank", "reported", "told", "today", "findings");
    }

    @ParameterizedTest
    @MethodSource("findings")
    void aPaymentIsListedAsThePageSays(List<String> row) {
        LocalDate today = LocalDate.parse(row.get(3));
        Findings findings =
                FindingRule.of(
                        new FindingFacts(
                                BankAnswer.valueOf(row.get(0)),
                                STATUS_ON,
                                PAYMENT_IDR,
                                report(row.get(1)),
                                row.get(2).equals("–") ? null : Long.valueOf(row.get(2))),
                        terms(),
                        today);
        assertThat(text(findings, today)).isEqualTo(row.get(4));
    }

    @Test
    void theTableHasEveryKind() {
        List<String> named = new ArrayList<>();
        findings().forEach(row -> named.addAll(List.of(row.get(4).split("[;,] ?"))));
        for (FindingKind kind : FindingKind.values()) {
            assertThat(named).contains(kind.name());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "CREDITED, CREDITED",
        "REJECTED, NOT_PAID",
        "RETURNED, NOT_PAID",
        "PLANNED, NOT_PAID",
        "SEALED, NOT_PAID",
        "APPROVED, NOT_PAID",
        "SENT, OPEN",
        "ACCEPTED, OPEN",
        "UNKNOWN, OPEN"
    })
    void theStatusAtTheBankIsAnAnswer(StatusAtBank status, BankAnswer answer) {
        assertThat(BankAnswer.of(status)).isEqualTo(answer);
    }

    @Test
    void aPaymentThatWasNeverInstructedHasNoAnswer() {
        assertThatThrownBy(() -> BankAnswer.of(StatusAtBank.NOT_INSTRUCTED))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"0, 105, 5", "14, 14, 5", "14, 105, -1", "14, 105, 101"})
    void termsThatCannotBeAppliedAreNone(int listed, int examined, int percent) {
        assertThatThrownBy(() -> new WithdrawalTerms("X", STATUS_ON, listed, examined, percent))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** The policy of the page. */
    static WithdrawalTerms terms() {
        List<String> row = policies().get(0);
        return new WithdrawalTerms(
                row.get(0),
                LocalDate.parse(row.get(1)),
                Integer.parseInt(row.get(2)),
                Integer.parseInt(row.get(3)),
                Integer.parseInt(row.get(4)));
    }

    private static List<List<String>> policies() {
        return RuleTable.rows(
                "withdrawals.md",
                "policy",
                "from",
                "days until listed",
                "days until examined",
                "call-backs, percent",
                "source");
    }

    private static WithdrawalFacts report(String cell) {
        String[] words = cell.split(" ");
        return switch (words[0]) {
            case "WITHDRAWN" -> withdrawn(Long.parseLong(words[1]), STATUS_ON);
            case "NOT_WITHDRAWN" -> notWithdrawn(words[1], STATUS_ON);
            default -> null;
        };
    }

    private static String text(Findings findings, LocalDate today) {
        if (findings.isEmpty()) {
            return "none";
        }
        String kinds = findings.kinds().stream().map(Enum::name).collect(joining("; "));
        return findings.isExamined(today) ? kinds + ", examined" : kinds;
    }
}
