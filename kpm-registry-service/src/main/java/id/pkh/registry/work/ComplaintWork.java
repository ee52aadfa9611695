package id.pkh.registry.work;

/** Open complaints by their day; never one that is about the caller. */
final class ComplaintWork {

    private ComplaintWork() {}

    /**
     * What a level above the facilitator settles, and what it confirms of the level below or of a
     * colleague. It is nothing for the list of a hand-over, which is of no subject.
     */
    static String ofLevel(int level) {
        return "(c.level = %d AND c.state <> 'FOLLOWED_UP' OR c.state = 'FOLLOWED_UP'"
                        .formatted(level)
                + " AND c.level IN (%d, %d) AND c.followed_up_by <> :subject)"
                        .formatted(level - 1, level)
                + " AND :subject <> '-'";
    }

    /**
     * @param which condition of {@code complaint c}
     */
    static String sql(String which, String visible) {
        return "SELECT c.due_on, c.complaint_id AS id, c.kpm_id, k.village_code,"
                + " (c.lodged_at AT TIME ZONE 'Asia/Jakarta')::date AS since,"
                + " '/api/v1/complaints/' || c.complaint_id AS href"
                + " FROM complaint c JOIN kpm k ON k.id = c.kpm_id"
                + " WHERE c.state IN ('OPEN', 'IN_PROGRESS', 'FOLLOWED_UP') AND ("
                + which
                + ") AND NOT EXISTS (SELECT FROM facilitator f WHERE f.id = c.about_facilitator_id"
                + " AND (f.code = :subject OR f.id::text = :subject))"
                + " AND (c.due_on, c.complaint_id) > (:from, :after) AND "
                + visible
                + " ORDER BY c.due_on, c.complaint_id LIMIT :limit";
    }
}
