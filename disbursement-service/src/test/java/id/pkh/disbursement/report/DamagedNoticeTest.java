package id.pkh.disbursement.report;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.disbursement.instruction.domain.InstructionStatus;
import id.pkh.disbursement.money.Instruction;
import id.pkh.disbursement.report.ReportLines.ReportLine;
import id.pkh.disbursement.report.SentAttempts.SentAttempt;
import id.pkh.disbursement.report.domain.BookingRule.Posted;
import id.pkh.disbursement.report.domain.ReportTotals.Fault;
import id.pkh.disbursement.report.file.ReportParts.Block;
import id.pkh.disbursement.report.file.ReportParts.Group;
import id.pkh.disbursement.report.file.ReportParts.Listener;
import id.pkh.disbursement.report.file.ReportParts.ParsedLine;
import id.pkh.disbursement.report.file.ReportReader;
import id.pkh.disbursement.report.file.UnreadableReport;
import id.pkh.disbursement.support.Camt053;
import id.pkh.disbursement.support.Camt054;
import id.pkh.disbursement.support.Mt940;
import id.pkh.disbursement.support.ReasonsOfThePage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Damage to a notification never moves a payment that the whole file does not move. */
class DamagedNoticeTest {

    private static final UUID BATCH = new UUID(7, 7);
    private static final String FUNDING = "1";

    private final List<SentAttempt> attempts =
            List.of(
                    attempt(InstructionStatus.SENT, null),
                    attempt(InstructionStatus.CREDITED, new Posted(LocalDate.EPOCH, "R0")),
                    attempt(InstructionStatus.ACCEPTED, null),
                    attempt(InstructionStatus.SENT, null));

    private static SentAttempt attempt(InstructionStatus status, Posted credit) {
        return new SentAttempt(
                new Instruction(
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        "17.71.08.1001",
                        PlayedReport.AMOUNT,
                        1,
                        status,
                        null,
                        null),
                BATCH,
                "0012345",
                credit,
                null);
    }

    private String payment(int n) {
        return attempts.get(n).instruction().paymentId().toString();
    }

    /** A credit, a return, and what is announced but not booked; the last one is not named. */
    private byte[] whole() {
        return Camt054.of(FUNDING)
                .declaring(3, "675000.00")
                .credit(payment(0), "225000.00", "R1")
                .back(payment(1), "225000.00", "R2", "AC04")
                .entriesAre("PDNG")
                .credit(payment(2), "225000.00", "R3")
                .bytes();
    }

    /** The payments that the file moves, with their new statuses; nothing when it is refused. */
    private Map<UUID, InstructionStatus> play(byte[] file) {
        List<ReportLine> lines = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        try {
            ReportReader.read(new ByteArrayInputStream(file), collecting(lines, faults));
        } catch (UnreadableReport refused) {
            return Map.of();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        JudgedBookings judged =
                new JudgedBookings(
                        BATCH,
                        Map.of(BATCH, PlayedReport.batch(attempts.size())),
                        Map.of(),
                        ReasonsOfThePage.all());
        var matched =
                MatchLines.match(
                        lines.stream().map(JudgedBookings::withOwnReferences).toList(),
                        ids -> judged.known(known(ids, true)),
                        ids -> judged.known(known(ids, false)));
        IntStream.range(0, lines.size()).forEach(i -> judged.judge(matched.get(i), lines.get(i)));
        Map<UUID, InstructionStatus> moved = new TreeMap<>();
        if (faults.isEmpty()) {
            judged.byBatch()
                    .values()
                    .forEach(
                            one ->
                                    one.changes.forEach(
                                            change ->
                                                    moved.put(
                                                            change.instruction().paymentId(),
                                                            change.newStatus())));
        }
        return moved;
    }

    private List<SentAttempt> known(Set<UUID> ids, boolean instructions) {
        return attempts.stream()
                .filter(
                        one ->
                                ids.contains(
                                        instructions
                                                ? one.instruction().instructionId()
                                                : one.instruction().paymentId()))
                .toList();
    }

    private static Listener collecting(List<ReportLine> lines, List<Fault> faults) {
        return new Listener() {
            @Override
            public void group(Group group) {}

            @Override
            public void line(ParsedLine one) {
                lines.add(
                        new ReportLine(
                                one.lineNo(),
                                one.instructionRef(),
                                one.endToEndRef(),
                                one.status(),
                                one.reason(),
                                one.reasonText(),
                                one.amount(),
                                one.bankRef(),
                                one.booking()));
            }

            @Override
            public void block(Block block) {}

            @Override
            public void fault(Fault fault) {
                faults.add(fault);
            }
        };
    }

    /** The same in a statement of the funding account, where nothing is only announced. */
    private byte[] statement() {
        return Camt053.of(FUNDING)
                .with(all -> all.credit(payment(0), "225000.00", "R1"))
                .with(all -> all.back(payment(1), "225000.00", "R2", "AC04"))
                .balances("225000.00", "225000.00")
                .bytes();
    }

    private byte[] mt940() {
        return Mt940.of(FUNDING)
                .entry("D", "225000,", "R1", "/EREF/" + payment(0).replace("-", ""))
                .entry("RD", "225000,", "R2", "/EREF/" + payment(1).replace("-", "") + "/RTRN/AC04")
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
