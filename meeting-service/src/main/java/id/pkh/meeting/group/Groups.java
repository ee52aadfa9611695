package id.pkh.meeting.group;

import id.pkh.meeting.Database;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;

/** Finding and locking groups. */
@ApplicationScoped
public class Groups {

    /**
     * Held shared while families are taken in, exclusive while groups are formed: none slips
     * between.
     */
    private static final long FORMING_LOCK = 7_710_810_010_001L;

    private final Database database;

    Groups(Database database) {
        this.database = database;
    }

    /** The group, or GROUP_UNKNOWN when there is none in the caller's areas. */
    public GroupEntity require(String code, AreaScope areas) {
        return GroupEntity.<GroupEntity>find("code", GroupCode.normalise(code))
                .firstResultOptional()
                .filter(group -> areas.covers(group.villageCode))
                .orElseThrow(
                        () ->
                                Refused.because("GROUP_UNKNOWN")
                                        .with("group_code", code == null ? "" : code.strip()));
    }

    /** The group, or NOT_FOUND when there is none in the caller's areas. */
    public GroupEntity require(UUID id, AreaScope areas) {
        return GroupEntity.<GroupEntity>findByIdOptional(id)
                .filter(group -> areas.covers(group.villageCode))
                .orElseThrow(() -> Refused.because("NOT_FOUND"));
    }

    /** The row as it is now, locked until the transaction ends. */
    public GroupEntity lock(UUID id) {
        GroupEntity group = GroupEntity.findById(id);
        GroupEntity.getEntityManager().refresh(group, LockModeType.PESSIMISTIC_WRITE);
        return group;
    }

    public Optional<GroupEntity> byId(UUID id) {
        return GroupEntity.findByIdOptional(id);
    }

    void lockForming() {
        database.query("SELECT pg_advisory_xact_lock(?)", row -> row.getObject(1), FORMING_LOCK);
    }

    void lockFormingShared() {
        database.query(
                "SELECT pg_advisory_xact_lock_shared(?)", row -> row.getObject(1), FORMING_LOCK);
    }
}
