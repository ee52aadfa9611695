package id.pkh.disbursement.instruction.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class InstructionStatusTest {

    /** Every state against every trigger; a dash is a trigger without a place. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    #         SEAL   APPROVE  SEND VOID   ACCEPT   REJECT   CREDIT   GO_SILENT RETURN
                    PLANNED | SEALED -        -    VOIDED -        -        -        -         -
                    SEALED  | -      APPROVED -    VOIDED -        -        -        -         -
                    APPROVED| -      -        SENT VOIDED -        -        -        -         -
                    SENT    | -      -        -    -      ACCEPTED REJECTED CREDITED UNKNOWN   -
                    UNKNOWN | -      -        -    -      ACCEPTED REJECTED CREDITED -         -
                    ACCEPTED| -      -        -    -      -        REJECTED CREDITED -         -
                    CREDITED| -      -        -    -      -        -        -        -         RETURNED
                    REJECTED| -      -        -    -      -        -        -        -         -
                    RETURNED| -      -        -    -      -        -        -        -         -
                    VOIDED  | -      -        -    -      -        -        -        -         -
                    """)
    void goesOnAsTheTableSays(InstructionStatus state, String row) {
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
        "SEALED, true, false",
        "APPROVED, true, false",
        "SENT, true, false",
        "ACCEPTED, true, false",
        "UNKNOWN, true, false",
        "CREDITED, true, true",
        "REJECTED, false, true",
        "RETURNED, false, true",
        "VOIDED, false, true"
    })
    void onlyARefusalAReturnOrARejectedBatchMakesRoomForAnotherAttempt(
            InstructionStatus state, boolean open, boolean last) {
        assertThat(state.isOpen()).isEqualTo(open);
        assertThat(state.isFinal()).isEqualTo(last);
    }

    @ParameterizedTest
    @EnumSource(InstructionStatus.class)
    void silenceIsNeverARefusal(InstructionStatus state) {
        assertThat(state.on(StatusTrigger.GO_SILENT)).isNotEqualTo(InstructionStatus.REJECTED);
        assertThat(InstructionStatus.UNKNOWN.isOpen()).isTrue();
    }

    @Test
    void theDatabaseKnowsTheSameTransitions() throws IOException {
        Set<String> inCode = new TreeSet<>();
        for (InstructionStatus state : InstructionStatus.values()) {
            for (StatusTrigger trigger : StatusTrigger.values()) {
                state.on(trigger).ifPresent(next -> inCode.add(state + " " + next));
            }
        }
        String sql;
        try (var in =
                InstructionStatus.class.getResourceAsStream(
                        "/db/migration/V20260310080000__payment_batches.sql")) {
            sql = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        String values = sql.substring(sql.indexOf("INSERT INTO money_transition"));
        Matcher pair =
                Pattern.compile("\\('(\\w+)', '(\\w+)'\\)")
                        .matcher(values.substring(0, values.indexOf(';')));
        Set<String> inDatabase = new TreeSet<>();
        while (pair.find()) {
            inDatabase.add(pair.group(1) + " " + pair.group(2));
        }
        assertThat(inDatabase).isEqualTo(inCode);
    }
}
