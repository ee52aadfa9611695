package id.pkh.disbursement.batch.rest;

import id.pkh.disbursement.batch.Batches;
import id.pkh.disbursement.batch.PreparationRuns.Run;
import id.pkh.disbursement.batch.PreparationRuns.RunStatus;
import id.pkh.disbursement.batch.PrepareBatches;
import id.pkh.disbursement.batch.PrepareBatches.Officer;
import id.pkh.disbursement.batch.ShowPreparation;
import id.pkh.disbursement.batch.rest.BatchRequests.PreparationRequest;
import id.pkh.disbursement.cycle.Cycles;
import id.pkh.disbursement.exceptions.BankExceptions;
import id.pkh.platform.security.Caller;
import id.pkh.platform.security.RoleSets;
import id.pkh.platform.security.Roles;
import id.pkh.platform.web.ContinuedWork;
import id.pkh.platform.web.Cursor;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import id.pkh.platform.web.Refused;
import id.pkh.platform.web.Refuses;
import id.pkh.platform.web.Succeeds;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/cycles/{code}/payment-batches")
@Tag(name = "Banks")
public class PreparationResource {

    @Inject PrepareBatches prepareBatches;
    @Inject ShowPreparation showPreparation;
    @Inject Batches batches;
    @Inject Cycles cycles;
    @Inject BankExceptions exceptions;
    @Inject Caller caller;

    @POST
    @RolesAllowed(Roles.MINISTRY_OFFICER)
    @Refuses({
        "AREAS_DO_NOT_COVER_PAYMENTS",
        "CYCLE_NOT_SEALED",
        "FUNDING_ACCOUNT_MISSING",
        "REGISTRY_REFUSES_CALLER",
        "REGISTRY_UNAVAILABLE"
    })
    @Operation(
            operationId = "preparePaymentBatches",
            summary = "Prepare the files or pay-out lists of a sealed cycle, one or more per bank",
            description =
                    "Takes the payable payments that have no open attempt. A repeated request"
                            + " finds no more payments, or continues an interrupted preparation where "
                            + "it stopped. Names and accounts are fetched from the registry in the "
                            + "caller's name. Responds with 200 when it ends within some seconds; "
                            + "otherwise with 202, and the preparation continues.")
    @Succeeds(status = 200, meaning = "Prepared")
    @Succeeds(status = 202, meaning = "The preparation continues")
    public RestResponse<PreparationView> prepare(
            @PathParam("code") String code,
            @RequestBody(required = false) PreparationRequest request) {
        boolean includeFailed = request != null && Boolean.TRUE.equals(request.includeFailed());
        Run run =
                prepareBatches.handle(
                        code,
                        includeFailed,
                        new Officer(caller.subject(), caller.areas(), caller.bearerToken()));
        return ContinuedWork.answer(
                run.status() == RunStatus.DONE ? 200 : 202,
                view(run),
                "/api/v1/cycles/" + code + "/payment-batches/preparation");
    }

    @GET
    @Path("/preparation")
    @RolesAllowed(RoleSets.MONEY_READERS)
    @Refuses({"AREAS_DO_NOT_COVER_PAYMENTS"})
    @Operation(
            operationId = "getPreparation",
            summary = "The latest preparation of a cycle, its progress and its batches")
    public PreparationView latest(@PathParam("code") String code) {
        return view(showPreparation.latest(code, caller.areas()));
    }

    private PreparationView view(Run run) {
        return PreparationView.of(
                run,
                exceptions.leftOut(run.cycleId()),
                batches.ofCycle(run.cycleId(), "", 0, PageParams.MAX_LIMIT_ITEMS));
    }

    @GET
    @RolesAllowed(RoleSets.MONEY_READERS)
    @Refuses({"AREAS_DO_NOT_COVER_PAYMENTS"})
    @Operation(
            operationId = "listPaymentBatchesOfCycle",
            summary = "Batches of a cycle, by bank and file")
    public Page<BatchView> list(@PathParam("code") String code, @BeanParam PageParams page) {
        UUID cycleId =
                cycles.byCode(code).orElseThrow(() -> Refused.because("NOT_FOUND")).cycleId();
        if (!caller.areas().isEverywhere()) {
            throw Refused.because("AREAS_DO_NOT_COVER_PAYMENTS");
        }
        Optional<Cursor> after = page.cursor();
        return Page.of(
                batches.ofCycle(
                        cycleId,
                        after.map(cursor -> cursor.text(0)).orElse(""),
                        after.map(cursor -> (int) cursor.number(1)).orElse(0),
                        page.limit() + 1),
                page.limit(),
                batch -> new Object[] {batch.bank(), batch.fileNo()},
                BatchView::of);
    }
}
