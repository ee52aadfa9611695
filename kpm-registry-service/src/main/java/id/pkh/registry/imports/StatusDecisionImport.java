package id.pkh.registry.imports;

import id.pkh.platform.files.ColumnSpec;
import id.pkh.registry.enrolment.DecideStatuses;
import id.pkh.registry.family.domain.Family;
import id.pkh.registry.family.domain.KpmStatus;
import id.pkh.registry.initial.InitialSteps.Step;
import id.pkh.registry.intake.FieldReader;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.regex.Pattern;

/** Decisions of the ministry on families on their way into the programme. */
@Singleton
class StatusDecisionImport extends StepImport<StatusDecisionImport.Draft> {

    private static final String STATUS = "status";
    private static final String ON = "berlaku_mulai";
    private static final String REASON = "kode_alasan";

    private static final ColumnSpec[] COLUMNS = {
        ColumnSpec.required(NamedFamilies.COLUMN, "no_kk", "kpm_id"),
        ColumnSpec.required(STATUS),
        ColumnSpec.required(ON),
        ColumnSpec.required(REASON)
    };

    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{1,59}");

    private final DecideStatuses decideStatuses;

    StatusDecisionImport(NamedFamilies families, DecideStatuses decideStatuses) {
        super(families);
        this.decideStatuses = decideStatuses;
    }

    /** One row. */
    record Draft(NamedFamilies.Name family, KpmStatus status, LocalDate on, String reason)
            implements Named {}

    @Override
    public String kind() {
        return "status-decisions";
    }

    @Override
    public ListSenders senders() {
        return ListSenders.MINISTRY;
    }

    @Override
    public ColumnSpec[] columns() {
        return COLUMNS;
    }

    @Override
    public Draft read(NamedRow row, FieldReader reader) {
        String reason = row.of(REASON);
        if (!CODE.matcher(reason).matches()) {
            reader.refuse(REASON, reason, "REASON_INVALID", "a code such as VALIDATED_AT_MEETING");
        }
        return new Draft(
                NamedFamilies.read(row, reader),
                reader.status(STATUS, row.of(STATUS)),
                reader.date(ON, row.of(ON)),
                reason);
    }

    @Override
    Step decide(Draft draft, Family family) {
        if (family.status() == draft.status()) {
            return Step.UNCHANGED;
        }
        return decideStatuses
                .handle(family, draft.status(), draft.on(), draft.reason())
                .map(Step::refused)
                .orElse(Step.CHANGED);
    }

    @Override
    String columnOf(String code) {
        return code.equals("KPM_CLOSED") ? NamedFamilies.COLUMN : STATUS;
    }

    @Override
    String expected(String code, Draft draft, Family family) {
        return "";
    }
}
