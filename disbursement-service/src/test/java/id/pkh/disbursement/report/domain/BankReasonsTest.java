package id.pkh.disbursement.report.domain;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.disbursement.report.domain.BankReasons.BankReason;
import id.pkh.disbursement.report.domain.BankReasons.Refusal;
import id.pkh.disbursement.support.ReasonsOfThePage;
import id.pkh.testsupport.RuleTable;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BankReasonsTest {

    private static final BankReasons OF_THE_PAGE = ReasonsOfThePage.all();

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "AC01,           CORRECT,   ACCOUNT_NUMBER_WRONG",
                "FRAD,           NEVER,     FRAUD_SUSPECTED",
                "NARR,           ASK,       REASON_NOT_STATED",
                "DU04,           DUPLICATE, DUPLICATE_AT_BANK",
                "du04,           DUPLICATE, DUPLICATE_AT_BANK",
                "XX99,           ASK,       REASON_NOT_KNOWN",
                "'',             ASK,       REASON_NOT_KNOWN",
                "|,              ASK,       REASON_NOT_KNOWN",
                "-,              ASK,       REASON_NOT_KNOWN",
                "AC04|AC01,      CORRECT,   ACCOUNT_CLOSED",
                "AC04|FRAD,      NEVER,     FRAUD_SUSPECTED",
                "FRAD|XX99,      ASK,       REASON_NOT_KNOWN",
                "AC04|DU03,      DUPLICATE, DUPLICATE_AT_BANK",
                "NARR|AM05,      DUPLICATE, DUPLICATE_AT_BANK",
                "RF01,           DUPLICATE, DUPLICATE_AT_BANK",
                "Berkas DU01 ganda, DUPLICATE, DUPLICATE_AT_BANK",
                "DU06,           ASK,       REASON_NOT_KNOWN",
                "ADU01,          ASK,       REASON_NOT_KNOWN"
            })
    void theMostCarefulReasonCounts(String reasons, ReasonMeaning meaning, String reason) {
        assertThat(OF_THE_PAGE.of(reasons)).isEqualTo(new Refusal(meaning, reason));
    }

    @ParameterizedTest
    @ValueSource(strings = {"AM05", "DUPL", "DU01", "DU02", "DU03", "DU04", "DU05"})
    void noTableFreesAPaymentThatTheBankHas(String code) {
        BankReasons wrong =
                new BankReasons(
                        List.of(new BankReason(code, "ACCOUNT_CLOSED", ReasonMeaning.CORRECT)));

        assertThat(wrong.of(code).meaning()).isEqualTo(ReasonMeaning.DUPLICATE);
        assertThat(wrong.of("AC04|" + code).meaning()).isEqualTo(ReasonMeaning.DUPLICATE);
    }

    @Test
    void theStatusesAreThoseOfThePage() {
        Map<String, String> page =
                RuleTable.rows(ReasonsOfThePage.PAGE, "status", "for a payment").stream()
                        .collect(Collectors.toMap(row -> row.get(0), row -> row.get(1)));

        assertThat(page)
                .allSatisfy(
                        (status, meaning) ->
                                assertThat(
                                                BankStatus.isWaiting(status)
                                                        ? "WAIT"
                                                        : BankStatus.trigger(status)
                                                                .orElseThrow()
                                                                .name())
                                        .isEqualTo(meaning));
        assertThat(List.of("PART", "CANC", "BLCK", "XXXX"))
                .noneMatch(page::containsKey)
                .noneMatch(BankStatus::speaksForAll)
                .noneMatch(BankStatus::isWaiting);
        assertThat(BankStatus.leavesToLines("PART")).isTrue();
        assertThat(BankStatus.leavesToLines("CANC")).isFalse();
    }

    @Test
    void aStatusOfAWholeFileMovesMoneyAsThePageSays() {
        RuleTable.rows("bank-answers.md", "status", "moves money")
                .forEach(
                        row ->
                                assertThat(BankStatus.movesMoney(row.get(0)) ? "yes" : "no")
                                        .as(row.get(0))
                                        .isEqualTo(row.get(1)));
        assertThat(BankStatus.movesMoney("XXXX")).isFalse();
        assertThat(BankStatus.movesMoney(null)).isFalse();
    }
}
