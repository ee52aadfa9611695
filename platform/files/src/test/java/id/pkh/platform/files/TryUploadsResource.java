package id.pkh.platform.files;

import id.pkh.platform.security.AreaScope;
import id.pkh.platform.security.Caller;
import id.pkh.platform.security.Roles;
import id.pkh.platform.web.Refused;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.Iterator;

/** Receives a file as a service does, at a path that begins like that of the platform. */
@Path("/api/v1/imports")
@RolesAllowed({Roles.DATA_ADMINISTRATOR, Roles.FACILITATOR})
public class TryUploadsResource {

    @Inject Uploads uploads;
    @Inject FileReceipts receipts;
    @Inject FileAnswers answers;
    @Inject Caller caller;

    @POST
    @Path("/things")
    @Consumes({"text/csv", "application/octet-stream"})
    public Response post(
            InputStream body,
            @QueryParam("filename") String filename,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        try (ReceivedUpload upload = uploads.receive(body, headers, filename)) {
            return answers.of(receipts.once("things", upload, this::apply), headers, uri);
        }
    }

    private FileResult apply(FileRun run) {
        try (TabularFile file = TabularFile.open(run.upload(), TabularLimits.defaults())) {
            Iterator<Row> rows = file.rows();
            if (!rows.hasNext() || !rows.next().cell(0).equals("nik")) {
                throw Refused.because("FILE_KIND_UNKNOWN").with("found", "no header");
            }
            while (rows.hasNext()) {
                Row row = rows.next();
                run.read();
                String area = row.cell(1);
                if (AreaScope.isAreaCode(area) && !caller.areas().covers(area)) {
                    run.refuseForAreas(
                            RowRefusal.of(row.line(), "x", area, "NIK_LENGTH", "your area"));
                } else if (row.cell(0).length() == 16) {
                    run.applied();
                } else {
                    run.refuse(
                            RowRefusal.of(
                                    row.line(), "nik", row.cell(0), "NIK_LENGTH", "16 digits"));
                }
            }
        }
        run.detail("thing_id", "42");
        return run.result();
    }
}
