package id.pkh.disbursement.report;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.disbursement.instruction.domain.InstructionStatus;
import id.pkh.disbursement.report.domain.BookingRule.Posted;
import id.pkh.disbursement.report.file.ReportReader;
import id.pkh.disbursement.support.Camt053;
import id.pkh.disbursement.support.Camt054;
import id.pkh.disbursement.support.Mt940;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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

    /** The same in a statement of the funding account, where nothing is only announced. */
    private byte[] statement() {
        return Camt053.of(FUNDING)
                .with(all -> all.credit(payments.payment(0), "225000.00", "R1"))
                .with(all -> all.back(payments.payment(1), "225000.00", "R2", "AC04"))
                .balances("225000.00", "225000.00")
                .bytes();
    }

    private byte[] mt940() {
        return Mt940.of(FUNDING)
                .entry("D", "225000,", "R1", "/EREF/" + payments.payment(0).replace("-", ""))
                .entry(
                        "RD",
                        "225000,",
                        "R2",
                        "/EREF/" + payments.payment(1).replace("-", "") + "/RTRN/AC04")
                .balances("C225000,", "C225000,")
                .bytes();
    }

    private byte[] file(String kind) {
        return switch (kind) {
            case "CAMT_054" -> whole();
            case "CAMT_053" -> statement();
            case "MT_940" -> mt940();
            default -> throw new AssertionError(kind);
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"CAMT_054", "CAMT_053", "MT_940"})
    void theWholeFileMovesWhatItStates(String kind) {
        assertThat(play(file(kind)).values())
                .containsExactlyInAnyOrder(InstructionStatus.CREDITED, InstructionStatus.RETURNED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CAMT_054", "CAMT_053", "MT_940"})
    void aFlippedBitOrACutMovesNothingElse(String kind) {
        byte[] whole = file(kind);
        var expected = play(whole).entrySet();
        for (int at = 0; at < whole.length; at++) {
            for (int bits : new int[] {0x01, 0x02, 0x04, 0x08, 0x10, 0x20, 0x40, 0x80, 0xff}) {
                byte[] flipped = whole.clone();
                flipped[at] ^= (byte) bits;
                assertThat(expected)
                        .as("byte %d with %x flipped", at, bits)
                        .containsAll(play(flipped).entrySet());
            }
            assertThat(expected)
                    .as("cut at %d", at)
                    .containsAll(play(Arrays.copyOf(whole, at)).entrySet());
        }
    }
}
