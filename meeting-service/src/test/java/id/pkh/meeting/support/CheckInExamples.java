package id.pkh.meeting.support;

import id.pkh.meeting.Sha256;
import id.pkh.testsupport.rows.Rows;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Check-ins and cards of which tests know the codes. */
public final class CheckInExamples {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final String PREFIX = "01983f2a-6c10-7b3e-9d51-";

    private CheckInExamples() {}

    /** An open check-in of a day, and the family that checked in to the meeting of December. */
    public static Map<String, String> provide(
            Rows rows, Village village, UUID groupId, List<Family> families, String day) {
        String session = openWithSlowCode(rows, groupId, day + "T05:00:00Z");
        String code = codeOf(village, session);
        rows.execute(
                "INSERT INTO check_in (month, group_id, kind, held_on, kpm_id, session_id, way, checked_in_at)"
                        + " VALUES ('2025-12-01', ?, 'GROUP_MEETING', '2025-12-15', ?, ?::uuid, 'FAMILY_PHONE',"
                        + " '2025-12-15T05:00:00Z')",
                groupId,
                families.get(1).kpmId(),
                openWithSlowCode(rows, groupId, "2025-12-15T05:00:00Z"));
        return Map.of(
                PREFIX + "7c9e1a3b5d01",
                session,
                "8F4K2M7Q9X3VABCD",
                code,
                "7K2MQ9VX4W3ABCDE",
                card(rows, families.get(0).kpmId()),
                "9QX4TB2N6M0RHJ5C",
                card(rows, families.get(2).kpmId()));
    }

    /** Opens the check-in of today and gives its id. */
    public static String open(Village village, String group, String kind) {
        return Api.facilitator(village)
                .post("/check-in-sessions", Map.of("group_code", group, "kind", kind))
                .extract()
                .path("check_in_session_id");
    }

    /** What a session shows now. */
    public static String codeOf(Village village, String session) {
        return Api.facilitator(village)
                .read("/check-in-sessions/" + session)
                .getString("session_code");
    }

    /**
     * A check-in whose codes are accepted for several minutes, for examples that are sent one after
     * the other.
     */
    private static String openWithSlowCode(Rows rows, UUID groupId, String now) {
        UUID id = UUID.randomUUID();
        rows.execute(
                "INSERT INTO check_in_session (id, group_id, kind, held_on, handle, secret, step_seconds, steps_back,"
                        + " opened_at, opened_by, closes_at) VALUES (?, ?, 'GROUP_MEETING', ?::date, ?, repeat('0a', 32), 120, 3,"
                        + " ?::timestamptz - interval '1 minute', 'facilitator-1', ?::timestamptz + interval '2 hours')",
                id,
                groupId,
                now.substring(0, 10),
                random(8),
                now,
                now);
        return id.toString();
    }

    /** A card of a family, in place of the one that it has. */
    public static String card(Rows rows, UUID kpmId) {
        rows.execute(
                "UPDATE check_in_card SET replaced_at = issued_at, replaced_by = 'facilitator-1'"
                        + " WHERE kpm_id = ? AND replaced_at IS NULL",
                kpmId);
        String code = random(16);
        rows.execute(
                "INSERT INTO check_in_card (id, kpm_id, code_sha256, issued_at, issued_by)"
                        + " VALUES (?, ?, ?, '2026-06-01T00:00:00Z', 'facilitator-1')",
                UUID.randomUUID(),
                kpmId,
                Sha256.of(code));
        return code;
    }

    public static String random(int chars) {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < chars; i++) {
            code.append(ALPHABET.charAt(ThreadLocalRandom.current().nextInt(ALPHABET.length())));
        }
        return code.toString();
    }
}
