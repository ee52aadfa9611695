package id.pkh.verification.evidence;

import id.pkh.platform.files.FileResult;
import id.pkh.platform.files.FileRun;
import id.pkh.platform.files.ReceivedUpload;
import id.pkh.platform.files.RowRefusal;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.web.ProgrammeMonths;
import id.pkh.platform.web.Refused;
import id.pkh.verification.evidence.form.Form;
import id.pkh.verification.evidence.form.FormKind;
import id.pkh.verification.evidence.form.FormRefusals;
import id.pkh.verification.evidence.form.MemberLines;
import id.pkh.verification.retention.FactRetention;
import id.pkh.verification.signal.domain.VerificationPeriod;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Takes lines that name people by the programme's own ids, as a form is taken: the same cells, the
 * same senders, the same contradictions, the same assessment. There is no file, so there is no
 * receipt; lines that a sender has stated before add nothing.
 */
@ApplicationScoped
public class EnterLines {

    /**
     * @param lines with numbers by which the sender finds them again
     * @param isCorrection whether the lines may replace what the sender sent before
     * @param correctionReason why; null when it is no correction
     * @param among the people about whom the sender may state something; null for everybody in the
     *     areas
     */
    public record Command(
            FormKind kind,
            String pointCode,
            VerificationPeriod quarter,
            List<MemberLines.Line> lines,
            boolean isCorrection,
            String correctionReason,
            String sender,
            AreaScope areas,
            Set<UUID> among) {

        private boolean isAbout(MemberLines.Line line) {
            return among == null || among.contains(line.memberId());
        }

        private AddForm.Sending sending() {
            return new AddForm.Sending(hash(), isCorrection, correctionReason, sender, areas);
        }

        private String hash() {
            try {
                return HexFormat.of()
                        .formatHex(
                                MessageDigest.getInstance("SHA-256")
                                        .digest(lines.toString().getBytes(StandardCharsets.UTF_8)));
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    private final Forms forms;
    private final AddForm addForm;
    private final FactRetention retention;
    private final ProgrammeMonths months;

    EnterLines(Forms forms, AddForm addForm, FactRetention retention, ProgrammeMonths months) {
        this.forms = forms;
        this.addForm = addForm;
        this.retention = retention;
        this.months = months;
    }

    @Transactional
    public FileResult handle(Command command) {
        if (!months.cover(command.quarter().lastMonth())) {
            throw Refused.because("FORM_QUARTER_MISSING");
        }
        retention.require(command.quarter());
        AddForm.Sending sending = command.sending();
        FileRun run =
                FileRun.detached(
                        command.kind().fileKind(),
                        new ReceivedUpload(null, sending.sha256(), 0, null));
        Form form =
                MemberLines.read(
                        command.kind(),
                        command.pointCode(),
                        command.quarter(),
                        command.lines().stream().filter(command::isAbout).toList(),
                        command.isCorrection(),
                        new InRun(run));
        run.read(command.lines().size());
        command.lines().stream()
                .filter(line -> !command.isAbout(line))
                .forEach(
                        line ->
                                run.refuse(
                                        RowRefusal.withoutValue(
                                                line.line(),
                                                "member_id",
                                                FormPeople.MEMBER_UNKNOWN,
                                                "")));
        forms.lock(form.kind(), form.pointCode(), form.quarter());
        return addForm.handle(sending, form, run);
    }

    private record InRun(FileRun run) implements FormRefusals {

        @Override
        public void row(RowRefusal refusal) {
            run.refuse(refusal);
        }

        @Override
        public void month(RowRefusal refusal) {
            run.refusePart(refusal);
        }
    }
}
