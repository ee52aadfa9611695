package id.pkh.verification.compliance.rest;

import id.pkh.platform.security.Caller;
import id.pkh.platform.security.RoleSets;
import id.pkh.platform.web.Cursor;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import id.pkh.platform.web.ProgrammeMonths;
import id.pkh.platform.web.Refused;
import id.pkh.platform.web.Refuses;
import id.pkh.verification.compliance.ComplianceQueries;
import id.pkh.verification.compliance.ComplianceQueries.AssessedFamily;
import id.pkh.verification.compliance.ComplianceQueries.Filter;
import id.pkh.verification.compliance.ComplianceQueries.Position;
import id.pkh.verification.compliance.domain.CommitmentResult;
import id.pkh.verification.signal.domain.VerificationPeriod;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Results of commitments. */
@Path("/api/v1/commitments")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Commitments", description = "Outcomes of closed quarters, family by family")
public class CommitmentResource {

    private final ComplianceQueries queries;
    private final Caller caller;
    private final ProgrammeMonths months;

    CommitmentResource(ComplianceQueries queries, Caller caller, ProgrammeMonths months) {
        this.queries = queries;
        this.caller = caller;
        this.months = months;
    }

    @GET
    @RolesAllowed(RoleSets.PROGRAMME_READERS)
    @Refuses({"AREA_CODE_INVALID"})
    @Operation(
            operationId = "listCommitments",
            summary = "One item per family and quarter, with its members")
    public Page<CommitmentView> list(
            @QueryParam("kpm") UUID kpm,
            @QueryParam("village") @Parameter(description = "Village, or an area above it")
                    String village,
            @QueryParam("period")
                    @Parameter(
                            description = "yyyy-Qn",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            pattern = VerificationPeriod.QUARTER_TEXT))
                    String period,
            @QueryParam("result") CommitmentResult result,
            @BeanParam PageParams page) {
        List<AssessedFamily> found =
                queries.list(
                        new Filter(kpm, village, months.requirePeriod("period", period), result),
                        caller.areas(),
                        page.cursor().map(CommitmentResource::position).orElse(null),
                        page.limit() + 1);
        return Page.of(
                found,
                page.limit(),
                assessed ->
                        new Object[] {assessed.family().quarterStart(), assessed.family().kpmId()},
                CommitmentView::of);
    }

    private static Position position(Cursor cursor) {
        try {
            return new Position(LocalDate.parse(cursor.text(0)), cursor.uuid(1));
        } catch (DateTimeException | NullPointerException ofAnotherList) {
            throw Refused.because("INVALID_CURSOR", ofAnotherList);
        }
    }
}
