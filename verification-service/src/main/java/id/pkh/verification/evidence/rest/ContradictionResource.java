package id.pkh.verification.evidence.rest;

import id.pkh.platform.security.Caller;
import id.pkh.platform.security.RoleSets;
import id.pkh.platform.security.Roles;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import id.pkh.platform.web.ProgrammeMonths;
import id.pkh.platform.web.Refused;
import id.pkh.platform.web.Refuses;
import id.pkh.verification.evidence.ContradictionQueries;
import id.pkh.verification.evidence.ContradictionState;
import id.pkh.verification.evidence.SettleContradiction;
import id.pkh.verification.signal.domain.VerificationPeriod;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Evidence that contradicts itself. */
@Path("/api/v1/evidence-contradictions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(
        name = "Evidence contradictions",
        description = "Senders or schools that state different things about one person and month")
public class ContradictionResource {

    private final ContradictionQueries queries;
    private final SettleContradiction settle;
    private final Caller caller;
    private final ProgrammeMonths months;

    ContradictionResource(
            ContradictionQueries queries,
            SettleContradiction settle,
            Caller caller,
            ProgrammeMonths months) {
        this.queries = queries;
        this.settle = settle;
        this.caller = caller;
        this.months = months;
    }

    @GET
    @RolesAllowed(RoleSets.PROGRAMME_READERS)
    @Refuses({"AREA_CODE_INVALID"})
    @Operation(
            operationId = "listEvidenceContradictions",
            summary = "Contradictions, oldest first",
            description =
                    "Within the caller's areas. While one is OPEN, the line that is better for the family counts.")
    public Page<ContradictionView> list(
            @QueryParam("kpm") UUID kpm,
            @QueryParam("village") @Parameter(description = "Village, or an area above it")
                    String village,
            @QueryParam("period")
                    @Parameter(
                            description = "yyyy-MM or yyyy-Qn",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            pattern = VerificationPeriod.TEXT))
                    String period,
            @QueryParam("state") ContradictionState state,
            @BeanParam PageParams page) {
        List<ContradictionQueries.WithLines> found =
                queries.list(
                        new ContradictionQueries.Filter(kpm, village, requested(period), state),
                        caller.areas(),
                        page.cursor().map(cursor -> cursor.uuid(0)).orElse(null),
                        page.limit() + 1);
        return Page.of(
                found,
                page.limit(),
                each -> new Object[] {each.contradiction().contradictionId()},
                ContradictionView::of);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(RoleSets.PROGRAMME_READERS)
    @Operation(
            operationId = "getEvidenceContradiction",
            summary = "One contradiction with its lines")
    public ContradictionView get(@PathParam("id") UUID id) {
        return seen(id);
    }

    @POST
    @Path("/{id}/settlements")
    @RolesAllowed(Roles.DATA_ADMINISTRATOR)
    @Refuses({"CONTRADICTION_ENDED", "LINE_NOT_OF_CONTRADICTION", "SETTLED_BY_SENDER"})
    @Operation(
            operationId = "settleEvidenceContradiction",
            summary = "Decide which line counts",
            description =
                    "By somebody who sent none of the lines. `form_id` names the line; without it the policy decides again. Another"
                            + " settlement undoes this one. A quarter that is closed already is assessed again.")
    public ContradictionView settle(
            @PathParam("id") UUID id, @NotNull @Valid SettlementRequest request) {
        settle.handle(
                new SettleContradiction.Command(
                        id, request.formId(), request.reason(), caller.subject(), caller.areas()));
        return seen(id);
    }

    private VerificationPeriod requested(String period) {
        String known = months.requirePeriod("period", period);
        return known == null ? null : VerificationPeriod.parse(known);
    }

    private ContradictionView seen(UUID id) {
        return queries.find(id, caller.areas())
                .map(ContradictionView::of)
                .orElseThrow(() -> Refused.because("NOT_FOUND"));
    }
}
