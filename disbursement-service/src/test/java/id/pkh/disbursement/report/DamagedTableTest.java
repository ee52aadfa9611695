package id.pkh.disbursement.report;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.disbursement.instruction.domain.InstructionStatus;
import id.pkh.disbursement.profile.domain.ProfileContent;
import id.pkh.disbursement.report.domain.BookingRule.Posted;
import id.pkh.disbursement.report.file.TableReport;
import id.pkh.disbursement.support.SampleProfile;
import id.pkh.platform.web.Refused;
import id.pkh.testsupport.files.Workbooks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Damage to a table never moves a payment that the whole file does not move. */
class DamagedTableTest {

    private static final String SHA256 = "ab".repeat(32);

    private enum Kind {
        CSV(SampleProfile.csv(), 1) {
            @Override
            byte[] bytes(List<List<String>> rows) {
                return SampleProfile.csv(rows);
            }
        },
        XLSX(SampleProfile.xlsx(), 17) {
            @Override
            byte[] bytes(List<List<String>> rows) {
                return Workbooks.xlsx(rows);
            }
        };

        private final ProfileContent profile;

        /** A workbook takes milliseconds for each try, so not each of its bytes is tried. */
        private final int step;

        Kind(ProfileContent profile, int step) {
            this.profile = profile;
            this.step = step;
        }

        abstract byte[] bytes(List<List<String>> rows);
    }

    @TempDir Path folder;

    private final PlayedBookings payments =
            new PlayedBookings(
                    List.of(
                            PlayedBookings.attempt(
                                    InstructionStatus.SENT, SampleProfile.ACCOUNT, null),
                            PlayedBookings.attempt(
                                    InstructionStatus.CREDITED,
                                    SampleProfile.ACCOUNT,
                                    new Posted(LocalDate.EPOCH, "R0")),
                            PlayedBookings.attempt(
                                    InstructionStatus.ACCEPTED, SampleProfile.ACCOUNT, null),
                            PlayedBookings.attempt(
                                    InstructionStatus.SENT, SampleProfile.ACCOUNT, null)));

    /** A credit, a return, a refusal, and what is only accepted. */
    private byte[] whole(Kind kind) {
        return kind.bytes(
                SampleProfile.rows(
                        SampleProfile.line(payments.payment(0), "225.000", "BERHASIL", "", "R1"),
                        SampleProfile.line(
                                payments.payment(1), "225.000", "DI KEMBALIKAN", "AC04", "R2"),
                        SampleProfile.line(
                                payments.payment(2), "225.000", "GAGAL", "rekening tutup", "R3"),
                        SampleProfile.line(payments.payment(3), "225.000", "DITERIMA", "", "R4"),
                        SampleProfile.totals(4, "900.000,00")));
    }

    private Map<UUID, InstructionStatus> play(Kind kind, byte[] file) {
        Path path = folder.resolve("file");
        try {
            Files.write(path, file);
            return payments.play(
                    listener ->
                            TableReport.read(path, SHA256, new UUID(1, 1), kind.profile, listener));
        } catch (Refused refused) {
            return Map.of();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void theWholeFileMovesWhatItStates(Kind kind) {
        assertThat(play(kind, whole(kind)).values())
                .containsExactlyInAnyOrder(
                        InstructionStatus.CREDITED,
                        InstructionStatus.RETURNED,
                        InstructionStatus.REJECTED,
                        InstructionStatus.ACCEPTED);
    }

    /** Only what is below the totals may be missing. */
    @ParameterizedTest
    @EnumSource(Kind.class)
    void aFileThatIsCutMovesAllOrNothing(Kind kind) {
        byte[] whole = whole(kind);
        var expected = play(kind, whole);
        for (int bytes = 0; bytes < whole.length; bytes += kind.step) {
            assertThat(play(kind, Arrays.copyOf(whole, bytes)))
                    .as("the first %d bytes", bytes)
                    .isIn(expected, Map.of());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0x01, 0x02, 0x10, 0x20, 0xff})
    void aFlippedBitOfATextMovesNothingElse(int bits) {
        movesNothingElse(Kind.CSV, bits);
    }

    @Test
    void aFlippedByteOfAWorkbookMovesNothingElse() {
        movesNothingElse(Kind.XLSX, 0xff);
    }

    private void movesNothingElse(Kind kind, int bits) {
        byte[] whole = whole(kind);
        var expected = play(kind, whole).entrySet();
        for (int at = 0; at < whole.length; at += kind.step) {
            byte[] flipped = whole.clone();
            flipped[at] ^= (byte) bits;
            assertThat(expected)
                    .as("byte %d with %x flipped", at, bits)
                    .containsAll(play(kind, flipped).entrySet());
        }
    }
}
