package id.pkh.platform.operations;

import id.pkh.platform.security.Caller;
import id.pkh.platform.security.RoleSets;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import id.pkh.platform.web.Refused;
import id.pkh.platform.web.Refuses;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The events that a service published, by event id, by correlation id, or by key. */
@Path("/api/v1/operations/journal")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Operations")
public class JournalResource {

    private final Journal journal;
    private final Caller caller;

    JournalResource(Journal journal, Caller caller) {
        this.journal = journal;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(RoleSets.OPERATIONS_READERS)
    @Refuses({"JOURNAL_WITHOUT_MARK"})
    @Operation(
            operationId = "listPublishedEvents",
            summary = "Published events, oldest first",
            description =
                    "Exactly one of event, correlation and key. The payload is shown within the areas of the caller;"
                            + " elsewhere payload_hidden is true.")
    public Page<Journal.JournalView> list(
            @QueryParam("event") UUID event,
            @QueryParam("correlation") String correlation,
            @QueryParam("key") String key,
            @BeanParam PageParams page) {
        int given = (event == null ? 0 : 1) + (correlation == null ? 0 : 1) + (key == null ? 0 : 1);
        if (given != 1) {
            throw Refused.because("JOURNAL_WITHOUT_MARK");
        }
        if (event != null) {
            return journal.list(Journal.Criterion.EVENT, event, caller.areas(), page);
        }
        return correlation != null
                ? journal.list(Journal.Criterion.CORRELATION, correlation, caller.areas(), page)
                : journal.list(Journal.Criterion.KEY, key, caller.areas(), page);
    }
}
