package id.pkh.platform.security;

import id.pkh.platform.persistence.Database;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/**
 * Records who read which identifying fields of which person, when and why. Append-only: the table
 * refuses changes. Joins the caller's transaction, or starts one when there is none. Record before
 * you respond: when the read cannot be logged, it must fail.
 */
@ApplicationScoped
@Unremovable
public class ReadLog {

    private final Database database;
    private final Clock clock;
    private final Caller caller;

    ReadLog(Database database, Clock clock, Caller caller) {
        this.database = database;
        this.clock = clock;
        this.caller = caller;
    }

    /**
     * @param subjectKind kind of the person, such as {@code member}
     * @param subjectId the service's id of the person, never a NIK
     * @param areaCode the area of the person; null when the subject lies in no single area, and
     *     then only an auditor of all areas reads the entry
     * @param fields names of the fields, comma-separated
     * @param purpose the reason that the caller or the use case stated
     */
    @Transactional
    public void record(
            String subjectKind, String subjectId, String areaCode, String fields, String purpose) {
        database.update(
                "INSERT INTO read_log"
                        + " (reader, subject_kind, subject_id, area_code, fields, purpose, read_at)"
                        + " VALUES (:reader, :kind, :id, :area, :fields, :purpose, :at)",
                u ->
                        u.bind("reader", caller.subject())
                                .bind("kind", subjectKind)
                                .bind("id", subjectId)
                                .bind("area", areaCode)
                                .bind("fields", fields)
                                .bind("purpose", purpose)
                                .bind("at", clock.instant()));
    }
}
