package id.pkh.verification.evidence.rest;

import id.pkh.platform.security.Caller;
import id.pkh.platform.security.RoleSets;
import id.pkh.platform.security.Roles;
import id.pkh.platform.web.CodeForm;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import id.pkh.platform.web.ProgrammeMonths;
import id.pkh.platform.web.Refused;
import id.pkh.platform.web.Refuses;
import id.pkh.verification.evidence.PupilRowQueries;
import id.pkh.verification.evidence.SettlePupil;
import id.pkh.verification.evidence.WithdrawPupilMatch;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Rows of school forms of which a person has to decide whom they are about. */
@Path("/api/v1/unmatched-pupils")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(
        name = "Unmatched pupils",
        description = "Rows of school forms whose NIK and pupil number do not name one pupil")
public class UnmatchedPupilResource {

    private final PupilRowQueries queries;
    private final SettlePupil settle;
    private final WithdrawPupilMatch withdraw;
    private final Caller caller;
    private final ProgrammeMonths months;

    UnmatchedPupilResource(
            PupilRowQueries queries,
            SettlePupil settle,
            WithdrawPupilMatch withdraw,
            Caller caller,
            ProgrammeMonths months) {
        this.queries = queries;
        this.settle = settle;
        this.withdraw = withdraw;
        this.caller = caller;
        this.months = months;
    }

    @GET
    @RolesAllowed(RoleSets.PROGRAMME_READERS)
    @Refuses({"AREA_CODE_INVALID"})
    @Operation(
            operationId = "listUnmatchedPupils",
            summary = "Rows of school forms that wait for a decision, oldest first",
            description =
                    "With the pupils of the caller's areas whom a row may be about, and how each key of the row fits. No key is shown:"
                            + " the line and the form are.")
    public Page<UnmatchedPupilView> list(
            @QueryParam("school") @CodeForm("^\\d{8}$") @Parameter(description = "NPSN")
                    String school,
            @QueryParam("village") @Parameter(description = "Village, or an area above it")
                    String village,
            @QueryParam("quarter")
                    @Parameter(
                            description = "yyyy-Qn",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            pattern = VerificationPeriod.QUARTER_TEXT))
                    String quarter,
            @QueryParam("state") PupilRowQueries.State state,
            @BeanParam PageParams page) {
        return Page.of(
                queries.list(
                        new PupilRowQueries.Filter(school, village, requested(quarter), state),
                        caller.areas(),
                        page.cursor().map(cursor -> cursor.uuid(0)).orElse(null),
                        page.limit() + 1),
                page.limit(),
                each -> new Object[] {each.row().rowId()},
                UnmatchedPupilView::of);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(RoleSets.PROGRAMME_READERS)
    @Operation(operationId = "getUnmatchedPupil", summary = "One row with both sides")
    public UnmatchedPupilView get(@PathParam("id") UUID id) {
        return seen(id);
    }

    @POST
    @Path("/{id}/settlement")
    @RolesAllowed({Roles.FACILITATOR, Roles.DATA_ADMINISTRATOR})
    @Refuses({
        "PUPIL_NOT_A_CANDIDATE",
        "PUPIL_ROW_ENDED",
        "QUARTER_PAST_RETENTION",
        "SETTLED_BY_SENDER"
    })
    @Operation(
            operationId = "settleUnmatchedPupil",
            summary = "Decide whom a row is about",
            description =
                    "By somebody of the pupil's village who did not send the row. Without `member_id` the row is about nobody in the"
                            + " programme; then all pupils shown have to live in the caller's areas. What the row states counts at"
                            + " once, and the decision applies to later forms of the school until it is taken back.")
    public UnmatchedPupilView settle(
            @PathParam("id") UUID id, @NotNull @Valid PupilSettlementRequest request) {
        settle.handle(
                new SettlePupil.Command(
                        id,
                        request.memberId(),
                        request.reason(),
                        caller.subject(),
                        caller.areas()));
        return seen(id);
    }

    @POST
    @Path("/{id}/settlement/withdrawal")
    @RolesAllowed({Roles.FACILITATOR, Roles.DATA_ADMINISTRATOR})
    @Refuses({"PUPIL_MATCH_ENDED", "PUPIL_NOT_A_CANDIDATE", "SETTLED_BY_SENDER"})
    @Operation(
            operationId = "withdrawPupilSettlement",
            summary = "Take a decision back",
            description =
                    "It does not apply to later forms any more, and the lines that counted by it are taken away. Closed quarters are"
                            + " assessed again.")
    public UnmatchedPupilView withdraw(
            @PathParam("id") UUID id, @NotNull @Valid PupilWithdrawalRequest request) {
        withdraw.handle(
                new WithdrawPupilMatch.Command(
                        id, request.reason(), caller.subject(), caller.areas()));
        return seen(id);
    }

    private VerificationPeriod requested(String quarter) {
        String known = months.requirePeriod("quarter", quarter);
        return known == null ? null : VerificationPeriod.parse(known);
    }

    private UnmatchedPupilView seen(UUID id) {
        return queries.find(id, caller.areas())
                .map(UnmatchedPupilView::of)
                .orElseThrow(() -> Refused.because("NOT_FOUND"));
    }
}
