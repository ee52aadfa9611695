package id.pkh.disbursement.instruction.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class InstructionStatusTest {

    /** Every status with every trigger; a dash means that the trigger is not allowed. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    #         SEND VOID   ACCEPT   REJECT   CREDIT   TIME_OUT RETURN
                    PLANNED | SENT VOIDED -        -        -        -        -
                    SENT    | -    -      ACCEPTED REJECTED CREDITED UNKNOWN  -
                    UNKNOWN | -    -      ACCEPTED REJECTED CREDITED -        -
                    ACCEPTED| -    -      -        REJECTED CREDITED -        -
                    CREDITED| -    -      -        -        -        -        RETURNED
                    REJECTED| -    -      -        -        -        -        -
                    RETURNED| -    -      -        -        -        -        -
                    VOIDED  | -    -      -        -        -        -        -
                    """)
    void changesAsTheTableShows(InstructionStatus state, String row) {
        String[] becomes = row.trim().split("\\s+");
        assertThat(becomes).hasSameSizeAs(StatusTrigger.values());
        for (StatusTrigger trigger : StatusTrigger.values()) {
            assertThat(state.on(trigger).map(Enum::name).orElse("-"))
                    .as("%s on %s", state, trigger)
                    .isEqualTo(becomes[trigger.ordinal()]);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "PLANNED, true, false",
        "SENT, true, false",
        "ACCEPTED, true, false",
        "UNKNOWN, true, false",
        "CREDITED, true, true",
        "REJECTED, false, true",
        "RETURNED, false, true",
        "VOIDED, false, true"
    })
    void onlyARefusalAReturnOrARejectedBatchAllowsAnotherAttempt(
            InstructionStatus state, boolean open, boolean last) {
        assertThat(state.isOpen()).isEqualTo(open);
        assertThat(state.isFinal()).isEqualTo(last);
    }

    @ParameterizedTest
    @EnumSource(InstructionStatus.class)
    void aMissingResponseIsNeverARefusal(InstructionStatus state) {
        assertThat(state.on(StatusTrigger.TIME_OUT)).isNotEqualTo(InstructionStatus.REJECTED);
        assertThat(InstructionStatus.UNKNOWN.isOpen()).isTrue();
    }
}
