package id.pkh.meeting.group;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
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

    @Column(name = "group_id")
    UUID groupId;

    @Column(name = "elected_on")
    LocalDate electedOn;

    @Column(name = "chair_kpm_id")
    UUID chairKpmId;

    @Column(name = "secretary_kpm_id")
    UUID secretaryKpmId;

    @Column(name = "treasurer_kpm_id")
    UUID treasurerKpmId;

    @Column(name = "recorded_at")
    Instant recordedAt;

    @Column(name = "recorded_by")
    String recordedBy;

    static Optional<OfficersEntity> standing(UUID groupId) {
        return OfficersEntity.<OfficersEntity>find(
                        "groupId = ?1 order by electedOn desc, recordedAt desc, id desc", groupId)
                .firstResultOptional();
    }
}
