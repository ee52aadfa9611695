package id.pkh.meeting.plan;

import java.util.UUID;

/**
 * What a plan is about; what it is not about is null.
 *
 * @param families that attend the clinic
 * @param cycleCode the payment cycle of a withdrawal day
 */
record PlanSubject(
        UUID groupId,
        String schoolId,
        String clinicCode,
        Integer families,
        UUID kpmId,
        String purpose,
        String cycleCode) {

    /** The village, or the facilitator. */
    static final PlanSubject NONE = new PlanSubject(null, null, null, null, null, null, null);

    static PlanSubject group(UUID groupId) {
        return withdrawal(groupId, null);
    }

    static PlanSubject school(String schoolId) {
        return new PlanSubject(null, schoolId, null, null, null, null, null);
    }

    static PlanSubject clinic(String clinicCode, int families) {
        return new PlanSubject(null, null, clinicCode, families, null, null, null);
    }

    static PlanSubject family(UUID kpmId, String purpose) {
        return new PlanSubject(null, null, null, null, kpmId, purpose, null);
    }

    static PlanSubject withdrawal(UUID groupId, String cycleCode) {
        return new PlanSubject(groupId, null, null, null, null, null, cycleCode);
    }
}
