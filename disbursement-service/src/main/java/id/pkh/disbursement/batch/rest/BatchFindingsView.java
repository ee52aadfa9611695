package id.pkh.disbursement.batch.rest;

import id.pkh.disbursement.finding.BatchFindings.Summary;
import id.pkh.disbursement.finding.domain.BatchFindingKind;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "BatchFindings", description = "All findings of a batch.")
record BatchFindingsView(
        long findings,
        @Schema(description = "Payments with a finding") long payments,
        @Schema(description = "Their sum") long amountIdr,
        @Schema(description = "Hash of all findings, which an approval gives")
                String findingsSha256,
        List<FindingsOfKindView> kinds) {

    @Schema(name = "BatchFindingsOfKind", description = "The findings of one kind.")
    record FindingsOfKindView(
            @Schema(implementation = BatchFindingKind.class) String kind,
            long findings,
            long amountIdr) {}

    static BatchFindingsView of(Summary summary) {
        return new BatchFindingsView(
                summary.findings(),
                summary.payments(),
                summary.amountIdr(),
                summary.sha256(),
                summary.kinds().stream()
                        .map(
                                one ->
                                        new FindingsOfKindView(
                                                one.kind(), one.findings(), one.amountIdr()))
                        .toList());
    }
}
