package id.pkh.testsupport.description.contract;

import id.pkh.testsupport.rows.Rows;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Provides what the examples of {@code /operations} and {@code /imports} speak of. The jobs are of
 * a kind that no worker of the service takes.
 */
public final class OperatorsExamples {

    private static final String PREFIX = "01983f2a-6c10-7b3e-9d51-";
    private static final String WAITING = PREFIX + "5e7a9c1b3f99";
    private static final String STOPPED = PREFIX + "5e7a9c1b3faa";
    private static final String WITH_SET_ASIDE = PREFIX + "5e7a9c1b3fbb";
    private static final String REDRIVE = PREFIX + "6f8b0d2c4abb";
    private static final String NEW_REDRIVE = PREFIX + "6f8b0d2c4acc";
    private static final String FILE = PREFIX + "4d6f8b0a2e88";
    private static final String PUBLISHED = PREFIX + "7a9c1e3d5bcc";
    private static final String PARKED = "90071";

    private final Rows rows;
    private final Map<String, String> actual = new HashMap<>();

    private OperatorsExamples(Rows rows) {
        this.rows = rows;
    }

    /** Texts of the examples, and what they are in this database. */
    public static Map<String, String> provide(Rows rows) {
        OperatorsExamples examples = new OperatorsExamples(rows);
        examples.jobs();
        examples.parkedEvent();
        examples.receivedFile();
        return examples.actual;
    }

    /**
     * Makes what was provided lie in an area: the received file, a read of identifying numbers, and
     * the parked event. Names an event that the service has published.
     */
    public static Map<String, String> within(String area, Rows rows, Map<String, String> provided) {
        String village = area + ".1001";
        rows.execute(
                "UPDATE received_file SET sender_areas = ARRAY[?] WHERE file_id = ?::uuid",
                area,
                provided.get(FILE));
        rows.execute(
                "UPDATE parked_event SET area_codes = ARRAY[?] WHERE parked_id = ?::bigint",
                village,
                provided.get(PARKED));
        rows.execute(
                "INSERT INTO read_log (reader, subject_kind, subject_id, area_code, fields, purpose,"
                        + " read_at) VALUES ('officer-1', 'kpm', ?, ?, 'nik', 'example', now())",
                UUID.randomUUID().toString(),
                village);
        return rows.texts("SELECT event_id::text FROM outbox LIMIT 1").stream()
                .collect(Collectors.toMap(event -> PUBLISHED, event -> event));
    }

    private UUID newId(String example) {
        UUID id = UUID.randomUUID();
        actual.put(example, id.toString());
        return id;
    }

    private void jobs() {
        UUID waiting = newId(WAITING);
        job(waiting, "example", "WAITING", null);
        job(newId(STOPPED), "example", "STOPPED", null);
        UUID withSetAside = newId(WITH_SET_ASIDE);
        UUID redrive = newId(REDRIVE);
        newId(NEW_REDRIVE);
        rows.execute(
                "WITH added AS (INSERT INTO redrive (redrive_id, reason, end_id, selected)"
                        + " VALUES (?, 'TYPE_UNKNOWN', 0, 0), (?, 'TYPE_UNKNOWN', 0, 0))"
                        + " INSERT INTO job (job_id, kind, subject, parameters, status, after_job,"
                        + " items_set_aside, finished_at, requested_by, requested_at, moved_at) VALUES"
                        + " (?, 'redrive', ?, '', 'WAITING', ?, 0, NULL, 'operator-1', now(), now()),"
                        + " (?, 'redrive', ?, '', 'DONE', NULL, 1, now(), 'operator-1', now(), now())",
                redrive,
                withSetAside,
                redrive,
                redrive.toString(),
                waiting,
                withSetAside,
                withSetAside.toString());
        rows.execute(
                "INSERT INTO job_set_aside (job_id, item, reason, set_aside_at)"
                        + " VALUES (?, '0', 'IllegalStateException', now())",
                withSetAside);
    }

    private void job(UUID id, String kind, String status, UUID after) {
        rows.execute(
                "INSERT INTO job (job_id, kind, subject, parameters, status, after_job, stopped_by,"
                        + " requested_by, requested_at, moved_at)"
                        + " VALUES (?, ?, ?, '', ?, ?, ?, 'operator-1', now(), now())",
                id,
                kind,
                id.toString(),
                status,
                after,
                status.equals("STOPPED") ? "operator-1" : null);
    }

    private void parkedEvent() {
        String key = UUID.randomUUID().toString();
        rows.execute(
                "INSERT INTO parked_event (topic, event_key, record_partition, record_offset,"
                        + " event_type, headers, payload, reason, cause)"
                        + " VALUES ('pkh.example.thing.v1', ?, 0, ?, 'id.pkh.example.thing.v1', '{}',"
                        + " '{}', 'TYPE_UNKNOWN', 'no handler')",
                key,
                (long) key.hashCode());
        actual.put(
                PARKED,
                rows.text("SELECT parked_id::text FROM parked_event WHERE event_key = ?", key));
    }

    private void receivedFile() {
        UUID file = newId(FILE);
        String sha256 = (file.toString() + file).replace("-", "");
        rows.execute(
                "INSERT INTO received_file (file_id, kind, sha256, filename, bytes, status, rows_read,"
                        + " rows_refused, refusals, received_by, received_at, finished_at)"
                        + " VALUES (?, 'example', ?, 'example.csv', 9, 'PARTLY_APPLIED', 2, 1, 1,"
                        + " 'facilitator-1', now(), now())",
                file,
                sha256);
        rows.execute(
                "INSERT INTO received_file_row (file_id, number, line, column_name, masked_value,"
                        + " code, expected) VALUES (?, 1, 2, 'NIK', '****', 'NIK_LENGTH', '16 digits')",
                file);
    }
}
