package id.pkh.platform.work;

import id.pkh.platform.security.Caller;
import id.pkh.platform.security.RoleSets;
import id.pkh.platform.web.CodeForm;
import id.pkh.platform.web.Language;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import id.pkh.platform.web.Refused;
import id.pkh.platform.web.Refuses;
import id.pkh.platform.web.Succeeds;
import id.pkh.platform.web.WebRefusals;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is open in one village. A village is small, so every kind of work can be read of it. */
@Path("/api/v1/open-cases")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "My work")
public class OpenCasesResource {

    private static final String VILLAGE = "^\\d{2}\\.\\d{2}\\.\\d{2}\\.\\d{4}$";

    private final WorkPages pages;
    private final Caller caller;

    OpenCasesResource(WorkPages pages, Caller caller) {
        this.pages = pages;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(RoleSets.PROGRAMME_READERS)
    @Refuses({"AREA_CODE_INVALID", "CODE_MALFORMED"})
    @Operation(
            operationId = "listOpenCases",
            summary = "What is open in a village, whosever work it is, the oldest first",
            description =
                    "For the list of a hand-over, which the registry makes of the lists of all"
                            + " services.")
    @Succeeds(status = 200, meaning = "A page of open cases; none outside your areas")
    public Page<OpenCaseView> list(
            @QueryParam("village")
                    @CodeForm(VILLAGE)
                    @Parameter(required = true, example = "17.71.08.1001")
                    String village,
            @BeanParam PageParams page,
            @Context HttpHeaders headers) {
        if (village == null) {
            throw Refused.because(WebRefusals.CODE_MALFORMED)
                    .with("parameter", "village")
                    .with("form", VILLAGE);
        }
        return pages.openCasesIn(caller.areas().within(village), page, Language.of(headers));
    }
}
