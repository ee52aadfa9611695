package id.pkh.disbursement.report.domain;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.disbursement.instruction.domain.InstructionStatus;
import id.pkh.disbursement.report.domain.ReportRule.KnownInstruction;
import id.pkh.disbursement.report.domain.ReportRule.ReportedStatus;
import id.pkh.disbursement.support.ReasonsOfThePage;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ReportRuleTest {

    private static final long AMOUNT = 225_000;
    private static final BankReasons REASONS = ReasonsOfThePage.all();

    private static Judgement judge(InstructionStatus state, String status, String reason) {
        return ReportRule.judge(
                new ReportedStatus(status, reason, ReportedAmount.NOT_GIVEN, null),
                new KnownInstruction(state, AMOUNT, null, false),
                REASONS);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            delimiter = '|',
            textBlock =
                    """
                    # state  | status | reason | outcome        | becomes  | exception             | reason code
                    SENT     | ACTC   | -      | MATCHED        | ACCEPTED | -                     | -
                    SENT     | ACCP   | -      | MATCHED        | ACCEPTED | -                     | -
                    SENT     | ACSP   | -      | MATCHED        | ACCEPTED | -                     | -
                    SENT     | ACSC   | -      | MATCHED        | ACCEPTED | -                     | -
                    SENT     | ACCC   | -      | MATCHED        | CREDITED | -                     | -
                    SENT     | PDNG   | -      | MATCHED        | -        | -                     | -
                    SENT     | RCVD   | -      | MATCHED        | -        | -                     | -
                    SENT     | RJCT   | AC04   | MATCHED        | REJECTED | -                     | ACCOUNT_CLOSED
                    SENT     | RJCT   | FRAD   | MATCHED        | REJECTED | -                     | FRAUD_SUSPECTED
                    SENT     | RJCT   | -      | STATUS_UNKNOWN | -        | REFUSAL_UNCLEAR       | REASON_NOT_KNOWN
                    SENT     | RJCT   | XX99   | STATUS_UNKNOWN | -        | REFUSAL_UNCLEAR       | REASON_NOT_KNOWN
                    SENT     | RJCT   | MS03   | STATUS_UNKNOWN | -        | REFUSAL_UNCLEAR       | REASON_NOT_STATED
                    SENT     | RJCT   | AM05   | CONTRADICTS    | -        | STATUS_CONTRADICTS    | DUPLICATE_AT_BANK
                    SENT     | RJCT   | DUPL   | CONTRADICTS    | -        | STATUS_CONTRADICTS    | DUPLICATE_AT_BANK
                    SENT     | RJCT   | DU01   | CONTRADICTS    | -        | STATUS_CONTRADICTS    | DUPLICATE_AT_BANK
                    UNKNOWN  | RJCT   | DU05   | CONTRADICTS    | -        | STATUS_CONTRADICTS    | DUPLICATE_AT_BANK
                    CREDITED | RJCT   | DU05   | CONTRADICTS    | -        | STATUS_CONTRADICTS    | DUPLICATE_AT_BANK
                    CREDITED | RJCT   | -      | CONTRADICTS    | -        | STATUS_CONTRADICTS    | REFUSED_AFTER_CREDIT
                    REJECTED | RJCT   | -      | DUPLICATE      | -        | -                     | -
                    SENT     | ACWP   | -      | MATCHED        | ACCEPTED | -                     | -
                    SENT     | PEND   | -      | MATCHED        | -        | -                     | -
                    SENT     | CANC   | -      | STATUS_UNKNOWN | -        | STATUS_UNKNOWN        | STATUS_NOT_KNOWN
                    SENT     | -      | -      | STATUS_UNKNOWN | -        | STATUS_UNKNOWN        | STATUS_NOT_KNOWN
                    UNKNOWN  | ACSP   | -      | MATCHED        | ACCEPTED | -                     | -
                    UNKNOWN  | ACCC   | -      | MATCHED        | CREDITED | -                     | -
                    UNKNOWN  | RJCT   | AC01   | MATCHED        | REJECTED | -                     | ACCOUNT_NUMBER_WRONG
                    UNKNOWN  | PDNG   | -      | MATCHED        | -        | -                     | -
                    ACCEPTED | ACSC   | -      | DUPLICATE      | -        | -                     | -
                    ACCEPTED | ACCC   | -      | MATCHED        | CREDITED | -                     | -
                    ACCEPTED | RJCT   | MD07   | MATCHED        | REJECTED | -                     | PAYEE_DECEASED
                    CREDITED | ACSP   | -      | DUPLICATE      | -        | -                     | -
                    CREDITED | ACCC   | -      | DUPLICATE      | -        | -                     | -
                    CREDITED | RJCT   | AC04   | CONTRADICTS    | -        | STATUS_CONTRADICTS    | REFUSED_AFTER_CREDIT
                    REJECTED | RJCT   | AC04   | DUPLICATE      | -        | -                     | -
                    REJECTED | ACSP   | -      | CONTRADICTS    | -        | STATUS_CONTRADICTS    | ACCEPTED_AFTER_REFUSAL
                    REJECTED | ACCC   | -      | CONTRADICTS    | -        | CREDIT_NOT_INSTRUCTED | CREDITED_AFTER_REFUSAL
                    RETURNED | ACCC   | -      | CONTRADICTS    | -        | CREDIT_NOT_INSTRUCTED | CREDITED_AFTER_REFUSAL
                    RETURNED | RJCT   | AC04   | DUPLICATE      | -        | -                     | -
                    """)
    void aLineHasTheEffectThatTheTableStates(
            InstructionStatus state,
            String status,
            String reason,
            String outcome,
            String becomes,
            String exception,
            String code) {
        Judgement judgement = judge(state, status, reason);

        assertThat(judgement.outcome()).hasToString(outcome);
        assertThat(judgement.becomes() == null ? null : judgement.becomes().name())
                .isEqualTo(becomes);
        assertThat(judgement.exception() == null ? null : judgement.exception().name())
                .isEqualTo(exception);
        assertThat(judgement.reason()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "225000.00,   IDR, -",
                "225000,      IDR, -",
                "225000.00000,IDR, -",
                "224999.00,   IDR, AMOUNT_OTHER",
                "225001.00,   IDR, AMOUNT_OTHER",
                "225000.00001,IDR, NOT_WHOLE_RUPIAH",
                "225000.50,   IDR, NOT_WHOLE_RUPIAH",
                "225000.00,   USD, OTHER_CURRENCY",
                "'225.000,00', IDR, UNREADABLE",
                "-225000,     IDR, UNREADABLE",
                "2.25E5,      IDR, UNREADABLE",
                "99999999999999999999, IDR, UNREADABLE"
            })
    void aLineWithAnotherAmountThanTheInstructionChangesNothing(
            String amount, String currency, String fault) {
        Judgement judgement =
                ReportRule.judge(
                        new ReportedStatus("ACCC", null, ReportedAmount.of(amount, currency), null),
                        new KnownInstruction(InstructionStatus.SENT, AMOUNT, null, false),
                        REASONS);

        if (fault == null) {
            assertThat(judgement.becomes()).isEqualTo(InstructionStatus.CREDITED);
        } else {
            assertThat(judgement.outcome()).isEqualTo(LineOutcome.AMOUNT_DIFFERS);
            assertThat(judgement.becomes()).isNull();
            assertThat(judgement.reason()).isEqualTo(fault);
        }
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-,  -,  false, false",
                "r1, r1, false, false",
                "r1, -,  false, false",
                "r2, r1, false, true",
                "r1, r1, true,  true",
                "-,  -,  true,  true"
            })
    void aSecondCreditIsDistinguishedFromARepeatedReportOfOneCredit(
            String said, String before, boolean sameReport, boolean second) {
        Judgement judgement =
                ReportRule.judge(
                        new ReportedStatus("ACCC", null, ReportedAmount.NOT_GIVEN, said),
                        new KnownInstruction(
                                InstructionStatus.CREDITED, AMOUNT, before, sameReport),
                        REASONS);

        assertThat(judgement.outcome()).isEqualTo(LineOutcome.DUPLICATE);
        assertThat(judgement.exception() != null).isEqualTo(second);
    }

    @ParameterizedTest
    @EnumSource(
            value = InstructionStatus.class,
            names = {"SENT", "UNKNOWN", "ACCEPTED", "CREDITED", "REJECTED", "RETURNED"})
    void noLineSetsAStatusToUnknownOrChangesAFinalStatus(InstructionStatus state) {
        for (String status : List.of("ACTC", "ACSC", "ACCC", "RJCT", "PDNG", "PART", "XXXX")) {
            InstructionStatus becomes = judge(state, status, "AC04").becomes();
            assertThat(becomes).isNotEqualTo(InstructionStatus.UNKNOWN);
            if (state.isFinal()) {
                assertThat(becomes).isNull();
            }
        }
    }
}
