package id.pkh.registry.imports;

import id.pkh.platform.files.FileRun;
import id.pkh.platform.files.RowRefusal;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.security.Mask;
import id.pkh.registry.family.AccountOrigin;
import id.pkh.registry.family.Provenance;
import id.pkh.registry.intake.FieldError;
import id.pkh.registry.roster.PermittedAreas;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The results of the rows of one chunk, with the context of the import: the sender's areas, the
 * numbers in earlier rows of the file, and the time.
 */
final class Chunk {

    private static final Set<String> IDENTIFYING =
            Set.of(
                    "nik",
                    "nik_pengurus",
                    "no_kk",
                    "no_rekening",
                    "nisn",
                    "kunci",
                    "telepon",
                    NamedFamilies.COLUMN);
    private static final Set<String> NAMING = Set.of("nama", "nama_pengurus", "alamat");

    private final FileRun run;
    private final Sender sender;
    private final SeenIdentifiers seenBefore;
    private final Set<String> seenHere = new HashSet<>();
    private final Map<UUID, AccountOrigin> accountOrigins = new HashMap<>();
    private final Instant now;
    private final LocalDate today;
    private final List<Refused> refusals = new ArrayList<>();

    /**
     * The person who sent the file.
     *
     * @param roster the areas that the file may bring in as an initial roster
     */
    record Sender(String subject, AreaScope areas, PermittedAreas roster) {}

    Chunk(FileRun run, Sender sender, SeenIdentifiers seenBefore, Instant now, LocalDate today) {
        this.run = run;
        this.sender = sender;
        this.seenBefore = seenBefore;
        this.now = now;
        this.today = today;
    }

    /** A list registers families; it does not set any other status. */
    Provenance provenance() {
        return new Provenance(sender.subject(), Provenance.REGISTERED, null, now, this::originOf);
    }

    private AccountOrigin originOf(UUID family) {
        return accountOrigins.getOrDefault(family, AccountOrigin.file(run.fileId()));
    }

    UUID fileId() {
        return run.fileId();
    }

    String sender() {
        return sender.subject();
    }

    AreaScope areas() {
        return sender.areas();
    }

    PermittedAreas roster() {
        return sender.roster();
    }

    /** Records the line that states the account and the caretaker of a family. */
    void statesAccount(UUID family, int line) {
        accountOrigins.put(family, AccountOrigin.line(run.fileId(), line));
    }

    /** Records the line of an initial roster that brings a family in. */
    void bringsIn(UUID family, int line, String permittedBy) {
        accountOrigins.put(family, AccountOrigin.roster(run.fileId(), line, permittedBy));
    }

    void see(String digits) {
        seenHere.add(digits);
    }

    boolean hasSeen(String digits) {
        return seenHere.contains(digits) || seenBefore.contains(digits);
    }

    /** Call after the chunk is committed. The numbers of a failed chunk must not count as seen. */
    void rememberSeen() {
        seenHere.forEach(seenBefore::add);
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

    /**
     * @param forAreas whether a sender with other areas may send the row
     */
    private record Refused(RowRefusal row, boolean forAreas) {}

    void refuse(int line, FieldError error) {
        refusals.add(new Refused(shown(line, error), false));
    }

    /** Refuses a row about a village; it may be outside the sender's areas, or not exist at all. */
    void refuseVillage(int line, String column, String village) {
        refuseArea(
                line,
                column,
                village,
                village,
                "VILLAGE_UNKNOWN",
                "code of a known village in your area");
    }

    /**
     * Refuses a row because of an area.
     *
     * @param area the area that decides; null when there is none
     */
    void refuseArea(
            int line, String column, String value, String area, String code, String expected) {
        boolean forAreas = area != null && !areas().covers(area);
        refusals.add(
                new Refused(shown(line, new FieldError(column, value, code, expected)), forAreas));
    }

    void refuse(int line, String column, String value, String code, String expected) {
        refuse(line, new FieldError(column, value, code, expected));
    }

    /**
     * Passes the refusals on in the order of their lines. Several refusals of one line count as one
     * row.
     */
    void close() {
        refusals.stream()
                .sorted(Comparator.comparingInt(refused -> refused.row().line()))
                .forEach(
                        refused -> {
                            if (refused.forAreas()) {
                                run.refuseForAreas(refused.row());
                            } else {
                                run.refuse(refused.row());
                            }
                        });
    }

    private static RowRefusal shown(int line, FieldError error) {
        String column = error.field();
        if (NAMING.contains(column)) {
            return RowRefusal.withoutValue(line, column, error.code(), error.expected());
        }
        if (IDENTIFYING.contains(column)) {
            return new RowRefusal(
                    line, column, Mask.digits(error.value()), error.code(), error.expected());
        }
        return RowRefusal.of(line, column, error.value(), error.code(), error.expected());
    }
}
