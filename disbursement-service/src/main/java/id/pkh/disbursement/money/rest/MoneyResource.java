package id.pkh.disbursement.money.rest;

import id.pkh.disbursement.cycle.CycleSeals;
import id.pkh.disbursement.cycle.Cycles;
import id.pkh.disbursement.cycle.domain.CycleSeal;
import id.pkh.disbursement.cycle.domain.PaymentCycle;
import id.pkh.disbursement.money.ReconcileCycle;
import id.pkh.disbursement.treasury.Sp2ds;
import id.pkh.platform.security.Caller;
import id.pkh.platform.security.RoleSets;
import id.pkh.platform.web.Refused;
import id.pkh.platform.web.Refuses;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/cycles/{code}/money")
@Tag(name = "Banks")
public class MoneyResource {

    private final Cycles cycles;
    private final CycleSeals seals;
    private final ReconcileCycle reconcileCycle;
    private final Sp2ds sp2ds;
    private final Caller caller;

    MoneyResource(
            Cycles cycles,
            CycleSeals seals,
            ReconcileCycle reconcileCycle,
            Sp2ds sp2ds,
            Caller caller) {
        this.cycles = cycles;
        this.seals = seals;
        this.reconcileCycle = reconcileCycle;
        this.sp2ds = sp2ds;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(RoleSets.MONEY_READERS)
    @Refuses({"AREAS_DO_NOT_COVER_PAYMENTS", "CYCLE_NOT_SEALED"})
    @Operation(
            operationId = "getCycleMoney",
            summary = "Where the money of a sealed cycle is",
            description =
                    "The figures are national, so only callers whose areas are the whole "
                            + "country may read them.")
    public MoneyView money(@PathParam("code") String code) {
        PaymentCycle cycle = cycles.byCode(code).orElseThrow(() -> Refused.because("NOT_FOUND"));
        if (!caller.areas().isEverywhere()) {
            throw Refused.because("AREAS_DO_NOT_COVER_PAYMENTS");
        }
        CycleSeal seal =
                seals.of(cycle.cycleId())
                        .orElseThrow(
                                () -> Refused.because("CYCLE_NOT_SEALED").with("cycle_code", code));
        return MoneyView.of(
                cycle.cycleCode(),
                reconcileCycle.handle(cycle.cycleId(), seal),
                sp2ds.balances(cycle.cycleId()));
    }
}
