package id.pkh.registry.complaint;

import id.pkh.platform.persistence.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** The facilitators and coordinators whom complaints are about. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class Persons {

    private static final String FIND =
            """
            SELECT f.id, f.code = :subject OR f.id::text = :subject AS is_caller,
                   EXISTS (SELECT FROM coordinators_in_charge(:today) i WHERE i.facilitator_id = f.id)
                   OR EXISTS (SELECT FROM facilitator_assignment a
                               WHERE a.facilitator_id = f.id AND a.role = 'COORDINATOR' AND a.valid_from <= :today
                                 AND (a.valid_until IS NULL OR a.valid_until >= :today)) AS is_coordinator
              FROM facilitator f
             WHERE f.id = :id
               AND EXISTS (SELECT FROM facilitator_assignment w
                            WHERE w.facilitator_id = f.id AND left(w.village_code, 5) = left(:village, 5))
            """;

    private final Database database;

    Persons(Database database) {
        this.database = database;
    }

    record Person(UUID id, boolean isCaller, boolean isCoordinator) {}

    /** One who works, or worked, in the regency of the village. */
    Optional<Person> find(UUID id, String village, String subject, LocalDate today) {
        return database.query(
                FIND,
                q ->
                        q.bind("id", id)
                                .bind("village", village)
                                .bind("subject", subject)
                                .bind("today", today)
                                .map(database.rowsAs(Person.class))
                                .findOne());
    }
}
