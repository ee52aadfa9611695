package id.pkh.verification.evidence;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.platform.files.FileResult;
import id.pkh.platform.files.FileRun;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.web.FreeTextRule;
import id.pkh.platform.web.Refused;
import id.pkh.verification.compliance.domain.EvidenceLine;
import id.pkh.verification.compliance.domain.SchoolMonth;
import id.pkh.verification.evidence.domain.SenderLines;
import id.pkh.verification.evidence.form.Form;
import id.pkh.verification.evidence.form.FormKind;
import id.pkh.verification.quarter.ReassessQuarters;
import id.pkh.verification.sanction.SanctionHistories;
import id.pkh.verification.sanction.WithdrawalReason;
import id.pkh.verification.signal.ReassessmentRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/** Adds a form that was read to the evidence, and has the families concerned assessed again. */
@ApplicationScoped
class AddForm {

    private static final int SHOWN_LINES = 100;

    /** The facts of so many families are in memory at the same time. */
    private static final int FAMILIES_AT_ONCE = 1_000;

    /**
     * Who sends a form, and how.
     *
     * @param sha256 of what was sent
     * @param isCorrection whether it may replace lines that the sender sent before
     * @param correctionReason why; null when it is no correction
     */
    record Sending(
            String sha256,
            boolean isCorrection,
            String correctionReason,
            String sender,
            AreaScope areas) {}

    private final Forms forms;
    private final FormPeople people;
    private final PupilRows pupilRows;
    private final AnnounceHealthForm announce;
    private final FindContradictions contradictions;
    private final SanctionHistories histories;
    private final ReassessQuarters reassess;
    private final Clock clock;

    AddForm(
            Forms forms,
            FormPeople people,
            PupilRows pupilRows,
            AnnounceHealthForm announce,
            FindContradictions contradictions,
            SanctionHistories histories,
            ReassessQuarters reassess,
            Clock clock) {
        this.forms = forms;
        this.people = people;
        this.pupilRows = pupilRows;
        this.announce = announce;
        this.contradictions = contradictions;
        this.histories = histories;
        this.reassess = reassess;
        this.clock = clock;
    }

    /** The service point and quarter of the form are locked. */
    FileResult handle(Sending sending, Form form, FileRun run) {
        int earlier =
                forms.latestRevisionOf(
                        sending.sender(), form.kind(), form.pointCode(), form.quarter());
        if (sending.isCorrection() && earlier > 0) {
            requireReason(sending.correctionReason());
        }
        if (form.kind() == FormKind.SCHOOL) {
            pupilRows.lock(form.pointCode());
        }
        FormPeople.Found found = people.on(form, sending.areas(), run);
        run.detail("service_point", form.pointCode());
        run.detail("quarter", form.quarter().text());
        if (found.entries().isEmpty()) {
            keepWaiting(sending, form, found, run);
            return run.result();
        }
        SenderLines standing = standing(sending, form, found.entries());
        if (!sending.isCorrection() && standing.changesOwn(statements(found.entries()))) {
            throw Refused.because("FORM_ALREADY_RECEIVED")
                    .with("service_point", form.pointCode())
                    .with("quarter", form.quarter().text());
        }
        count(found, standing, run);
        if (form.isByMember() && standing.restates(statements(found.entries()))) {
            return run.result();
        }
        Forms.Received received = received(sending, form);
        run.detail("form_id", received.formId().toString());
        run.detail("revision", String.valueOf(received.revision()));
        keepWaiting(sending, form, found, run);
        keep(received, found);
        pupilRows.count(found.matches(), received.formId());
        return run.result();
    }

    /** Nothing of these rows counts, and what stands about the pupils stays. */
    private void keepWaiting(Sending sending, Form form, FormPeople.Found found, FileRun run) {
        if (found.waiting().isEmpty()) {
            return;
        }
        run.bindToAreas();
        run.detail("rows_to_settle", String.valueOf(found.waiting().size()));
        pupilRows.add(
                found.waiting().stream().map(waiting -> waiting(sending, form, waiting)).toList());
    }

    private PupilRows.Waiting waiting(Sending sending, Form form, FormPeople.Waiting waiting) {
        SortedMap<YearMonth, SchoolMonth> days = new TreeMap<>();
        waiting.row().entries().forEach((month, entry) -> days.put(month, (SchoolMonth) entry));
        return new PupilRows.Waiting(
                UuidCreator.getTimeOrderedEpoch(),
                form.pointCode(),
                form.quarter(),
                waiting.row().line(),
                sending.sha256(),
                sending.sender(),
                clock.instant(),
                waiting.keys(),
                waiting.reason(),
                days,
                waiting.sides(),
                null);
    }

    private static void requireReason(String reason) {
        if (reason == null || reason.isBlank()) {
            throw Refused.because("CORRECTION_REASON_MISSING");
        }
        FreeTextRule.require("reason", reason);
    }

    private SenderLines standing(Sending sending, Form form, List<Forms.Entry> entries) {
        List<EvidenceLine> lines =
                forms.lines(
                        form.kind(),
                        form.pointCode(),
                        form.quarter(),
                        entries.stream().map(entry -> entry.person().memberId()).toList());
        return SenderLines.of(sending.sender(), lines);
    }

    private static List<SenderLines.Statement> statements(List<Forms.Entry> entries) {
        return entries.stream().map(AddForm::statement).toList();
    }

    private static SenderLines.Statement statement(Forms.Entry entry) {
        return new SenderLines.Statement(
                entry.person().memberId(), entry.months(), entry.removed());
    }

    private static void count(FormPeople.Found found, SenderLines standing, FileRun run) {
        long unchanged =
                found.entries().stream()
                        .filter(entry -> standing.repeats(statement(entry)))
                        .count();
        run.unchanged(unchanged);
        run.applied(found.entries().size() - unchanged);
        long otherSchool = found.entries().stream().filter(entry -> entry.note() != null).count();
        if (otherSchool > 0) {
            run.detail("rows_with_other_school", String.valueOf(otherSchool));
        }
        Set<Integer> elsewhere =
                found.elsewhere().stream()
                        .map(FormPeople.Elsewhere::line)
                        .collect(Collectors.toCollection(TreeSet::new));
        if (!elsewhere.isEmpty()) {
            run.bindToAreas();
            run.detail("rows_of_other_areas", String.valueOf(elsewhere.size()));
            run.detail(
                    "lines_of_other_areas",
                    elsewhere.stream()
                            .limit(SHOWN_LINES)
                            .map(String::valueOf)
                            .collect(Collectors.joining(", ")));
        }
    }

    private Forms.Received received(Sending sending, Form form) {
        int latest = forms.latestRevision(form.kind(), form.pointCode(), form.quarter());
        boolean hasReason =
                sending.isCorrection()
                        && latest > 0
                        && sending.correctionReason() != null
                        && !sending.correctionReason().isBlank();
        return new Forms.Received(
                UuidCreator.getTimeOrderedEpoch(),
                form.kind(),
                form.pointCode(),
                form.quarter(),
                latest + 1,
                sending.sha256(),
                hasReason ? sending.correctionReason() : null,
                sending.sender(),
                clock.instant(),
                sending.areas());
    }

    /**
     * Locks the families before it looks for contradictions and assesses. So either a closing that
     * is running sees the evidence, or this transaction sees the closing; and of two forms about
     * one person the later one sees the lines of both.
     */
    void keep(Forms.Received received, FormPeople.Found found) {
        List<Forms.Person> elsewhere =
                found.elsewhere().stream().map(FormPeople.Elsewhere::person).toList();
        Set<UUID> concerned = new HashSet<>();
        found.entries().forEach(entry -> concerned.add(entry.person().kpmId()));
        elsewhere.forEach(person -> concerned.add(person.kpmId()));
        if (forms.add(received, found.entries(), elsewhere)) {
            concerned.addAll(forms.familiesWaitingFor(received));
        }
        announce.handle(received);
        histories.lock(concerned);
        contradictions.handle(
                received.kind().evidence(),
                received.quarter(),
                found.entries().stream()
                        .collect(
                                Collectors.toMap(
                                        entry -> entry.person().memberId(),
                                        entry -> entry.person().kpmId(),
                                        (one, other) -> one)));
        List<UUID> families = concerned.stream().sorted().toList();
        for (int from = 0; from < families.size(); from += FAMILIES_AT_ONCE) {
            int until = Math.min(families.size(), from + FAMILIES_AT_ONCE);
            reassess.dependingOn(
                    ReassessmentRequest.at(families.subList(from, until)),
                    received.quarter(),
                    received.quarter(),
                    WithdrawalReason.CORRECTED_FACT);
        }
    }
}
