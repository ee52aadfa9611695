package id.pkh.platform.security;

import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.persistence.Database;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** Reads the read log for auditors, within their areas. */
@ApplicationScoped
@Unremovable
class ReadLogEntries {

    /**
     * One read of identifying fields.
     *
     * @param subjectId the service's id of the person or of the batch
     * @param areaCode null when the subject lies in no single area
     * @param fields names of the fields, comma-separated
     */
    record Entry(
            long readLogId,
            String reader,
            String subjectKind,
            String subjectId,
            String areaCode,
            String fields,
            String purpose,
            Instant readAt) {}

    /** Which entries; each criterion may be null. */
    record Filter(String subjectId, String reader, Instant from, Instant before) {}

    private final Database database;

    ReadLogEntries(Database database) {
        this.database = database;
    }

    /** The latest first. An entry without an area lies in no area but the whole country. */
    List<Entry> latest(Filter filter, AreaScope areas, long below, int limit) {
        Conditions where =
                new Conditions()
                        .and("read_log_id < ?", below)
                        .andIfGiven("subject_id = ?", filter.subjectId())
                        .andIfGiven("reader = ?", filter.reader())
                        .andIfGiven("read_at >= ?", filter.from())
                        .andIfGiven("read_at < ?", filter.before());
        if (!areas.isEverywhere()) {
            where.andAnyAreaCollatedC("area_code", areas.codes());
        }
        return database.query(
                "SELECT read_log_id, reader, subject_kind, subject_id, area_code, fields, purpose,"
                        + " read_at FROM read_log WHERE "
                        + where.sql()
                        + " ORDER BY read_log_id DESC LIMIT :limit",
                q ->
                        q.bindMap(where.values())
                                .bind("limit", limit)
                                .map(database.rowsAs(Entry.class))
                                .list());
    }
}
