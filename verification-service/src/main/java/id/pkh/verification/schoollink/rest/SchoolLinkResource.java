package id.pkh.verification.schoollink.rest;

import id.pkh.platform.security.Caller;
import id.pkh.platform.security.Roles;
import id.pkh.platform.web.CodeForm;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import id.pkh.platform.web.ProgrammeMonths;
import id.pkh.platform.web.Refused;
import id.pkh.platform.web.Refuses;
import id.pkh.platform.web.Succeeds;
import id.pkh.verification.schoollink.CreateSchoolLink;
import id.pkh.verification.schoollink.ManageSchoolLinks;
import id.pkh.verification.schoollink.SchoolLinks;
import id.pkh.verification.signal.domain.VerificationPeriod;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
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
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** Links that facilitators give to schools. */
@Path("/api/v1/school-links")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.FACILITATOR, Roles.COORDINATOR})
@Tag(
        name = "School links",
        description = "A school completes its own list of a quarter without signing in")
public class SchoolLinkResource {

    private final CreateSchoolLink create;
    private final ManageSchoolLinks manage;
    private final SchoolLinks links;
    private final Caller caller;
    private final ProgrammeMonths months;

    SchoolLinkResource(
            CreateSchoolLink create,
            ManageSchoolLinks manage,
            SchoolLinks links,
            Caller caller,
            ProgrammeMonths months) {
        this.create = create;
        this.manage = manage;
        this.links = links;
        this.caller = caller;
        this.months = months;
    }

    @GET
    @Operation(
            operationId = "listSchoolLinks",
            summary = "Links within the caller's areas, oldest first",
            description = "Without their secrets, with what came by each of them.")
    public Page<SchoolLinkView> list(
            @QueryParam("school") @CodeForm("^\\d{8}$") @Parameter(description = "NPSN")
                    String school,
            @QueryParam("quarter")
                    @Parameter(
                            description = "yyyy-Qn",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            pattern = VerificationPeriod.QUARTER_TEXT))
                    String quarter,
            @BeanParam PageParams page) {
        String known = months.requirePeriod("quarter", quarter);
        return Page.of(
                links.list(
                        school,
                        known == null ? null : VerificationPeriod.parse(known),
                        caller.areas(),
                        page.cursor().map(cursor -> cursor.uuid(0)).orElse(null),
                        page.limit() + 1),
                page.limit(),
                link -> new Object[] {link.linkId()},
                SchoolLinkView::of);
    }

    @POST
    @Refuses({"NOT_FOUND", "QUARTER_NOT_OPEN", "SCHOOL_LINKS_TOO_MANY"})
    @Succeeds(status = 201, meaning = "The link; its address is not shown again")
    @Operation(
            operationId = "createSchoolLink",
            summary = "Makes a link for a school that has pupils in the caller's areas",
            description =
                    "The school sees these pupils alone, by the caretaker's name and the month of birth, until the quarter is closed."
                            + " The names are read from the registry in the caller's name; while it does not answer the link has none.")
    public RestResponse<NewSchoolLinkView> create(@NotNull @Valid SchoolLinkRequest request) {
        return ResponseBuilder.create(
                        Status.CREATED,
                        NewSchoolLinkView.of(
                                create.handle(
                                        new CreateSchoolLink.Command(
                                                request.schoolId(),
                                                VerificationPeriod.parse(
                                                        months.requirePeriod(
                                                                "quarter", request.quarter())),
                                                caller.subject(),
                                                caller.areas(),
                                                caller.bearerToken()))))
                .build();
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getSchoolLink", summary = "One link with what came by it")
    public SchoolLinkView get(@PathParam("id") UUID id) {
        return seen(id);
    }

    @POST
    @Path("/{id}/review")
    @Operation(
            operationId = "reviewSchoolLink",
            summary = "Notes that the caller looked at what came by a link",
            description = "It is not in the caller's work any more. The lines count in any case.")
    public SchoolLinkView review(
            @PathParam("id") UUID id, @NotNull @Valid SchoolLinkReviewRequest request) {
        manage.review(id, request.upTo(), caller.subject(), caller.areas());
        return seen(id);
    }

    @POST
    @Path("/{id}/withdrawal")
    @Operation(
            operationId = "withdrawSchoolLink",
            summary = "Ends a link",
            description = "What came by it stays. Again changes nothing.")
    public SchoolLinkView withdraw(@PathParam("id") UUID id) {
        manage.withdraw(id, caller.subject(), caller.areas());
        return seen(id);
    }

    private SchoolLinkView seen(UUID id) {
        return links.find(id, caller.areas())
                .map(SchoolLinkView::of)
                .orElseThrow(() -> Refused.because("NOT_FOUND"));
    }
}
