package id.pkh.disbursement.situation.domain;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.disbursement.instruction.domain.StatusAtBank;
import id.pkh.disbursement.payment.domain.PaymentStatus;
import id.pkh.testsupport.RuleTable;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where the money of a payment is, by the table of the rules page. */
class SituationRuleTest {

    private static final String ANYTHING = "–";

    static List<List<String>> situations() {
        return RuleTable.rows(
                "payments.md",
                "payment",
                "list",
                "made up",
                "at the bank",
                "left out",
                "taken out",
                "withdrawn",
                "days passed",
                "situation");
    }

    @ParameterizedTest
    @MethodSource("situations")
    void aPaymentIsWhereThePageSays(List<String> row) {
        for (SituationFacts facts : factsOf(row)) {
            assertThat(SituationRule.of(facts)).as(facts.toString()).hasToString(row.get(8));
        }
    }

    @Test
    void everySituationAndEveryStatusAtABankIsOnThePage() {
        List<String> cells = situations().stream().flatMap(List::stream).toList();
        for (Situation situation : Situation.values()) {
            assertThat(cells).contains(situation.name());
        }
        for (StatusAtBank status : StatusAtBank.values()) {
            assertThat(cells).contains(status.name());
        }
    }

    /** Every combination that a row stands for. */
    private static List<SituationFacts> factsOf(List<String> row) {
        List<SituationFacts> facts = new ArrayList<>();
        for (boolean isSealed : either(row.get(1), "sealed")) {
            for (boolean isCompensated : either(row.get(2), "yes")) {
                for (StatusAtBank atBank : atBank(row.get(3))) {
                    for (boolean isLeftOut : either(row.get(4), "yes")) {
                        for (boolean isTakenOut : either(row.get(5), "yes")) {
                            for (boolean isWithdrawn : either(row.get(6), "yes")) {
                                for (boolean isListed : either(row.get(7), "yes")) {
                                    facts.add(
                                            new SituationFacts(
                                                    PaymentStatus.valueOf(row.get(0)),
                                                    isSealed,
                                                    isCompensated,
                                                    atBank,
                                                    isLeftOut,
                                                    isTakenOut,
                                                    isWithdrawn,
                                                    isListed));
                                }
                            }
                        }
                    }
                }
            }
        }
        return facts;
    }

    private static List<Boolean> either(String cell, String yes) {
        return cell.equals(ANYTHING) ? List.of(false, true) : List.of(cell.equals(yes));
    }

    private static List<StatusAtBank> atBank(String cell) {
        return cell.equals(ANYTHING)
                ? List.of(StatusAtBank.values())
                : List.of(StatusAtBank.valueOf(cell));
    }
}
