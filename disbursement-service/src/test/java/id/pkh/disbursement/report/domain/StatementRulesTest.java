package id.pkh.disbursement.report.domain;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.disbursement.report.domain.Booking.Meaning;
import id.pkh.disbursement.report.domain.BookingRule.Effect;
import id.pkh.disbursement.report.domain.BookingRule.Posted;
import id.pkh.disbursement.report.domain.BookingRule.StatedBooking;
import id.pkh.disbursement.report.domain.ReportTotals.Fault;
import id.pkh.disbursement.report.domain.StatementSequence.Known;
import id.pkh.testsupport.RuleTable;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What statements of the funding account prove, by the tables of the rules page. */
class StatementRulesTest {

    private static final long SENT = 675_000;
    private static final LocalDate DAY = LocalDate.of(2026, 4, 20);

    static List<List<String>> files() {
        return RuleTable.rows(
                "bank-answers.md",
                "file as one sum",
                "amount",
                "booked before",
                "outcome",
                "exception",
                "reason");
    }

    static List<List<String>> numbers() {
        return RuleTable.rows(
                "bank-answers.md",
                "highest below, of the year",
                "any of the year",
                "highest of the last year",
                "number",
                "missing");
    }

    @ParameterizedTest
    @MethodSource("files")
    void aFileThatIsBookedAsOneSumIsJudgedAsThePageSays(List<String> row) {
        StatedBooking stated =
                new StatedBooking(
                        Meaning.valueOf(row.get(0)),
                        DAY,
                        null,
                        ReportedAmount.of(
                                row.get(1).equals("that of the file") ? "675000.00" : "675000.50",
                                "IDR"),
                        "R1");
        Posted before =
                switch (row.get(2)) {
                    case "none" -> null;
                    case "the same" -> new Posted(DAY, "R1");
                    default -> new Posted(DAY, "R0");
                };

        Effect effect = BatchBookingRule.judge(stated, SENT, before);

        Judgement judgement = effect.judgement();
        assertThat(judgement.becomes()).isNull();
        assertThat(judgement.outcome().name()).isEqualTo(row.get(3));
        assertThat(judgement.exception() == null ? "none" : judgement.exception().name())
                .isEqualTo(row.get(4));
        assertThat(judgement.reason() == null ? "none" : judgement.reason()).isEqualTo(row.get(5));
        assertThat(effect.posts())
                .isEqualTo(
                        row.get(0).equals("CREDIT")
                                && row.get(3).equals("MATCHED")
                                && before == null);
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void aGapInTheNumbersIsNoticed(List<String> row) {
        var missing =
                StatementSequence.before(
                        Long.parseLong(row.get(3)),
                        new Known(
                                number(row.get(0)), row.get(1).equals("yes"), number(row.get(2))));

        assertThat(missing.map(one -> one.from() + " to " + one.until()).orElse("none"))
                .isEqualTo(row.get(4));
    }

    private static Long number(String cell) {
        return cell.equals("none") ? null : Long.valueOf(cell);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "1000.00,  false, 325.50,  false, -",
                "1000,     false, 325.5,   false, -",
                "1000.00,  false, 325.51,  false, BALANCE_NOT_OF_ENTRIES",
                "1000.00,  false, 1674.50, true,  BALANCE_NOT_OF_ENTRIES",
                "100.00,   true,  774.50,  true,  -",
                "-,        false, 325.50,  false, BALANCE_MISSING",
                "1000.00,  -,     325.50,  false, BALANCE_MISSING",
                "1000.00,  false, -,       false, BALANCE_MISSING",
                "1e3,      false, 325.50,  false, BALANCE_MISSING"
            })
    void theClosingBalanceIsTheOpeningOneAndWhatWasBooked(
            String opening,
            Boolean openingDebit,
            String closing,
            Boolean closingDebit,
            String fault) {
        StatementBalances balances = new StatementBalances();
        balances.opening(opening, openingDebit);
        balances.entry("675.00", true, true);
        balances.entry("0.5", false, true);
        balances.entry("99999.00", true, false);
        balances.closing(closing, closingDebit);
        balances.end();

        assertThat(balances.fault().map(Fault::code).orElse(null)).isEqualTo(fault);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"x, true", "1.00, -", "-, true"})
    void anEntryWithoutAnAmountOrADirectionProvesNothing(String amount, Boolean isDebit) {
        StatementBalances balances = new StatementBalances();
        balances.opening("10", false);
        balances.closing("10", false);
        balances.entry(amount, isDebit, true);
        balances.end();

        assertThat(balances.fault().orElseThrow().code())
                .isEqualTo(StatementBalances.BALANCE_NOT_OF_ENTRIES);
    }

    @Test
    void eachStatementOfAFileIsComparedForItself() {
        StatementBalances balances = new StatementBalances();
        balances.opening("10", false);
        balances.entry("3", true, true);
        balances.closing("7", false);
        balances.end();
        balances.opening("1", false);
        balances.closing("1", false);
        balances.end();
        assertThat(balances.fault()).isEmpty();

        balances.end();
        assertThat(balances.fault()).isPresent();
    }
}
