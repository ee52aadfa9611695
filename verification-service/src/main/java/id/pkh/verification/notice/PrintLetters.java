package id.pkh.verification.notice;

import id.pkh.platform.security.AreaScope;
import id.pkh.platform.web.BusinessDates;
import id.pkh.platform.web.Refused;
import id.pkh.platform.web.area.AreaNames;
import id.pkh.verification.VerificationConfig;
import id.pkh.verification.decision.Decision;
import id.pkh.verification.decision.Decisions;
import id.pkh.verification.notice.LetterPrinter.LetterFile;
import id.pkh.verification.notice.LetterSubjects.Selection;
import id.pkh.verification.notice.LetterSubjects.Subject;
import id.pkh.verification.sanction.IssuedStep;
import id.pkh.verification.sanction.SanctionHistories;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Prints the letters of a group or an area, one to a page, in the order of the groups and of the
 * names in them. Names come from the registry, before the first byte: a registry that does not
 * respond breaks off no file.
 */
@ApplicationScoped
public class PrintLetters {

    /** Letters whose facts are read together. */
    private static final int CHUNK = 200;

    private static final String PURPOSE = "letters to families about sanctions";

    /** What will be printed, in its order. */
    public record Printing(List<Subject> subjects, Map<UUID, String> caretakers) {}

    private final LetterSubjects subjects;
    private final CaretakerDirectory directory;
    private final LetterPrinter printer;
    private final WriteNotice writeNotice;
    private final SanctionHistories histories;
    private final Decisions decisions;
    private final ComposeLetter compose;
    private final int atMost;
    private final Clock clock;

    PrintLetters(
            LetterSubjects subjects,
            CaretakerDirectory directory,
            LetterPrinter printer,
            WriteNotice writeNotice,
            SanctionHistories histories,
            Decisions decisions,
            VerificationConfig config,
            AreaNames areas,
            Clock clock) {
        this.subjects = subjects;
        this.directory = directory;
        this.printer = printer;
        this.writeNotice = writeNotice;
        this.histories = histories;
        this.decisions = decisions;
        this.compose = new ComposeLetter(new NoticeTexts(), config.letters().institution(), areas);
        this.atMost = config.letters().atMost();
        this.clock = clock;
    }

    /** Chooses the letters of the caller's areas. */
    public Printing prepare(Selection selection, AreaScope areas, String bearerToken) {
        List<Subject> found = subjects.select(selection, areas, atMost + 1);
        if (found.isEmpty()) {
            throw Refused.because("NO_LETTERS");
        }
        if (found.size() > atMost) {
            throw Refused.because("TOO_MANY_LETTERS").with("max_letters", atMost);
        }
        return prepare(found, bearerToken);
    }

    /** One letter, which the caller has been allowed to see. */
    public Printing prepare(Subject subject, String bearerToken) {
        return prepare(List.of(subject), bearerToken);
    }

    private Printing prepare(List<Subject> found, String bearerToken) {
        Map<UUID, String> caretakers = caretakers(found, bearerToken);
        return new Printing(
                found.stream()
                        .sorted(
                                Comparator.comparing(
                                                Subject::groupCode,
                                                Comparator.nullsLast(Comparator.naturalOrder()))
                                        .thenComparing(
                                                subject ->
                                                        caretakers.getOrDefault(
                                                                subject.kpmId(), ""))
                                        .thenComparing(Subject::kpmId)
                                        .thenComparing(Subject::subjectId))
                        .toList(),
                caretakers);
    }

    private Map<UUID, String> caretakers(List<Subject> found, String bearerToken) {
        List<UUID> families = found.stream().map(Subject::kpmId).distinct().toList();
        Map<UUID, String> names = new HashMap<>();
        for (int from = 0; from < families.size(); from += CaretakerDirectory.MAX_FAMILIES) {
            int until = Math.min(families.size(), from + CaretakerDirectory.MAX_FAMILIES);
            Optional<Map<UUID, String>> some =
                    directory.namesOf(families.subList(from, until), bearerToken, PURPOSE);
            if (some.isEmpty()) {
                return Map.of();
            }
            names.putAll(some.get());
        }
        return names;
    }

    /** Writes a chunk at a time, each from facts of one moment. */
    public void write(Printing printing, OutputStream out) throws IOException {
        List<Subject> all = printing.subjects();
        try (LetterFile file = printer.begin(out)) {
            for (int from = 0; from < all.size(); from += CHUNK) {
                List<Subject> some = all.subList(from, Math.min(all.size(), from + CHUNK));
                Map<UUID, FamilyNotice> notices =
                        QuarkusTransaction.requiringNew().call(() -> notices(some));
                for (Subject subject : some) {
                    file.add(
                            compose.letter(
                                    subject,
                                    notices.get(subject.subjectId()),
                                    printing.caretakers().get(subject.kpmId()),
                                    BusinessDates.today(clock)));
                }
            }
            file.finish();
        }
    }

    private Map<UUID, FamilyNotice> notices(List<Subject> some) {
        List<Decision> about =
                decisions.find(
                        some.stream().filter(Subject::isDecision).map(Subject::subjectId).toList());
        List<IssuedStep> steps =
                histories.find(
                        some.stream()
                                .filter(subject -> !subject.isDecision())
                                .map(Subject::subjectId)
                                .toList());
        Map<UUID, FamilyNotice> notices = new HashMap<>(writeNotice.ofSteps(steps));
        notices.putAll(writeNotice.ofDecisions(about));
        return notices;
    }
}
