package id.pkh.registry.initial;

import id.pkh.platform.pdf.LetterSheets;
import id.pkh.platform.pdf.TaggedFile;
import id.pkh.platform.web.Refused;
import id.pkh.registry.enrolment.RevealCaretakers;
import id.pkh.registry.initial.Candidates.CandidateRow;
import id.pkh.registry.initial.InitialMeetings.MeetingRow;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Prints the letters of a meeting, in the order of the names; each read is logged. */
@ApplicationScoped
class PrintInvitations {

    private static final String TITLE = "Undangan pertemuan awal Program Keluarga Harapan";

    private final LockedMeetings locked;
    private final Candidates candidates;
    private final RevealCaretakers revealCaretakers;

    PrintInvitations(
            LockedMeetings locked, Candidates candidates, RevealCaretakers revealCaretakers) {
        this.locked = locked;
        this.candidates = candidates;
        this.revealCaretakers = revealCaretakers;
    }

    /** The letters to print, with the names of those to whom they go. */
    record Printing(MeetingRow meeting, List<Map.Entry<UUID, String>> caretakers) {}

    @Transactional
    Printing prepare(UUID id, boolean isUndelivered, String purpose) {
        MeetingRow meeting = locked.open(id);
        List<UUID> families =
                candidates.of(id).stream()
                        .filter(row -> !isUndelivered || row.deliveredOn() == null)
                        .map(CandidateRow::kpmId)
                        .toList();
        if (families.isEmpty()) {
            throw Refused.because("INITIAL_NO_LETTERS");
        }
        return new Printing(
                meeting,
                revealCaretakers.names(families, purpose).entrySet().stream()
                        .sorted(
                                Map.Entry.<UUID, String>comparingByValue()
                                        .thenComparing(Map.Entry.comparingByKey()))
                        .toList());
    }

    /** Each letter is written while the next is drawn. */
    void write(Printing printing, OutputStream out) throws IOException {
        try (TaggedFile file = new TaggedFile(out, TITLE)) {
            for (Map.Entry<UUID, String> caretaker : printing.caretakers()) {
                try (LetterSheets sheets =
                        new LetterSheets(
                                file.font(),
                                InvitationLetter.of(
                                        printing.meeting(),
                                        caretaker.getKey(),
                                        caretaker.getValue()))) {
                    file.add(sheets.draw());
                }
            }
            file.finish();
        }
    }
}
