package id.pkh.disbursement.batch.rest;

import id.pkh.disbursement.batch.Batches;
import id.pkh.disbursement.batch.LockedBatch;
import id.pkh.disbursement.batch.domain.Batch;
import id.pkh.disbursement.batch.file.BatchFile;
import id.pkh.platform.files.CsvExport;
import id.pkh.platform.security.Caller;
import id.pkh.platform.security.RoleSets;
import id.pkh.platform.security.Roles;
import id.pkh.platform.web.Refused;
import id.pkh.platform.web.Refuses;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/payment-batches/{batchId}")
@Tag(name = "Banks")
public class BatchFileResource {

    @Inject Batches batches;
    @Inject LockedBatch lockedBatch;
    @Inject BatchFile batchFile;
    @Inject Caller caller;

    @GET
    @Path("/pain.001")
    @Produces(MediaType.APPLICATION_XML)
    @RolesAllowed({RoleSets.MINISTRY, Roles.BANK})
    @Refuses({
        "AREAS_DO_NOT_COVER_PAYMENTS",
        "BATCH_CHANGED",
        "BATCH_DISPUTED",
        "BATCH_NOT_APPROVED",
        "BATCH_OF_OTHER_DELIVERY"
    })
    @Operation(
            operationId = "getPaymentBatchFile",
            summary = "The file of an approved batch, pain.001.001.09",
            description =
                    "The file has the same bytes each time it is fetched; each fetch is "
                            + "recorded in the read log. After the first fetch the batch cannot be "
                            + "rejected, because the file may be at the bank. A bank can fetch only the"
                            + " files of the bank in its token.")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_XML,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response file(@PathParam("batchId") UUID batchId) {
        Batch given = opened(batchId, false);
        StreamingOutput stream = out -> batchFile.write(given, out);
        return answer(stream, MediaType.APPLICATION_XML, given.messageId() + ".xml");
    }

    @GET
    @Path("/pay-out-list")
    @Produces(CsvExport.TYPE)
    @RolesAllowed({RoleSets.MINISTRY, Roles.BANK})
    @Refuses({
        "AREAS_DO_NOT_COVER_PAYMENTS",
        "BATCH_CHANGED",
        "BATCH_DISPUTED",
        "BATCH_NOT_APPROVED",
        "BATCH_OF_OTHER_DELIVERY"
    })
    @Operation(
            operationId = "getPayOutList",
            summary = "The pay-out list of an approved batch of the post office, as CSV",
            description =
                    "By village: reference, village, name and amount, and the approved totals at"
                            + " the end; no accounts. It is fetched under the same rules as a"
                            + " pain.001. The post office answers with a table that its profile"
                            + " reads.")
    @APIResponse(
            responseCode = "200",
            description = "The list",
            content =
                    @Content(
                            mediaType = CsvExport.TYPE,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response list(@PathParam("batchId") UUID batchId) {
        Batch given = opened(batchId, true);
        StreamingOutput stream = out -> batchFile.writeList(given, out);
        return answer(stream, CsvExport.TYPE + ";charset=UTF-8", given.messageId() + ".csv");
    }

    private Batch opened(UUID batchId, boolean asList) {
        Batch batch = batches.byId(batchId).orElseThrow(() -> Refused.because("NOT_FOUND"));
        requireMayRead(batch);
        batchFile.open(batchId, asList);
        return batches.byId(batchId).orElseThrow();
    }

    private static Response answer(StreamingOutput stream, String type, String filename) {
        return Response.ok(stream, type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + filename + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private void requireMayRead(Batch batch) {
        boolean ministry =
                caller.hasRole(Roles.MINISTRY_OFFICER) || caller.hasRole(Roles.MINISTRY_APPROVER);
        if (ministry) {
            lockedBatch.requireWithin(batch, caller.areas());
        } else if (!caller.bank().equals(Optional.of(batch.bank()))) {
            throw Refused.because("NOT_FOUND");
        }
    }
}
