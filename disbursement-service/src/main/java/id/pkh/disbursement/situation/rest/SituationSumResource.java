package id.pkh.disbursement.situation.rest;

import id.pkh.disbursement.area.RequestedArea;
import id.pkh.disbursement.cycle.Cycles;
import id.pkh.disbursement.cycle.domain.PaymentCycle;
import id.pkh.disbursement.situation.SituationSums.Selection;
import id.pkh.disbursement.situation.SumSituations;
import id.pkh.disbursement.situation.SumSituations.SituationSum;
import id.pkh.disbursement.situation.domain.Situation;
import id.pkh.platform.security.AreaLevel;
import id.pkh.platform.security.AreaScope;
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
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/cycles/{code}/situations")
@Tag(name = "Payments")
public class SituationSumResource {

    private final Cycles cycles;
    private final SumSituations sumSituations;
    private final Caller caller;

    SituationSumResource(Cycles cycles, SumSituations sumSituations, Caller caller) {
        this.cycles = cycles;
        this.sumSituations = sumSituations;
        this.caller = caller;
    }

    @Schema(name = "AreaSituations", description = "Where the money of one area is.")
    record AreaView(String areaCode, List<SumView> situations) {}

    @Schema(name = "SituationSum", description = "Payments of one bank and situation.")
    record SumView(
            @Schema(nullable = true, description = "Missing when they were not instructed")
                    String bank,
            @Schema(implementation = Situation.class) String situation,
            long payments,
            long amountIdr) {

        static SumView of(SituationSum sum) {
            return new SumView(sum.bank(), sum.situation().name(), sum.payments(), sum.amountIdr());
        }
    }

    @GET
    @RolesAllowed(RoleSets.PROGRAMME_READERS)
    @Refuses({"AREA_CODE_INVALID"})
    @Operation(
            operationId = "listSituationSums",
            summary = "Where the money of a cycle is, by area, bank and situation",
            description =
                    "Divided by the areas one level below the area that is asked for, or below the"
                            + " highest area of the caller. The lists of payments add up to these"
                            + " figures.")
    public Page<AreaView> list(
            @PathParam("code") String code,
            @QueryParam("village") @Parameter(description = "Village, or any area above it")
                    String village,
            @BeanParam PageParams page) {
        PaymentCycle cycle = cycles.byCode(code).orElseThrow(() -> Refused.because("NOT_FOUND"));
        Selection selection =
                sumSituations.selection(cycle, RequestedArea.of(village), caller.areas());
        int codeChars = AreaLevel.codeCharsBelow(selection.scope(), AreaScope.requested(village));
        List<String> areas =
                sumSituations.areas(
                        selection,
                        codeChars,
                        page.cursor().map(cursor -> cursor.text(0)).orElse(null),
                        page.limit());
        List<String> shown = areas.subList(0, Math.min(areas.size(), page.limit()));
        Map<String, List<SituationSum>> sums = sumSituations.handle(selection, codeChars, shown);
        return Page.of(
                areas,
                page.limit(),
                area -> new Object[] {area},
                area ->
                        new AreaView(
                                area,
                                sums.getOrDefault(area, List.of()).stream()
                                        .map(SumView::of)
                                        .toList()));
    }
}
