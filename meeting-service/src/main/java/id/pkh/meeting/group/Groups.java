package id.pkh.meeting.group;

import id.pkh.platform.persistence.AdvisoryLocks;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Finding and locking groups. */
@ApplicationScoped
public class Groups {

    /**
     * Locked in shared mode while families are projected, and exclusively while groups are formed,
     * so that no family is missed by both.
     */
    private static final String FORMING_LOCK = "meeting.group-forming";

    private final AdvisoryLocks locks;

    Groups(AdvisoryLocks locks) {
        this.locks = locks;
    }

    /** The group, or GROUP_UNKNOWN when there is none in the caller's areas. */
    public GroupEntity require(String code, AreaScope areas) {
        return known(code, areas, LockModeType.NONE);
    }

    /** As {@link #require(String, AreaScope)}; the row is locked until the transaction ends. */
    public GroupEntity requireLocked(String code, AreaScope areas) {
        return known(code, areas, LockModeType.PESSIMISTIC_WRITE);
    }

    private static GroupEntity known(String code, AreaScope areas, LockModeType lock) {
        return GroupEntity.<GroupEntity>find("code", GroupCode.normalise(code))
                .withLock(lock)
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

    /** The current rows in the order of their ids, locked until the transaction ends. */
    public List<GroupEntity> lock(Collection<UUID> ids) {
        return locked("id in ?1 order by id", ids);
    }

    public List<GroupEntity> lockByCode(Collection<String> codes) {
        return locked("code in ?1 order by id", codes);
    }

    private static List<GroupEntity> locked(String which, Collection<?> values) {
        return values.isEmpty()
                ? List.of()
                : GroupEntity.<GroupEntity>find(which, values)
                        .withLock(LockModeType.PESSIMISTIC_WRITE)
                        .list();
    }

    /** The current row, locked until the transaction ends. */
    public GroupEntity lock(UUID id) {
        GroupEntity group = GroupEntity.findById(id);
        GroupEntity.getEntityManager().refresh(group, LockModeType.PESSIMISTIC_WRITE);
        return group;
    }

    /** No family is projected and no other group is formed until the transaction ends. */
    public void lockForming() {
        locks.take(FORMING_LOCK);
    }

    void lockFormingShared() {
        locks.takeShared(FORMING_LOCK);
    }
}
