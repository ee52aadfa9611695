package id.pkh.registry.imports;

import id.pkh.platform.files.FileResultView;
import id.pkh.platform.files.ReceivesFile;
import id.pkh.platform.security.Roles;
import id.pkh.platform.web.Refuses;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Imports of lists. Correct rows are applied; every other row is refused with its line and reason.
 */
@Path("/api/v1/imports")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.DATA_ADMINISTRATOR)
@Tag(name = "Imports")
public class RegistryImportsResource {

    private final ListAnswers answers;
    private final FacilitatorImport facilitators;
    private final FamilyImport families;
    private final MemberImport members;
    private final AreaImport areas;
    private final ContactImport contacts;
    private final AppointmentImport appointments;

    RegistryImportsResource(
            ListAnswers answers,
            FacilitatorImport facilitators,
            FamilyImport families,
            MemberImport members,
            AreaImport areas,
            ContactImport contacts,
            AppointmentImport appointments) {
        this.answers = answers;
        this.facilitators = facilitators;
        this.families = families;
        this.members = members;
        this.areas = areas;
        this.contacts = contacts;
        this.appointments = appointments;
    }

    @POST
    @Path("/facilitators")
    @Refuses({"FILE_HEADER_UNKNOWN"})
    @ReceivesFile
    @Operation(
            operationId = "importFacilitators",
            summary = "Import facilitators with their villages")
    public RestResponse<FileResultView> facilitators(
            InputStream body, @QueryParam("filename") String filename) {
        return answers.applied(facilitators, body, filename);
    }

    @POST
    @Path("/families")
    @Refuses({"FILE_HEADER_UNKNOWN", "ROSTER_SAME_PERSON"})
    @ReceivesFile
    @Operation(operationId = "importFamilies", summary = "Import families with their caretakers")
    public RestResponse<FileResultView> families(
            InputStream body, @QueryParam("filename") String filename) {
        return answers.applied(families, body, filename);
    }

    @POST
    @Path("/members")
    @Refuses({"FILE_HEADER_UNKNOWN"})
    @ReceivesFile
    @Operation(operationId = "importMembers", summary = "Import members with their components")
    public RestResponse<FileResultView> members(
            InputStream body, @QueryParam("filename") String filename) {
        return answers.applied(members, body, filename);
    }

    @POST
    @Path("/appointments")
    @Refuses({"FILE_HEADER_UNKNOWN"})
    @ReceivesFile
    @Operation(
            operationId = "importAppointments",
            summary = "Import appointments of facilitators by decree")
    public RestResponse<FileResultView> appointments(
            InputStream body, @QueryParam("filename") String filename) {
        return answers.applied(appointments, body, filename);
    }

    @POST
    @Path("/areas")
    @Refuses({"FILE_HEADER_UNKNOWN"})
    @ReceivesFile
    @Operation(operationId = "importAreas", summary = "Import areas: code and name")
    public RestResponse<FileResultView> areas(
            InputStream body, @QueryParam("filename") String filename) {
        return answers.applied(areas, body, filename);
    }

    @POST
    @Path("/contacts")
    @Refuses({"FILE_HEADER_UNKNOWN"})
    @ReceivesFile
    @Operation(
            operationId = "importContacts",
            summary = "Import telephone numbers of families, chairs, facilitators and offices",
            description =
                    "Another number than before waits for a second person, as in a single change.")
    public RestResponse<FileResultView> contacts(
            InputStream body, @QueryParam("filename") String filename) {
        return answers.applied(contacts, body, filename);
    }
}
