package id.pkh.disbursement.report.rest;

import id.pkh.disbursement.report.Reports.Decision;
import id.pkh.disbursement.report.Reports.Report;
import id.pkh.disbursement.report.Reports.ReportStatus;
import id.pkh.disbursement.report.domain.ReportKind;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "BankReport", description = "A bank's report, and the outcomes of its lines.")
record ReportView(
        UUID reportId,
        String bank,
        @Schema(
                        implementation = ReportKind.class,
                        description =
                                "PAIN_002: the status of the payments of one file; CAMT_054: what "
                                        + "the bank has credited and returned, of any file;"
                                        + " CAMT_053, MT_940: a statement of the funding account;"
                                        + " BANK_LIST: a table that was read with the bank's profile")
                String kind,
        @Schema(nullable = true, description = "Only of a PAIN_002") UUID batchId,
        @Schema(description = "The bank's own id of the report") String messageId,
        String filename,
        String sha256,
        @Schema(
                        implementation = ReportStatus.class,
                        description =
                                "AWAITING_CONFIRMATION: another person of the ministry has to "
                                        + "confirm it; STAGED: being applied; APPLIED; "
                                        + "WITHHELD: its totals do not match; PARTIAL: cut off; "
                                        + "REJECTED by a person")
                String status,
        int lines,
        @Schema(
                        description =
                                "Lines by outcome: MATCHED, AMOUNT_DIFFERS, DUPLICATE, "
                                        + "UNKNOWN_REFERENCE, CONTRADICTS,"
                                        + " STATUS_UNKNOWN, NOT_OURS, WITHHELD")
                Map<String, Long> outcomes,
        @Schema(
                        description =
                                "Whether the same bytes were received before, so that nothing"
                                        + " changed")
                boolean repeated,
        @Schema(
                        enumeration = {"BANK", "INBOX", "MINISTRY", "UNRECORDED"},
                        description =
                                "BANK: uploaded by the bank; INBOX: from the bank's folder; "
                                        + "MINISTRY: uploaded on the bank's behalf; UNRECORDED: "
                                        + "received before this was recorded")
                String channel,
        String receivedBy,
        Instant receivedAt,
        @Schema(nullable = true, description = "The second person, or the bank itself")
                DecisionView confirmation,
        @Schema(nullable = true) DecisionView rejection,
        @Schema(nullable = true) String rejectionReason,
        @Schema(nullable = true, description = "The key of the bank with which it is signed")
                UUID signedWith,
        @Schema(
                        description =
                                "Whether it lists no payment, and credits or refuses all of the"
                                        + " file; without a signature that needs two persons")
                boolean movesAll,
        @Schema(nullable = true, description = "The first of the two persons that it needs")
                DecisionView firstConfirmation,
        @Schema(
                        nullable = true,
                        description =
                                "The earlier report with the same number and other bytes, which"
                                        + " this one corrects; such a report needs two persons")
                UUID corrects,
        @Schema(nullable = true, description = "The later report that corrects this one")
                UUID correctedBy) {

    /** Of one that was just received or decided about, which nothing corrects yet. */
    static ReportView of(Report report, boolean repeated) {
        return of(report, repeated, null);
    }

    static ReportView of(Report report, boolean repeated, UUID correctedBy) {
        Map<String, Long> named = new TreeMap<>();
        report.outcomes().forEach((outcome, lines) -> named.put(outcome.name(), lines));
        return new ReportView(
                report.reportId(),
                report.bank(),
                report.kind().name(),
                report.batchId(),
                report.messageId(),
                report.filename(),
                report.sha256(),
                report.status().name(),
                report.lines(),
                named,
                repeated,
                report.channel().name(),
                report.receivedBy(),
                report.receivedAt(),
                DecisionView.of(report.confirmation()),
                DecisionView.of(report.rejection()),
                report.rejectionReason(),
                report.signedWith(),
                report.movesAll(),
                DecisionView.of(report.firstConfirmation()),
                report.corrects(),
                correctedBy);
    }

    @Schema(name = "ReportDecision", description = "The person who decided, and the time.")
    record DecisionView(String by, Instant at) {
        static DecisionView of(Decision decision) {
            return decision == null ? null : new DecisionView(decision.by(), decision.at());
        }
    }
}
