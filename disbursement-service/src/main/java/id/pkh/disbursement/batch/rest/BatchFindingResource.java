package id.pkh.disbursement.batch.rest;

import id.pkh.disbursement.batch.Batches;
import id.pkh.disbursement.batch.LockedBatch;
import id.pkh.disbursement.batch.domain.Batch;
import id.pkh.disbursement.finding.BatchFindings;
import id.pkh.disbursement.finding.BatchFindings.Place;
import id.pkh.disbursement.finding.domain.BatchFindingKind;
import id.pkh.platform.security.Caller;
import id.pkh.platform.security.RoleSets;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import id.pkh.platform.web.Refused;
import id.pkh.platform.web.Refuses;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/payment-batches/{batchId}/findings")
@Tag(name = "Banks")
@RolesAllowed(RoleSets.MONEY_READERS)
public class BatchFindingResource {

    private final Batches batches;
    private final LockedBatch lockedBatch;
    private final BatchFindings findings;
    private final Caller caller;

    BatchFindingResource(
            Batches batches, LockedBatch lockedBatch, BatchFindings findings, Caller caller) {
        this.batches = batches;
        this.lockedBatch = lockedBatch;
        this.findings = findings;
        this.caller = caller;
    }

    @GET
    @Refuses({"AREAS_DO_NOT_COVER_PAYMENTS", "FINDING_KIND_UNKNOWN"})
    @Operation(
            operationId = "listBatchFindings",
            summary = "What looks wrong about payments of a batch, by line",
            description =
                    "Before the approval: as it is now; afterwards: what the approver has"
                            + " acknowledged. A finding has no effect on a payment.")
    public Page<BatchFindingView> list(
            @PathParam("batchId") UUID batchId,
            @QueryParam("kind")
                    @Parameter(schema = @Schema(implementation = BatchFindingKind.class))
                    String kind,
            @BeanParam PageParams page) {
        requireVisible(batchId);
        if (kind != null
                && Arrays.stream(BatchFindingKind.values())
                        .noneMatch(known -> known.name().equals(kind))) {
            throw Refused.because("FINDING_KIND_UNKNOWN");
        }
        return Page.of(
                findings.after(
                        batchId,
                        kind,
                        page.cursor()
                                .map(cursor -> new Place((int) cursor.number(0), cursor.text(1)))
                                .orElse(Place.FIRST),
                        page.limit() + 1),
                page.limit(),
                finding -> new Object[] {finding.lineNo(), finding.kind()},
                BatchFindingView::of);
    }

    @GET
    @Path("/summary")
    @Refuses({"AREAS_DO_NOT_COVER_PAYMENTS"})
    @Operation(
            operationId = "getBatchFindings",
            summary = "The number, the sum and the hash of the findings of a batch",
            description = "An approval of a batch with findings gives their number and hash.")
    public BatchFindingsView summary(@PathParam("batchId") UUID batchId) {
        requireVisible(batchId);
        return BatchFindingsView.of(findings.summary(batchId));
    }

    private void requireVisible(UUID batchId) {
        Batch batch = batches.byId(batchId).orElseThrow(() -> Refused.because("NOT_FOUND"));
        lockedBatch.requireWithin(batch, caller.areas());
    }
}
