package id.pkh.registry.work;

/** Advocacies that wait for their next step, since the day on which they came to their state. */
final class AdvocacyWork {

    private AdvocacyWork() {}

    /**
     * @param which condition of {@code advocacy a}
     * @param act the operation below the advocacy; empty if one takes many advocacies at once
     */
    static String sql(String which, String act, String visible) {
        return "SELECT due_on, id, kpm_id, village_code, '/api/v1/advocacies/' || id || '"
                + act
                + "' AS href FROM (SELECT (t.acted_at AT TIME ZONE 'Asia/Jakarta')::date AS due_on,"
                + " a.advocacy_id AS id, a.kpm_id, k.village_code FROM advocacy a JOIN kpm k ON k.id = a.kpm_id"
                + " JOIN advocacy_act t ON t.advocacy_id = a.advocacy_id AND t.act_no = a.version"
                + " WHERE "
                + which
                + " AND "
                + visible
                + ") AS waiting WHERE (due_on, id) > (:from, :after) ORDER BY due_on, id LIMIT :limit";
    }
}
