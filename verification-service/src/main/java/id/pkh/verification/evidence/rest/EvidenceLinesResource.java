package id.pkh.verification.evidence.rest;

import id.pkh.platform.security.AreaScope;
import id.pkh.platform.security.Caller;
import id.pkh.platform.security.RoleSets;
import id.pkh.platform.web.FreeTextRule;
import id.pkh.platform.web.Language;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import id.pkh.platform.web.ProgrammeMonths;
import id.pkh.platform.web.RefusalTexts;
import id.pkh.platform.web.Refuses;
import id.pkh.verification.compliance.CommitmentRules;
import id.pkh.verification.compliance.domain.EvidenceKind;
import id.pkh.verification.evidence.EnterLines;
import id.pkh.verification.evidence.MemberLineQueries;
import id.pkh.verification.evidence.form.FormKind;
import id.pkh.verification.signal.domain.VerificationPeriod;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.YearMonth;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Lines of forms for programs that know people by id, such as the workbook. */
@Path("/api/v1/evidence-lines")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(RoleSets.FIELD_STAFF)
@Tag(name = "Sheets")
public class EvidenceLinesResource {

    private final EnterLines enter;
    private final RefusalTexts texts;
    private final HttpHeaders headers;
    private final Caller caller;
    private final MemberLineQueries queries;
    private final CommitmentRules rules;
    private final ProgrammeMonths months;

    EvidenceLinesResource(
            EnterLines enter,
            RefusalTexts texts,
            HttpHeaders headers,
            Caller caller,
            MemberLineQueries queries,
            CommitmentRules rules,
            ProgrammeMonths months) {
        this.enter = enter;
        this.queries = queries;
        this.rules = rules;
        this.months = months;
        this.texts = texts;
        this.headers = headers;
        this.caller = caller;
    }

    @GET
    @Refuses({"AREA_CODE_INVALID"})
    @Operation(
            operationId = "listEvidenceLines",
            summary =
                    "The members about whom something can be stated for a month, with what stands",
            description =
                    "By ids, within the caller's areas. The caller's own line is shown before those of others.")
    public Page<EvidenceLineView> list(
            @QueryParam("kind") @Parameter(description = "SCHOOL when it is left out")
                    FormKind kind,
            @QueryParam("month")
                    @Parameter(
                            required = true,
                            description = "yyyy-MM",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            pattern = "^\\d{4}-(0[1-9]|1[0-2])$"))
                    String month,
            @QueryParam("village") @Parameter(description = "Village, or an area above it")
                    String village,
            @BeanParam PageParams page) {
        YearMonth asked = months.requireMonth("month", month);
        EvidenceKind evidence = (kind == null ? FormKind.SCHOOL : kind).evidence();
        return Page.of(
                queries.list(
                        new MemberLineQueries.Query(
                                evidence,
                                asked,
                                caller.areas().within(AreaScope.requested(village)),
                                rules.all()
                                        .inForceFor(VerificationPeriod.quarterOf(asked))
                                        .map(policy -> policy.componentsShownBy(evidence))
                                        .orElse(Set.of()),
                                caller.subject(),
                                page.cursor().map(cursor -> cursor.uuid(0)).orElse(null),
                                page.limit() + 1)),
                page.limit(),
                each -> new Object[] {each.memberId()},
                each -> EvidenceLineView.of(each, caller.subject()));
    }

    @POST
    @Refuses({
        "CORRECTION_REASON_MISSING",
        "FORM_ALREADY_RECEIVED",
        "FORM_MONTH_NOT_OF_QUARTER",
        "FORM_MONTH_TWICE",
        "FORM_QUARTER_MISSING",
        "FORM_SERVICE_POINT_MISSING",
        "FORM_WITHOUT_ROWS",
        "QUARTER_PAST_RETENTION",
        FreeTextRule.HAS_CONTROL_CHARACTER,
        FreeTextRule.HAS_LONG_NUMBER
    })
    @Operation(
            operationId = "enterEvidenceLines",
            summary = "Lines of a form whose people are named by member_id",
            description =
                    "As a form in a file: the cells are read, and the lines stand, by the same rules, in the name of the caller."
                            + " Each row is answered for itself. What the caller has stated before adds nothing, so the same"
                            + " request may be repeated.")
    public EvidenceLinesView enter(@NotNull @Valid EvidenceLinesRequest request) {
        return EvidenceLinesView.of(
                enter.handle(
                        new EnterLines.Command(
                                request.kind(),
                                request.pointCode(),
                                VerificationPeriod.parse(request.quarter()),
                                EvidenceLinesRequest.linesOf(request.kind(), request.rows()),
                                Boolean.TRUE.equals(request.correction()),
                                request.reason(),
                                caller.subject(),
                                caller.areas(),
                                null)),
                texts,
                Language.of(headers));
    }
}
