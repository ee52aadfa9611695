package id.pkh.platform.files;

import id.pkh.platform.security.AreaScope;
import id.pkh.platform.security.Caller;
import id.pkh.platform.security.Roles;
import id.pkh.platform.web.Refused;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.io.InputStream;
import java.util.Iterator;
import org.jboss.resteasy.reactive.RestResponse;

/** Receives a file as a service does, at a path that begins like that of the platform. */
@Path("/api/v1/imports")
@RolesAllowed({Roles.DATA_ADMINISTRATOR, Roles.FACILITATOR})
public class TryUploadsResource {

    @Inject FileReceipts receipts;
    @Inject FileAnswers answers;
    @Inject Caller caller;

    @POST
    @ReceivesFile
    @Path("/things")
    public RestResponse<FileResultView> post(
            InputStream body, @QueryParam("filename") String filename) {
        return answers.to(body, filename, upload -> receipts.once("things", upload, this::apply));
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
