package id.pkh.disbursement.report;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.disbursement.instruction.domain.InstructionStatus;
import id.pkh.disbursement.report.domain.BookingRule.Posted;
import id.pkh.disbursement.report.file.ReportReader;
import id.pkh.disbursement.support.Camt054;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Damage to a notification never moves a payment that the whole file does not move. */
class DamagedNoticeTest {

    private static final String FUNDING = "1";
    private static final String ACCOUNT = "0012345";

    private final PlayedBookings payments =
            new PlayedBookings(
                    List.of(
                            PlayedBookings.attempt(InstructionStatus.SENT, ACCOUNT, null),
                            PlayedBookings.attempt(
                                    InstructionStatus.CREDITED,
                                    ACCOUNT,
                                    new Posted(LocalDate.EPOCH, "R0")),
                            PlayedBookings.attempt(InstructionStatus.ACCEPTED, ACCOUNT, null),
                            PlayedBookings.attempt(InstructionStatus.SENT, ACCOUNT, null)));

    /** A credit, a return, and what is announced but not booked; the last one is not named. */
    private byte[] whole() {
        return Camt054.of(FUNDING)
                .declaring(3, "675000.00")
                .credit(payments.payment(0), "225000.00", "R1")
                .back(payments.payment(1), "225000.00", "R2", "AC04")
                .entriesAre("PDNG")
                .credit(payments.payment(2), "225000.00", "R3")
                .bytes();
    }

    private Map<UUID, InstructionStatus> play(byte[] file) {
        return payments.play(
                listener -> ReportReader.read(new ByteArrayInputStream(file), listener));
    }

    @Test
    void theWholeFileMovesWhatItStates() {
        assertThat(play(whole()).values())
                .containsExactlyInAnyOrder(InstructionStatus.CREDITED, InstructionStatus.RETURNED);
    }

    @ParameterizedTest
    @ValueSource(ints = {0x01, 0x02, 0x04, 0x08, 0x10, 0x20, 0x40, 0x80, 0xff})
    void aFlippedBitMovesNothingElse(int bits) {
        byte[] whole = whole();
        var expected = play(whole).entrySet();
        for (int at = 0; at < whole.length; at++) {
            byte[] flipped = whole.clone();
            flipped[at] ^= (byte) bits;
            assertThat(expected)
                    .as("byte %d with %x flipped", at, bits)
                    .containsAll(play(flipped).entrySet());
        }
    }
}
