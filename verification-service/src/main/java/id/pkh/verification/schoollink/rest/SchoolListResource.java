package id.pkh.verification.schoollink.rest;

import id.pkh.platform.web.Language;
import id.pkh.platform.web.RefusalTexts;
import id.pkh.platform.web.Refuses;
import id.pkh.verification.evidence.form.FormKind;
import id.pkh.verification.evidence.rest.EvidenceLinesRequest;
import id.pkh.verification.evidence.rest.EvidenceLinesView;
import id.pkh.verification.schoollink.UseSchoolLink;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a school sees and sends. The secret in the address is all that it shows. */
@Path(SchoolListResource.PATH + "{token}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "School links")
public class SchoolListResource {

    static final String PATH = "/api/v1/school-lists/";

    private final UseSchoolLink links;
    private final RefusalTexts texts;
    private final HttpHeaders headers;

    SchoolListResource(UseSchoolLink links, RefusalTexts texts, HttpHeaders headers) {
        this.links = links;
        this.texts = texts;
        this.headers = headers;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "readSchoolList",
            summary = "The pupils of a school, at a secret address",
            description =
                    "An address that is unknown, over or withdrawn, and one whose quarter was closed, are answered in the same way.")
    public SchoolListView read(
            @PathParam("token") @Parameter(description = "The secret of the address")
                    String token) {
        return SchoolListView.of(links.open(token));
    }

    @POST
    @PermitAll
    @Refuses({
        "FORM_ALREADY_RECEIVED",
        "FORM_MONTH_NOT_OF_QUARTER",
        "FORM_MONTH_TWICE",
        "FORM_WITHOUT_ROWS",
        "SCHOOL_LINK_USED_UP"
    })
    @Operation(
            operationId = "sendSchoolDays",
            summary = "Days of pupils on the list",
            description =
                    "In the name of the school. Each row is answered for itself; what is sent again replaces what the school sent.")
    public EvidenceLinesView send(
            @PathParam("token") @Parameter(description = "The secret of the address") String token,
            @NotNull @Valid SchoolDaysRequest request) {
        return EvidenceLinesView.of(
                links.send(token, EvidenceLinesRequest.linesOf(FormKind.SCHOOL, request.rows())),
                texts,
                Language.of(headers));
    }
}
