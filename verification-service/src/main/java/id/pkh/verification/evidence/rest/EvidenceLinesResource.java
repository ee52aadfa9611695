package id.pkh.verification.evidence.rest;

import id.pkh.platform.security.Caller;
import id.pkh.platform.security.RoleSets;
import id.pkh.platform.web.FreeTextRule;
import id.pkh.platform.web.Language;
import id.pkh.platform.web.RefusalTexts;
import id.pkh.platform.web.Refuses;
import id.pkh.verification.evidence.EnterLines;
import id.pkh.verification.signal.domain.VerificationPeriod;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
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

    EvidenceLinesResource(
            EnterLines enter, RefusalTexts texts, HttpHeaders headers, Caller caller) {
        this.enter = enter;
        this.texts = texts;
        this.headers = headers;
        this.caller = caller;
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
