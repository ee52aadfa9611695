package id.pkh.meeting.group;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * One election of a group's officers. The latest election is in effect; no election is ever
 * changed.
 */
@Entity
@Table(name = "group_officers")
class OfficersEntity extends PanacheEntityBase {

    @Id UUID id;
    UUID groupId;
    LocalDate electedOn;
    UUID chairKpmId;
    UUID secretaryKpmId;
    UUID treasurerKpmId;
    Instant recordedAt;
    String recordedBy;

    static Optional<OfficersEntity> standing(UUID groupId) {
        return OfficersEntity.<OfficersEntity>find(
                        "groupId = ?1 order by electedOn desc, recordedAt desc, id desc", groupId)
                .firstResultOptional();
    }
}
