package id.pkh.disbursement;

import static java.util.Map.entry;

import id.pkh.disbursement.batch.domain.Batch;
import id.pkh.disbursement.cycle.domain.CycleOpening;
import id.pkh.disbursement.report.file.UnreadableReport;
import id.pkh.platform.web.RefusalStatuses;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** The refusals of this service, each with its HTTP status. */
@ApplicationScoped
class DisbursementRefusals implements RefusalStatuses {

    private static final int FORBIDDEN = 403;
    private static final int CONFLICT = 409;
    private static final int UNPROCESSABLE = 422;
    private static final int FAILED = 500;
    private static final int UNAVAILABLE = 503;

    @Override
    public Map<String, Integer> statuses() {
        return Map.ofEntries(
                entry("CYCLE_ALREADY_OPEN", CONFLICT),
                entry("CYCLE_OVERLAPS", CONFLICT),
                entry("CYCLE_NOT_CALCULATED", CONFLICT),
                entry("CYCLE_ALREADY_SEALED", CONFLICT),
                entry("CYCLE_PAYS_TWICE", CONFLICT),
                entry("CALCULATION_FAILED", FAILED),
                entry("CALCULATION_STOPPED", CONFLICT),
                entry(CycleOpening.CYCLE_CODE_INVALID, UNPROCESSABLE),
                entry(CycleOpening.CYCLE_RANGE_INVALID, UNPROCESSABLE),
                entry(CycleOpening.CYCLE_NOT_WHOLE_MONTHS, UNPROCESSABLE),
                entry(CycleOpening.CYCLE_TOO_LONG, UNPROCESSABLE),
                entry(CycleOpening.CHANNEL_UNKNOWN, UNPROCESSABLE),
                entry(CycleOpening.VERIFICATION_PERIOD_INVALID, UNPROCESSABLE),
                entry("STATUS_UNKNOWN", UNPROCESSABLE),
                entry("CYCLE_NOT_SEALED", CONFLICT),
                entry("CHANNEL_HAS_NO_FILE", UNPROCESSABLE),
                entry("AREAS_DO_NOT_COVER_PAYMENTS", FORBIDDEN),
                entry("FUNDING_ACCOUNT_MISSING", CONFLICT),
                entry("REGISTRY_UNAVAILABLE", UNAVAILABLE),
                entry("REGISTRY_REFUSES_CALLER", FORBIDDEN),
                entry(Batch.BATCH_NOT_PREPARED, CONFLICT),
                entry(Batch.BATCH_NOT_APPROVED, CONFLICT),
                entry(Batch.BATCH_ALREADY_SENT, CONFLICT),
                entry(Batch.BATCH_HASH_DIFFERS, CONFLICT),
                entry(Batch.BATCH_SAME_PERSON, CONFLICT),
                entry(Batch.BATCH_FILE_GIVEN_OUT, CONFLICT),
                entry("BATCH_CHANGED", CONFLICT),
                entry("REASON_REQUIRED", UNPROCESSABLE),
                entry("BATCH_DISPUTED", CONFLICT),
                entry(UnreadableReport.REPORT_UNSAFE, UNPROCESSABLE),
                entry(UnreadableReport.REPORT_KIND_UNKNOWN, UNPROCESSABLE),
                entry(UnreadableReport.REPORT_UNREADABLE, UNPROCESSABLE),
                entry(UnreadableReport.REPORT_CUT, UNPROCESSABLE),
                entry("REPORT_TOTALS_DIFFER", UNPROCESSABLE),
                entry("REPORT_BATCH_UNKNOWN", UNPROCESSABLE),
                entry("REPORT_OF_OTHER_BANK", UNPROCESSABLE),
                entry("REPORT_BATCH_NOT_SENT", CONFLICT),
                entry("BANK_CODE_UNKNOWN", UNPROCESSABLE),
                entry("OUTCOME_UNKNOWN", UNPROCESSABLE),
                entry("EXCEPTION_CLASS_UNKNOWN", UNPROCESSABLE),
                entry("EXCEPTION_RESOLVED", CONFLICT),
                entry("EXCEPTION_NOT_PROPOSED", CONFLICT),
                entry("EXCEPTION_SAME_PERSON", CONFLICT),
                entry("FINDING_INVALID", UNPROCESSABLE));
    }
}
