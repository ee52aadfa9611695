package id.pkh.verification.evidence;

import id.pkh.platform.files.FileReceipts;
import id.pkh.platform.files.FileResult;
import id.pkh.platform.files.FileRun;
import id.pkh.platform.files.ReceivedUpload;
import id.pkh.platform.files.RowRefusal;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.web.ProgrammeMonths;
import id.pkh.platform.web.Refused;
import id.pkh.verification.evidence.form.Form;
import id.pkh.verification.evidence.form.FormKind;
import id.pkh.verification.evidence.form.FormReader;
import id.pkh.verification.evidence.form.FormRefusals;
import id.pkh.verification.retention.FactRetention;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Receives the form of a school or a health service for a quarter, in one transaction. Its lines
 * are added to those of other senders. A later form of the same sender replaces the lines that can
 * be read on it and leaves the others. If the quarter is already closed, the families concerned are
 * assessed again.
 */
@ApplicationScoped
public class ReceiveForm {

    /**
     * @param isCorrection whether the form may replace lines that the sender sent before
     * @param correctionReason why; null when it is no correction
     */
    public record Command(
            FormKind kind,
            ReceivedUpload upload,
            boolean isCorrection,
            String correctionReason,
            String sender,
            AreaScope areas) {

        AddForm.Sending sending() {
            return new AddForm.Sending(
                    upload.sha256Hex(), isCorrection, correctionReason, sender, areas);
        }
    }

    private final FileReceipts receipts;
    private final Forms forms;
    private final AddForm addForm;
    private final FactRetention retention;
    private final ProgrammeMonths months;

    ReceiveForm(
            FileReceipts receipts,
            Forms forms,
            AddForm addForm,
            FactRetention retention,
            ProgrammeMonths months) {
        this.receipts = receipts;
        this.forms = forms;
        this.addForm = addForm;
        this.retention = retention;
        this.months = months;
    }

    @Transactional
    public FileResult handle(Command command) {
        List<Consumer<FileRun>> refusals = new ArrayList<>();
        Form form =
                FormReader.read(
                        command.kind(),
                        command.upload(),
                        command.isCorrection(),
                        new Remembered(refusals));
        if (!months.cover(form.quarter().lastMonth())) {
            throw Refused.because("FORM_QUARTER_MISSING");
        }
        forms.lock(form.kind(), form.pointCode(), form.quarter());
        return receipts.once(
                fileKind(command, form),
                command.upload(),
                run -> {
                    run.read(form.rowsRead());
                    refusals.forEach(refusal -> refusal.accept(run));
                    retention.require(form.quarter());
                    return addForm.handle(command.sending(), form, run);
                });
    }

    /** What cannot be read is refused when it is known that the file was not received before. */
    private record Remembered(List<Consumer<FileRun>> refusals) implements FormRefusals {

        @Override
        public void row(RowRefusal refusal) {
            refusals.add(run -> run.refuse(refusal));
        }

        @Override
        public void month(RowRefusal refusal) {
            refusals.add(run -> run.refusePart(refusal));
        }
    }

    /**
     * A correction counts as a repeat only while no later form of its sender was added: the same
     * bytes after another correction are a new correction.
     */
    private String fileKind(Command command, Form form) {
        String kind = command.kind().fileKind();
        if (!command.isCorrection()) {
            return kind;
        }
        int standing =
                forms.latestRevisionOf(
                        command.sender(), form.kind(), form.pointCode(), form.quarter());
        return standing == 0 ? kind : kind + "-correction-" + standing;
    }
}
