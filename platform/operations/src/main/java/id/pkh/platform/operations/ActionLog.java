package id.pkh.platform.operations;

import id.pkh.platform.persistence.Database;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Reads the audit of what operators did with parked events and jobs. */
@ApplicationScoped
class ActionLog {

    private final Database database;

    ActionLog(Database database) {
        this.database = database;
    }

    /**
     * One action.
     *
     * @param action REDRIVE, DISCARD, STOP_JOB, RESUME_JOB or RETRY_SET_ASIDE
     * @param selection the events or the job it was done to, as JSON
     * @param outcome its result, as JSON
     */
    @Schema(name = "OperatorAction")
    public record ActionView(
            long actionId,
            Instant doneAt,
            String doneBy,
            @Schema(
                            enumeration = {
                                "REDRIVE",
                                "DISCARD",
                                "STOP_JOB",
                                "RESUME_JOB",
                                "RETRY_SET_ASIDE"
                            })
                    String action,
            String selection,
            String outcome) {}

    /** The latest actions first. */
    Page<ActionView> list(PageParams page) {
        List<ActionView> actions =
                database.query(
                        "SELECT action_id, done_at, done_by, action, selection, outcome"
                                + " FROM operator_action WHERE action_id < :below"
                                + " ORDER BY action_id DESC LIMIT :limit",
                        q ->
                                q.bind(
                                                "below",
                                                page.cursor()
                                                        .map(c -> c.number(0))
                                                        .orElse(Long.MAX_VALUE))
                                        .bind("limit", page.limit() + 1)
                                        .map(database.rowsAs(ActionView.class))
                                        .list());
        return Page.of(
                actions, page.limit(), a -> new Object[] {a.actionId()}, Function.identity());
    }
}
