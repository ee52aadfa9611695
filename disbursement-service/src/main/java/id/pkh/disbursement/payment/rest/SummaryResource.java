package id.pkh.disbursement.payment.rest;

import id.pkh.disbursement.cycle.Cycles;
import id.pkh.disbursement.cycle.domain.PaymentCycle;
import id.pkh.disbursement.payment.PaymentLists;
import id.pkh.platform.security.Caller;
import id.pkh.platform.security.RoleSets;
import id.pkh.platform.web.Refused;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/cycles/{code}/summary")
@Tag(name = "Payments")
public class SummaryResource {

    private final Cycles cycles;
    private final PaymentLists lists;
    private final Caller caller;

    SummaryResource(Cycles cycles, PaymentLists lists, Caller caller) {
        this.cycles = cycles;
        this.lists = lists;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(RoleSets.PROGRAMME_READERS)
    @Operation(
            operationId = "getCycleSummary",
            summary = "Counts and sums of a cycle by status, in the caller's areas")
    public SummaryView summary(@PathParam("code") String code) {
        PaymentCycle cycle = cycles.byCode(code).orElseThrow(() -> Refused.because("NOT_FOUND"));
        return SummaryView.of(
                cycle.cycleCode(),
                lists.sums(cycle.cycleId(), caller.areas()),
                lists.notEligible(cycle.cycleId(), caller.areas()));
    }
}
