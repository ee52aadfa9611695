package id.pkh.meeting.duty;

import id.pkh.meeting.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Who answers for a village on a day. While a hand-over overlaps, the successor does. */
@ApplicationScoped
public class ResponsibleFacilitators {

    private static final String ROLE = "FACILITATOR";

    private final Database database;

    ResponsibleFacilitators(Database database) {
        this.database = database;
    }

    public Optional<UUID> of(String villageCode, LocalDate day) {
        return Optional.ofNullable(ofEach(List.of(villageCode), day).get(villageCode));
    }

    /** By village; a village without anybody is left out. */
    public Map<String, UUID> ofEach(Collection<String> villageCodes, LocalDate day) {
        Map<String, UUID> responsible = new HashMap<>();
        database.query(
                "SELECT DISTINCT ON (village_code) village_code, facilitator_id FROM facilitator_assignment"
                        + " WHERE village_code = ANY (?) AND role = ? AND valid_from <= ?"
                        + " AND (valid_until IS NULL OR valid_until >= ?)"
                        + " ORDER BY village_code, valid_from DESC, assignment_id DESC",
                row ->
                        responsible.put(
                                row.getString("village_code"),
                                row.getObject("facilitator_id", UUID.class)),
                Database.texts(villageCodes),
                ROLE,
                day,
                day);
        return responsible;
    }

    /**
     * Whether the person who logs in under this subject is that facilitator: by id or by staff
     * code.
     */
    public boolean isKnownAs(UUID facilitatorId, String subject) {
        return facilitatorId.toString().equals(subject)
                || database.first(
                                "SELECT 1 FROM facilitator_assignment WHERE facilitator_id = ?"
                                        + " AND facilitator_code = ? LIMIT 1",
                                row -> row.getInt(1),
                                facilitatorId,
                                subject)
                        .isPresent();
    }
}
