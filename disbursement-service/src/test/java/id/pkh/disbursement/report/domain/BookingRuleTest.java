package id.pkh.disbursement.report.domain;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.disbursement.instruction.domain.InstructionStatus;
import id.pkh.disbursement.report.domain.Booking.Meaning;
import id.pkh.disbursement.report.domain.BookingRule.Effect;
import id.pkh.disbursement.report.domain.BookingRule.KnownAttempt;
import id.pkh.disbursement.report.domain.BookingRule.Posted;
import id.pkh.disbursement.report.domain.BookingRule.StatedBooking;
import id.pkh.disbursement.support.ReasonsOfThePage;
import id.pkh.testsupport.RuleTable;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class BookingRuleTest {

    private static final LocalDate DAY = LocalDate.parse("2026-04-20");
    private static final BankReasons REASONS = ReasonsOfThePage.all();
    private static final ReportedAmount AMOUNT = new ReportedAmount(225_000L, null);
    private static final Posted SAME = new Posted(DAY, "R1");
    private static final Posted OTHER = new Posted(DAY, "R0");

    static List<List<String>> meanings() {
        return RuleTable.rows(ReasonsOfThePage.PAGE, "account", "direction", "return", "meaning");
    }

    static List<List<String>> effects() {
        return RuleTable.rows(
                ReasonsOfThePage.PAGE,
                "booking",
                "status",
                "before",
                "becomes",
                "outcome",
                "exception");
    }

    @ParameterizedTest
    @MethodSource("meanings")
    void anEntryMeansWhatThePageStates(List<String> row) {
        String account =
                switch (row.get(0)) {
                    case "programme" -> "0099";
                    case "family" -> "12345";
                    default -> "777";
                };
        Booking booking =
                new Booking(
                        account,
                        null,
                        row.get(1).equals("DBIT"),
                        row.get(2).equals("yes"),
                        true,
                        DAY);

        assertThat(booking.meaning("99", "0001-2345")).hasToString(row.get(3));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "99, 12345,   true,  true,  CREDIT",
                "99, 0012345, true,  true,  CREDIT",
                "99, 12346,   true,  true,  OTHER_ACCOUNT",
                "99, -,       false, true,  NOT_BOOKED",
                "99, -,       true,  false, UNCLEAR",
                "-,  12345,   true,  true,  UNCLEAR"
            })
    void anotherPayeeAndWhatIsMissingAreNoCredit(
            String account, String creditor, boolean booked, boolean dated, Meaning meaning) {
        assertThat(
                        new Booking(account, creditor, true, false, booked, dated ? DAY : null)
                                .meaning("99", "12345"))
                .isEqualTo(meaning);
        assertThat(new Booking("99", null, null, false, true, DAY).meaning("99", "12345"))
                .isEqualTo(Meaning.UNCLEAR);
    }

    @ParameterizedTest
    @MethodSource("effects")
    void aBookingHasTheEffectThatThePageStates(List<String> row) {
        Effect effect =
                judge(
                        Meaning.valueOf(row.get(0)),
                        InstructionStatus.valueOf(row.get(1)),
                        switch (row.get(2)) {
                            case "the same credit" -> SAME;
                            case "another credit", "credit and return" -> OTHER;
                            default -> null;
                        },
                        switch (row.get(2)) {
                            case "the same return" -> SAME;
                            case "credit and return" -> OTHER;
                            default -> null;
                        },
                        "AC04");
        Judgement judgement = effect.judgement();

        assertThat(judgement.becomes() == null ? "none" : judgement.becomes().name())
                .isEqualTo(row.get(3));
        assertThat(judgement.outcome()).hasToString(row.get(4));
        assertThat(judgement.exception() == null ? "none" : judgement.exception().name())
                .isEqualTo(row.get(5));
        boolean booked = row.get(0).equals("CREDIT") || row.get(0).equals("RETURN");
        assertThat(effect.posts()).isEqualTo(booked && row.get(4).equals("MATCHED"));
    }

    private static Effect judge(
            Meaning meaning, InstructionStatus status, Posted credit, Posted back, String reason) {
        return BookingRule.judge(
                new StatedBooking(meaning, DAY, reason, AMOUNT, "R1"),
                new KnownAttempt(status, 225_000, credit, back),
                REASONS);
    }

    @Test
    void aReturnHasTheReasonOfTheTableAndADuplicateIsAskedAbout() {
        Judgement closed =
                judge(Meaning.RETURN, InstructionStatus.CREDITED, OTHER, null, "AC04").judgement();
        Judgement duplicate =
                judge(Meaning.RETURN, InstructionStatus.CREDITED, OTHER, null, "AM05").judgement();

        assertThat(closed.reason()).isEqualTo("ACCOUNT_CLOSED");
        assertThat(duplicate.becomes()).isEqualTo(InstructionStatus.RETURNED);
        assertThat(duplicate.exception()).hasToString("STATUS_CONTRADICTS");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "225001, -,                AMOUNT_OTHER",
                "-,      OTHER_CURRENCY,   OTHER_CURRENCY",
                "-,      -,                AMOUNT_MISSING"
            })
    void anotherAmountChangesNothing(Long idr, String fault, String reason) {
        Judgement judgement =
                BookingRule.judge(
                                new StatedBooking(
                                        Meaning.CREDIT,
                                        DAY,
                                        null,
                                        new ReportedAmount(idr, fault),
                                        null),
                                new KnownAttempt(InstructionStatus.SENT, 225_000, null, null),
                                REASONS)
                        .judgement();

        assertThat(judgement.becomes()).isNull();
        assertThat(judgement.exception()).hasToString("AMOUNT_MISMATCH");
        assertThat(judgement.reason()).isEqualTo(reason);
    }
}
