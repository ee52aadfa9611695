package id.pkh.meeting.duty;

import static id.pkh.platform.persistence.SqlArrays.days;
import static id.pkh.platform.persistence.SqlArrays.numbers;
import static id.pkh.platform.persistence.SqlArrays.texts;
import static id.pkh.platform.persistence.SqlArrays.uuids;

import id.pkh.contracts.registry.FacilitatorAssigned;
import id.pkh.platform.messaging.envelope.ReceivedEvent;
import id.pkh.platform.persistence.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Keeps the highest version of each assignment of a facilitator. */
@ApplicationScoped
class ProjectAssignments {

    private final Database database;

    ProjectAssignments(Database database) {
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
                        + " SELECT * FROM unnest(:ids, :facilitators, :codes, :roles, :villages, :from, :until, :versions)"
                        + " ON CONFLICT (assignment_id) DO UPDATE SET facilitator_id = excluded.facilitator_id,"
                        + " facilitator_code = excluded.facilitator_code, role = excluded.role,"
                        + " village_code = excluded.village_code, valid_from = excluded.valid_from,"
                        + " valid_until = excluded.valid_until, version = excluded.version"
                        + " WHERE facilitator_assignment.version < excluded.version",
                u ->
                        u.bind("ids", uuids(rows, each(FacilitatorAssigned::assignmentId)))
                                .bind(
                                        "facilitators",
                                        uuids(rows, each(FacilitatorAssigned::facilitatorId)))
                                .bind(
                                        "codes",
                                        texts(rows, each(FacilitatorAssigned::facilitatorCode)))
                                .bind("roles", texts(rows, each(FacilitatorAssigned::role)))
                                .bind(
                                        "villages",
                                        texts(rows, each(FacilitatorAssigned::villageCode)))
                                .bind("from", days(rows, each(FacilitatorAssigned::validFrom)))
                                .bind("until", days(rows, each(FacilitatorAssigned::validUntil)))
                                .bind("versions", numbers(rows, row -> row.meta().sequence())));
    }

    private static <T> Function<ReceivedEvent<FacilitatorAssigned>, T> each(
            Function<FacilitatorAssigned, T> what) {
        return row -> what.apply(row.payload());
    }
}
