package id.pkh.verification.coverage.rest;

import id.pkh.platform.security.Caller;
import id.pkh.platform.security.RoleSets;
import id.pkh.platform.web.CodeForm;
import id.pkh.platform.web.Cursor;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import id.pkh.platform.web.Refused;
import id.pkh.platform.web.Refuses;
import id.pkh.platform.web.WebRefusals;
import id.pkh.verification.coverage.CoverageLevel;
import id.pkh.verification.coverage.ListCoverage;
import id.pkh.verification.coverage.ListCoveredMembers;
import id.pkh.verification.quarter.AskedQuarters;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How far the evidence of a quarter is. */
@Path("/api/v1/evidence-coverage")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(RoleSets.PROGRAMME_READERS)
@Tag(
        name = "Evidence coverage",
        description = "What forms have shown so far about the members who have to be verified")
public class CoverageResource {

    private static final String CODE = "^[A-Z0-9][A-Z0-9.-]{2,19}$";
    private static final String LEVEL = "SCHOOL when it is left out";
    private static final String AREA = "Village, or an area above it";

    private final ListCoverage list;
    private final ListCoveredMembers members;
    private final AskedQuarters quarters;
    private final Caller caller;

    CoverageResource(
            ListCoverage list, ListCoveredMembers members, AskedQuarters quarters, Caller caller) {
        this.list = list;
        this.members = members;
        this.quarters = quarters;
        this.caller = caller;
    }

    @GET
    @Refuses({"AREA_CODE_INVALID", "QUARTER_WITHOUT_POLICY"})
    @Operation(
            operationId = "listEvidenceCoverage",
            summary = "What is verified so far, by school, health service or village",
            description =
                    "One item for each code, in the order of the codes, with the members of the caller's areas. A health service"
                            + " that has not reported on a member yet is counted with each member for whom it is responsible, so"
                            + " its figures can overlap with those of another one.")
    public Page<CoverageView> list(
            @QueryParam("quarter")
                    @Parameter(
                            description = AskedQuarters.DESCRIPTION,
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            pattern = VerificationPeriod.QUARTER_TEXT))
                    String quarter,
            @QueryParam("level") @Parameter(description = LEVEL) CoverageLevel level,
            @QueryParam("village") @Parameter(description = AREA) String village,
            @QueryParam("code")
                    @CodeForm(CODE)
                    @Parameter(description = "NPSN, code of a health service, or village")
                    String code,
            @BeanParam PageParams page) {
        CoverageLevel asked = levelOf(level);
        return Page.of(
                list.handle(
                        new ListCoverage.Query(
                                quarters.orComing(quarter),
                                asked,
                                village,
                                code == null ? null : codeOf(asked, code),
                                caller.areas(),
                                page.cursor().map(cursor -> cursor.text(0)).orElse(null),
                                page.limit() + 1)),
                page.limit(),
                row -> new Object[] {row.code()},
                CoverageView::of);
    }

    @GET
    @Path("/members")
    @Refuses({"AREA_CODE_INVALID", "QUARTER_WITHOUT_POLICY"})
    @Operation(
            operationId = "listCoveredMembers",
            summary = "The members behind the figures of one school, health service or village",
            description = "`code` is needed. By ids: the registry knows the names.")
    public Page<CoveredMemberView> members(
            @QueryParam("quarter")
                    @Parameter(
                            description = AskedQuarters.DESCRIPTION,
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            pattern = VerificationPeriod.QUARTER_TEXT))
                    String quarter,
            @QueryParam("level") @Parameter(description = LEVEL) CoverageLevel level,
            @QueryParam("village") @Parameter(description = AREA) String village,
            @QueryParam("code")
                    @CodeForm(CODE)
                    @Parameter(
                            required = true,
                            description = "NPSN, code of a health service, or village")
                    String code,
            @QueryParam("complete")
                    @Parameter(description = "true or false: only those who are covered or not")
                    Boolean complete,
            @BeanParam PageParams page) {
        CoverageLevel asked = levelOf(level);
        return Page.of(
                members.handle(
                        new ListCoveredMembers.Query(
                                quarters.orComing(quarter),
                                asked,
                                codeOf(asked, code),
                                village,
                                complete,
                                caller.areas(),
                                page.cursor().map(CoverageResource::position).orElse(null),
                                page.limit() + 1)),
                page.limit(),
                row ->
                        new Object[] {
                            row.position().memberId(),
                            row.position().component(),
                            row.position().since()
                        },
                CoveredMemberView::of);
    }

    private static CoverageLevel levelOf(CoverageLevel level) {
        return level == null ? CoverageLevel.SCHOOL : level;
    }

    /** A code of another level would select nothing without a word. */
    private static String codeOf(CoverageLevel level, String code) {
        if (code == null || !level.isCode(code)) {
            throw Refused.because(WebRefusals.INVALID_PARAMETER).with("parameter", "code");
        }
        return code;
    }

    private static ListCoveredMembers.Position position(Cursor cursor) {
        try {
            return new ListCoveredMembers.Position(
                    cursor.uuid(0), cursor.text(1), LocalDate.parse(cursor.text(2)));
        } catch (DateTimeException | NullPointerException ofAnotherList) {
            throw Refused.because(WebRefusals.INVALID_CURSOR, ofAnotherList);
        }
    }
}
