package id.pkh.meeting.duty;

import id.pkh.platform.persistence.Database;
import id.pkh.platform.persistence.SqlArrays;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.statement.Query;

/**
 * Finds the facilitator who is responsible for a village on a day. During the overlap of a hand-
 * over this is the successor.
 */
@ApplicationScoped
public class ResponsibleFacilitators {

    /** The facilitator of a village {@code v.village_code} on a {@code :day}, as a subquery. */
    public static final String OF_VILLAGE =
            "SELECT a.facilitator_id FROM facilitator_assignment a WHERE a.village_code = v.village_code"
                    + " AND a.role = 'FACILITATOR' AND a.valid_from <= :day"
                    + " AND (a.valid_until IS NULL OR a.valid_until >= :day)"
                    + " ORDER BY a.valid_from DESC, a.assignment_id DESC LIMIT 1";

    /** An assignment that was taken back ends before it begins, and covers no day. */
    private static final String COVERS_MONTH =
            "(SELECT range_agg(daterange(a.valid_from, a.valid_until, '[]')) FROM facilitator_assignment a"
                    + " WHERE a.village_code = f.village_code AND a.role = :role"
                    + " AND (a.valid_until IS NULL OR a.valid_until >= a.valid_from))"
                    + " @> daterange(:first_day, :day, '[]')";

    private static final String ROLE = "FACILITATOR";

    private final Database database;

    ResponsibleFacilitators(Database database) {
        this.database = database;
    }

    public Optional<UUID> of(String villageCode, LocalDate day) {
        return Optional.ofNullable(ofEach(List.of(villageCode), day).get(villageCode));
    }

    /** By village; a village without a facilitator is left out. */
    public Map<String, UUID> ofEach(Collection<String> villageCodes, LocalDate day) {
        return responsible(villageCodes, "true", q -> q.bind("role", ROLE).bind("day", day));
    }

    /**
     * Who is responsible for a whole month: the facilitator of its last day. A village that had
     * nobody on one of its days is left out, because no one can be blamed for what was due then.
     */
    public Map<String, UUID> ofWhole(YearMonth month, Collection<String> villageCodes) {
        return responsible(
                villageCodes,
                COVERS_MONTH,
                q ->
                        q.bind("role", ROLE)
                                .bind("day", month.atEndOfMonth())
                                .bind("first_day", month.atDay(1)));
    }

    private Map<String, UUID> responsible(
            Collection<String> villageCodes, String condition, UnaryOperator<Query> bind) {
        Map<String, UUID> responsible = new HashMap<>();
        database.query(
                        "SELECT DISTINCT ON (village_code) village_code, facilitator_id FROM facilitator_assignment f"
                                + " WHERE village_code = ANY (:villages) AND role = :role AND valid_from <= :day"
                                + " AND (valid_until IS NULL OR valid_until >= :day) AND "
                                + condition
                                + " ORDER BY village_code, valid_from DESC, assignment_id DESC",
                        q ->
                                bind.apply(q.bind("villages", SqlArrays.texts(villageCodes)))
                                        .map(database.rowsAs(Responsible.class))
                                        .list())
                .forEach(row -> responsible.put(row.villageCode(), row.facilitatorId()));
        return responsible;
    }

    /** Whether this subject is that facilitator: by id or by staff code. */
    public boolean isKnownAs(UUID facilitatorId, String subject) {
        return facilitatorId.toString().equals(subject)
                || database.query(
                        "SELECT EXISTS (SELECT 1 FROM facilitator_assignment"
                                + " WHERE facilitator_id = :id AND facilitator_code = :code)",
                        q ->
                                q.bind("id", facilitatorId)
                                        .bind("code", subject)
                                        .mapTo(Boolean.class)
                                        .one());
    }

    /** The facilitator whose id or staff code this subject is; empty for everyone else. */
    public Optional<UUID> knownAs(String subject) {
        return database.query(
                "SELECT facilitator_id FROM facilitator_assignment WHERE facilitator_code = :subject"
                        + " OR facilitator_id::text = :subject ORDER BY valid_from DESC LIMIT 1",
                q -> q.bind("subject", subject).mapTo(UUID.class).findFirst());
    }

    /** Whether the facilitator answers for a village on this day or later. */
    public boolean isAssignedFrom(UUID facilitatorId, LocalDate day) {
        return database.query(
                "SELECT EXISTS (SELECT FROM facilitator_assignment WHERE facilitator_id = :id AND role = :role"
                        + " AND (valid_until IS NULL OR valid_until >= greatest(:day, valid_from)))",
                q ->
                        q.bind("id", facilitatorId)
                                .bind("role", ROLE)
                                .bind("day", day)
                                .mapTo(Boolean.class)
                                .one());
    }

    /** The facilitator of a village. */
    private record Responsible(String villageCode, UUID facilitatorId) {}
}
