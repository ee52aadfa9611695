package id.pkh.registry.facilitator;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.security.Caller;
import id.pkh.platform.web.Refused;
import id.pkh.registry.identity.Identities;
import id.pkh.registry.identity.PersonalField;
import id.pkh.registry.identity.domain.Sealed;
import id.pkh.registry.intake.UniqueViolations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Facilitators and assignments for the use cases. They are locked in the order of their ids, so
 * that two changes never deadlock.
 */
@ApplicationScoped
class FacilitatorRecords {

    private final Database database;
    private final Identities identities;
    private final Caller caller;

    FacilitatorRecords(Database database, Identities identities, Caller caller) {
        this.database = database;
        this.identities = identities;
        this.caller = caller;
    }

    List<FacilitatorEntity> lock(Collection<UUID> ids) {
        return FacilitatorEntity.<FacilitatorEntity>find("id in ?1 order by id", ids)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    List<FacilitatorEntity> lockByCode(Collection<String> codes) {
        return FacilitatorEntity.<FacilitatorEntity>find("code in ?1 order by id", codes)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** Locks a facilitator whom the caller may change. */
    FacilitatorEntity lockVisible(UUID id) {
        FacilitatorEntity facilitator =
                lock(List.of(id)).stream()
                        .findFirst()
                        .orElseThrow(() -> Refused.because("NOT_FOUND"));
        requireInArea(facilitator);
        return facilitator;
    }

    AssignmentEntity assignment(UUID id) {
        return AssignmentEntity.findById(id);
    }

    /** Removes an assignment that was never in effect. */
    void remove(AssignmentEntity assignment) {
        assignment.delete();
    }

    /** Whether a signed-in person is this facilitator: by id or by staff code. */
    boolean isKnownAs(UUID facilitatorId, String subject) {
        return facilitatorId.toString().equals(subject)
                || FacilitatorEntity.count("id = ?1 and code = ?2", facilitatorId, subject) > 0;
    }

    /** Whether a facilitator is responsible for a village of a sub-district on a day. */
    boolean worksIn(String subDistrict, UUID facilitatorId, LocalDate day) {
        return ofFacilitator(facilitatorId).stream()
                .filter(AssignmentEntity::isFacilitator)
                .filter(assignment -> assignment.villageCode.startsWith(subDistrict + "."))
                .anyMatch(assignment -> assignment.range().contains(day));
    }

    List<AssignmentEntity> ofFacilitator(UUID facilitatorId) {
        return AssignmentEntity.list("facilitatorId = ?1 order by villageCode, id", facilitatorId);
    }

    List<AssignmentEntity> ofVillages(Collection<String> villageCodes) {
        return AssignmentEntity.list("villageCode in ?1 order by validFrom, id", villageCodes);
    }

    FacilitatorEntity add(FacilitatorDraft draft, Instant now) {
        Sealed nik = identities.seal(PersonalField.NIK, draft.nik());
        FacilitatorEntity facilitator = new FacilitatorEntity();
        facilitator.id = UuidCreator.getTimeOrderedEpoch();
        facilitator.code = draft.code();
        facilitator.name = draft.name();
        facilitator.nikCipher = nik.cipher();
        facilitator.nikToken = nik.token();
        facilitator.version = 1;
        facilitator.recordedAt = now;
        facilitator.changedAt = now;
        facilitator.persist();
        return facilitator;
    }

    /** Refuses a facilitator of other areas as if there were none. */
    void requireInArea(FacilitatorEntity facilitator) {
        if (!isInArea(facilitator)) {
            throw Refused.because("NOT_FOUND");
        }
    }

    /** Whether a facilitator has a village in the caller's areas, or none at all. */
    boolean isInArea(FacilitatorEntity facilitator) {
        return isIn(caller.areas(), facilitator);
    }

    boolean isIn(AreaScope areas, FacilitatorEntity facilitator) {
        List<AssignmentEntity> assignments = AssignmentEntity.list("facilitatorId", facilitator.id);
        return assignments.isEmpty()
                || assignments.stream().anyMatch(a -> areas.covers(a.villageCode));
    }

    /** Reads an assignment again, because it was first read before its facilitator was locked. */
    void refresh(AssignmentEntity assignment) {
        AssignmentEntity.getEntityManager().refresh(assignment);
    }

    /**
     * Writes pending entities and checks every constraint now, so that a violation can become a
     * refusal.
     */
    void flush() {
        UniqueViolations.refuseOn(
                () -> {
                    AssignmentEntity.flush();
                    database.update("SET CONSTRAINTS ALL IMMEDIATE", u -> {});
                });
    }

    static FacilitatorEntity byId(List<FacilitatorEntity> facilitators, UUID id) {
        return facilitators.stream()
                .filter(facilitator -> facilitator.id.equals(id))
                .findFirst()
                .orElseThrow(() -> Refused.because("FACILITATOR_UNKNOWN"));
    }
}
