package id.pkh.registry.imports;

import id.pkh.platform.files.FileRun;
import id.pkh.platform.files.RowRefusal;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.security.Mask;
import id.pkh.registry.intake.Defect;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * What becomes of the rows of one chunk, and what their import may know: whose areas, which numbers
 * the file had before, when it is.
 */
final class Chunk {

    private static final Set<String> IDENTIFYING =
            Set.of("nik", "nik_pengurus", "no_kk", "no_rekening", "nisn");
    private static final Set<String> NAMING = Set.of("nama", "nama_pengurus", "alamat");

    private final FileRun run;
    private final Sender sender;
    private final NumbersSeen seen;
    private final Instant now;
    private final LocalDate today;
    private final List<RowRefusal> refusals = new ArrayList<>();

    /** Who sent the file. */
    record Sender(String subject, AreaScope areas) {}

    Chunk(FileRun run, Sender sender, NumbersSeen seen, Instant now, LocalDate today) {
        this.run = run;
        this.sender = sender;
        this.seen = seen;
        this.now = now;
        this.today = today;
    }

    String subject() {
        return sender.subject();
    }

    AreaScope areas() {
        return sender.areas();
    }

    NumbersSeen seen() {
        return seen;
    }

    Instant now() {
        return now;
    }

    LocalDate today() {
        return today;
    }

    void applied() {
        run.applied();
    }

    void unchanged() {
        run.unchanged();
    }

    void refuse(int line, Defect defect) {
        refusals.add(shown(line, defect));
    }

    void refuse(int line, String column, String value, String code, String expected) {
        refuse(line, new Defect(column, value, code, expected));
    }

    /** Hands the refusals over in the order of their lines; several of one line are one row. */
    void close() {
        refusals.stream().sorted(Comparator.comparingInt(RowRefusal::line)).forEach(run::refuse);
    }

    private static RowRefusal shown(int line, Defect defect) {
        String column = defect.field();
        if (NAMING.contains(column)) {
            return RowRefusal.withoutValue(line, column, defect.code(), defect.expected());
        }
        if (IDENTIFYING.contains(column)) {
            return new RowRefusal(
                    line, column, Mask.digits(defect.value()), defect.code(), defect.expected());
        }
        return RowRefusal.of(line, column, defect.value(), defect.code(), defect.expected());
    }
}
