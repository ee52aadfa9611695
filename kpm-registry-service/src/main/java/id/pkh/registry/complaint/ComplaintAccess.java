package id.pkh.registry.complaint;

import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.security.Caller;
import id.pkh.platform.security.Roles;
import id.pkh.platform.web.Refused;
import id.pkh.registry.area.CallerAreas;
import id.pkh.registry.complaint.domain.ComplaintState;
import id.pkh.registry.complaint.domain.HandlingLevel;
import id.pkh.registry.complaint.domain.Standing;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Who may see and handle a complaint: those who lodged it, the levels from the first one to the
 * highest that has had to do with it, and auditors; never the person whom it is about. Everyone
 * else is answered as if it did not exist.
 */
@ApplicationScoped
class ComplaintAccess {

    static final String AREA = "k.village_code";

    private static final String NOT_ABOUT_CALLER =
            "NOT EXISTS (SELECT FROM facilitator f WHERE f.id = c.about_facilitator_id"
                    + " AND (f.code = ? OR f.id::text = ?))";

    private final CallerAreas areas;
    private final Complaints complaints;
    private final Caller caller;

    ComplaintAccess(CallerAreas areas, Complaints complaints, Caller caller) {
        this.areas = areas;
        this.complaints = complaints;
        this.caller = caller;
    }

    /** The role that handles complaints of a level. */
    static String roleOf(HandlingLevel level) {
        return switch (level) {
            case FACILITATOR -> Roles.FACILITATOR;
            case COORDINATOR -> Roles.COORDINATOR;
            case REGENCY -> Roles.DATA_ADMINISTRATOR;
            case MINISTRY -> Roles.MINISTRY_OFFICER;
        };
    }

    private boolean isOf(HandlingLevel level) {
        return caller.hasRole(roleOf(level));
    }

    Conditions visible() {
        String subject = caller.subject();
        Conditions visible = areas.visible(AREA).and(NOT_ABOUT_CALLER, subject, subject);
        if (caller.hasRole(Roles.AUDITOR)) {
            return visible;
        }
        StringBuilder anyOf = new StringBuilder("c.lodged_by = ?");
        List<Object> values = new ArrayList<>(List.of(subject));
        if (caller.hasRole(Roles.HOTLINE_CLERK)) {
            anyOf.append(" OR c.lodged_as = 'HOTLINE_CLERK'");
        }
        for (HandlingLevel level : HandlingLevel.values()) {
            if (isOf(level)) {
                anyOf.append(" OR c.first_level <= ? AND c.reach >= ?");
                values.addAll(List.of(level.rank(), level.rank()));
            }
        }
        return visible.and(anyOf.toString(), values.toArray());
    }

    /** Locks a complaint that the caller may see. */
    ComplaintRow lock(UUID id) {
        complaints.lock(id);
        return complaints.list(visible().and("c.complaint_id = ?", id), 1).stream()
                .findFirst()
                .orElseThrow(() -> Refused.because("NOT_FOUND"));
    }

    /** The same, if it is still as the caller has read it. */
    ComplaintRow lock(UUID id, int version) {
        ComplaintRow row = lock(id);
        if (row.version() != version) {
            throw Refused.because("COMPLAINT_VERSION_DIFFERS").with("version", row.version());
        }
        return row;
    }

    static void requireStep(ComplaintRow row, ComplaintState next) {
        if (!row.state().canBecome(next)) {
            throw notOpen(row);
        }
    }

    static Refused notOpen(ComplaintRow row) {
        return Refused.because("COMPLAINT_NOT_OPEN").with("state", row.state().name());
    }

    /** Only people of the level that has the complaint handle it. */
    void requireWithCaller(ComplaintRow row) {
        if (!isOf(row.standing().level())) {
            throw notWithCaller(row);
        }
    }

    /** Another person than the one who followed it up, of the same level or of the one above. */
    void requireSecondPerson(ComplaintRow row) {
        Standing standing = row.standing();
        if (Stream.of(HandlingLevel.values())
                .noneMatch(level -> standing.isClosedAt(level) && isOf(level))) {
            throw notWithCaller(row);
        }
        if (caller.subject().equals(row.followedUpBy())) {
            throw Refused.because("COMPLAINT_SAME_PERSON");
        }
    }

    private static Refused notWithCaller(ComplaintRow row) {
        return Refused.because("COMPLAINT_NOT_WITH_YOU")
                .with("level", row.standing().level().name());
    }
}
