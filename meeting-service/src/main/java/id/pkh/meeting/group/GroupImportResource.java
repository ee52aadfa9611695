package id.pkh.meeting.group;

import id.pkh.platform.files.FileAnswers;
import id.pkh.platform.files.FileResultView;
import id.pkh.platform.files.ReceivesFile;
import id.pkh.platform.security.Caller;
import id.pkh.platform.security.Roles;
import id.pkh.platform.web.Refuses;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Lists of groups, as CSV or XLSX in the request body. */
@Tag(name = "Groups", description = "Groups of families, and their officers")
@Path("/api/v1/imports/groups")
public class GroupImportResource {

    private final ImportGroups importGroups;
    private final FileAnswers answers;
    private final Caller caller;

    GroupImportResource(ImportGroups importGroups, FileAnswers answers, Caller caller) {
        this.importGroups = importGroups;
        this.answers = answers;
        this.caller = caller;
    }

    @POST
    @ReceivesFile
    @RolesAllowed(Roles.DATA_ADMINISTRATOR)
    @Refuses({"FILE_NOT_A_LIST_OF_GROUPS"})
    @Operation(
            operationId = "importGroups",
            summary = "Forms the groups of a list (groups.csv or XLSX)")
    public RestResponse<FileResultView> receive(
            InputStream body, @QueryParam("filename") String filename) {
        return answers.to(body, filename, upload -> importGroups.handle(upload, caller.areas()));
    }
}
