package id.pkh.platform.calendar.work;

import id.pkh.platform.calendar.work.WorkList.Due;
import id.pkh.platform.security.Caller;
import id.pkh.platform.security.RoleSets;
import id.pkh.platform.web.Language;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is due for the caller. */
@Path("/api/v1/my-work")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "My work", description = "What is due for the caller's roles, in the caller's areas")
public class MyWorkResource {

    private final WorkList work;
    private final WorkTexts texts;
    private final Caller caller;

    MyWorkResource(WorkList work, WorkTexts texts, Caller caller) {
        this.work = work;
        this.texts = texts;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({RoleSets.FIELD_STAFF, RoleSets.MINISTRY})
    @Operation(
            operationId = "listMyWork",
            summary = "What is due for the caller, the oldest first",
            description =
                    "Of the caller's roles and areas. What waits because of the caller's own act is"
                            + " another person's work, and is left out.")
    public Page<WorkItemView> list(@BeanParam PageParams page, @Context HttpHeaders headers) {
        Language language = Language.of(headers);
        LocalDate today = work.today();
        return Page.of(
                work.next(
                        caller::hasRole,
                        caller.subject(),
                        caller.areas(),
                        page.cursor(),
                        page.limit() + 1),
                page.limit(),
                Due::position,
                due -> view(due, language, today));
    }

    private WorkItemView view(Due due, Language language, LocalDate today) {
        WorkItem item = due.item();
        return new WorkItemView(
                due.kind(),
                item.dueOn(),
                item.dueOn().isBefore(today),
                item.subjects(),
                item.villageCode(),
                texts.sentence(due.kind(), item.values(), language),
                item.href());
    }
}
