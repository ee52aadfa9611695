package id.pkh.verification.evidence;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.platform.files.FileReceipts;
import id.pkh.platform.files.FileResult;
import id.pkh.platform.files.FileRun;
import id.pkh.platform.files.ReceivedUpload;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.web.FreeTextRule;
import id.pkh.platform.web.ProgrammeMonths;
import id.pkh.platform.web.Refused;
import id.pkh.verification.evidence.form.Form;
import id.pkh.verification.evidence.form.FormKind;
import id.pkh.verification.evidence.form.FormReader;
import id.pkh.verification.quarter.ReassessQuarters;
import id.pkh.verification.retention.FactRetention;
import id.pkh.verification.sanction.SanctionHistories;
import id.pkh.verification.sanction.WithdrawalReason;
import id.pkh.verification.signal.ReassessmentRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Receives the form of a school or a health service for a quarter, in one transaction. The evidence
 * is added. If the quarter is already closed, the families concerned are assessed again.
 */
@ApplicationScoped
public class ReceiveForm {

    /**
     * @param correctionReason why another form of the same point and quarter is sent; null when it
     *     is no correction
     */
    public record Command(
            FormKind kind,
            ReceivedUpload upload,
            boolean isCorrection,
            String correctionReason,
            String sender,
            AreaScope areas) {}

    private final FileReceipts receipts;
    private final Forms forms;
    private final FormPeople people;
    private final SanctionHistories histories;
    private final ReassessQuarters reassess;
    private final FactRetention retention;
    private final ProgrammeMonths months;
    private final Clock clock;

    ReceiveForm(
            FileReceipts receipts,
            Forms forms,
            FormPeople people,
            SanctionHistories histories,
            ReassessQuarters reassess,
            FactRetention retention,
            ProgrammeMonths months,
            Clock clock) {
        this.receipts = receipts;
        this.forms = forms;
        this.people = people;
        this.histories = histories;
        this.reassess = reassess;
        this.retention = retention;
        this.months = months;
        this.clock = clock;
    }

    public FileResult handle(Command command) {
        return receipts.once(
                command.kind().fileKind(), command.upload(), run -> apply(command, run));
    }

    private FileResult apply(Command command, FileRun run) {
        Form form = FormReader.read(command.kind(), command.upload(), run::refuse);
        run.read(form.rowsRead());
        if (!months.cover(form.quarter().lastMonth())) {
            throw Refused.because("FORM_QUARTER_MISSING");
        }
        retention.require(form.quarter());
        forms.lock(form.kind(), form.pointCode(), form.quarter());
        Optional<Forms.CurrentForm> before =
                forms.current(form.kind(), form.pointCode(), form.quarter());
        before.ifPresent(current -> requireCorrection(command, form, current));
        List<Forms.Entry> entries = people.on(form, command.areas(), run);
        run.detail("service_point", form.pointCode());
        run.detail("quarter", form.quarter().text());
        if (entries.isEmpty()) {
            return run.result();
        }
        Forms.Received received =
                new Forms.Received(
                        UuidCreator.getTimeOrderedEpoch(),
                        form.kind(),
                        form.pointCode(),
                        form.quarter(),
                        before.map(current -> current.revision() + 1).orElse(1),
                        command.upload().sha256Hex(),
                        before.isPresent() ? command.correctionReason() : null,
                        command.sender(),
                        clock.instant());
        count(entries, before, run);
        run.detail("form_id", received.formId().toString());
        run.detail("revision", String.valueOf(received.revision()));
        Set<UUID> families =
                entries.stream().map(entry -> entry.person().kpmId()).collect(Collectors.toSet());
        before.ifPresent(current -> families.addAll(forms.familiesOn(current.formId())));
        keep(received, entries, families);
        return run.result();
    }

    private void requireCorrection(Command command, Form form, Forms.CurrentForm current) {
        if (!command.isCorrection()) {
            throw Refused.because("FORM_ALREADY_RECEIVED")
                    .with("service_point", form.pointCode())
                    .with("quarter", form.quarter().text());
        }
        if (command.correctionReason() == null || command.correctionReason().isBlank()) {
            throw Refused.because("CORRECTION_REASON_MISSING");
        }
        FreeTextRule.require("reason", command.correctionReason());
        if (forms.reachesBeyond(current.formId(), command.areas())) {
            throw Refused.because("FORM_REACHES_BEYOND_AREA")
                    .with("service_point", form.pointCode());
        }
    }

    private void count(List<Forms.Entry> entries, Optional<Forms.CurrentForm> before, FileRun run) {
        var stated = before.map(current -> forms.entries(current.formId())).orElse(Map.of());
        long unchanged =
                entries.stream()
                        .filter(
                                entry ->
                                        entry.months()
                                                .equals(stated.get(entry.person().memberId())))
                        .count();
        run.unchanged(unchanged);
        run.applied(entries.size() - unchanged);
        long otherSchool = entries.stream().filter(entry -> entry.note() != null).count();
        if (otherSchool > 0) {
            run.detail("rows_with_other_school", String.valueOf(otherSchool));
        }
    }

    /**
     * Locks the families first. So either a closing that is running sees the evidence, or this
     * transaction sees the closing.
     */
    private void keep(Forms.Received received, List<Forms.Entry> entries, Set<UUID> families) {
        Set<UUID> concerned = new HashSet<>(families);
        forms.add(received, entries);
        concerned.addAll(forms.familiesWaitingFor(received));
        histories.lock(concerned);
        reassess.dependingOn(
                ReassessmentRequest.at(concerned),
                received.quarter(),
                received.quarter(),
                WithdrawalReason.CORRECTED_FACT);
    }
}
