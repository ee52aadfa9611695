package id.pkh.platform.files;

import id.pkh.platform.security.Caller;
import id.pkh.platform.security.RoleSets;
import id.pkh.platform.security.Roles;
import id.pkh.platform.web.Cursor;
import id.pkh.platform.web.Language;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import id.pkh.platform.web.RefusalTexts;
import id.pkh.platform.web.Refused;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Files that were sent to this service. Everyone sees their own. Administrators and auditors also
 * see those of senders whose areas lie within their own.
 */
@Path("/api/v1/imports")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({RoleSets.FIELD_STAFF, Roles.AUDITOR})
@Tag(name = "Imports", description = "Files that were sent, and their refused rows")
public class ImportsResource {

    @Inject ReceivedFiles files;
    @Inject Caller caller;
    @Inject RefusalTexts texts;

    @GET
    @Transactional
    @Operation(operationId = "listReceivedFiles", summary = "Received files, newest first")
    public Page<ImportView> list(@BeanParam PageParams page) {
        Optional<Cursor> after = page.cursor();
        List<FileReceipt> receipts =
                files.newest(
                        Viewer.of(caller),
                        after.map(ImportsResource::receivedAt).orElse(null),
                        after.map(cursor -> cursor.uuid(1)).orElse(null),
                        page.limit() + 1);
        return Page.of(
                receipts,
                page.limit(),
                receipt -> new Object[] {receipt.receivedAt(), receipt.fileId()},
                ImportView::of);
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(operationId = "getReceivedFile", summary = "One received file with its counts")
    public ImportView get(@PathParam("id") UUID id) {
        return ImportView.of(visible(id));
    }

    @GET
    @Path("/{id}/refusals")
    @Transactional
    @Operation(operationId = "listRefusedRows", summary = "Refused rows of a file, in their order")
    public Page<RowRefusalView> refusals(
            @PathParam("id") UUID id, @BeanParam PageParams page, @Context HttpHeaders headers) {
        UUID fileId = visible(id).fileId();
        long after = page.cursor().map(cursor -> cursor.number(0)).orElse(0L);
        List<RowRefusal> rows = files.refusals(fileId, after, page.limit() + 1);
        boolean more = rows.size() > page.limit();
        Language language = Language.of(headers);
        List<RowRefusalView> views =
                rows.stream()
                        .limit(page.limit())
                        .map(row -> RowRefusalView.of(row, texts, language))
                        .toList();
        return new Page<>(views, more ? Cursor.encode(after + page.limit()) : null);
    }

    private FileReceipt visible(UUID id) {
        return files.find(id, Viewer.of(caller)).orElseThrow(() -> Refused.because("NOT_FOUND"));
    }

    private static Instant receivedAt(Cursor cursor) {
        try {
            return Instant.parse(cursor.text(0));
        } catch (DateTimeException | NullPointerException otherList) {
            throw Refused.because("INVALID_CURSOR", otherList);
        }
    }
}
