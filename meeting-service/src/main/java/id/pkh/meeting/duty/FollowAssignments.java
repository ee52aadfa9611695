package id.pkh.meeting.duty;

import id.pkh.contracts.registry.FacilitatorAssigned;
import id.pkh.meeting.Database;
import id.pkh.platform.messaging.envelope.ReceivedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Takes in assignments of facilitators; the highest version of each is kept. */
@ApplicationScoped
class FollowAssignments {

    private final Database database;

    FollowAssignments(Database database) {
        this.database = database;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void handle(List<ReceivedEvent<FacilitatorAssigned>> events) {
        Map<String, ReceivedEvent<FacilitatorAssigned>> newest = new TreeMap<>();
        for (ReceivedEvent<FacilitatorAssigned> event : events) {
            newest.merge(
                    event.payload().assignmentId().toString(),
                    event,
                    (a, b) -> a.meta().sequence() >= b.meta().sequence() ? a : b);
        }
        Collection<ReceivedEvent<FacilitatorAssigned>> rows = newest.values();
        database.update(
                "INSERT INTO facilitator_assignment (assignment_id, facilitator_id, facilitator_code, role,"
                        + " village_code, valid_from, valid_until, version)"
                        + " SELECT * FROM unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::date[],"
                        + " ?::date[], ?::bigint[])"
                        + " ON CONFLICT (assignment_id) DO UPDATE SET facilitator_id = excluded.facilitator_id,"
                        + " facilitator_code = excluded.facilitator_code, role = excluded.role,"
                        + " village_code = excluded.village_code, valid_from = excluded.valid_from,"
                        + " valid_until = excluded.valid_until, version = excluded.version"
                        + " WHERE facilitator_assignment.version < excluded.version",
                Database.uuids(each(rows, FacilitatorAssigned::assignmentId)),
                Database.uuids(each(rows, FacilitatorAssigned::facilitatorId)),
                Database.texts(each(rows, FacilitatorAssigned::facilitatorCode)),
                Database.texts(each(rows, FacilitatorAssigned::role)),
                Database.texts(each(rows, FacilitatorAssigned::villageCode)),
                Database.dates(each(rows, FacilitatorAssigned::validFrom)),
                Database.dates(each(rows, FacilitatorAssigned::validUntil)),
                Database.numbers(rows.stream().map(row -> row.meta().sequence()).toList()));
    }

    private static <T> List<T> each(
            Collection<ReceivedEvent<FacilitatorAssigned>> rows,
            Function<FacilitatorAssigned, T> what) {
        List<T> values = new ArrayList<>();
        rows.forEach(row -> values.add(what.apply(row.payload())));
        return values;
    }
}
