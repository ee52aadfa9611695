package id.pkh.meeting.support;

import id.pkh.testsupport.rows.Rows;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Check-ins and cards of which tests know the codes. */
public final class CheckInExamples {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private CheckInExamples() {}

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
    public static String openWithSlowCode(Rows rows, Village village, UUID groupId, String now) {
        UUID id = UUID.randomUUID();
        rows.execute(
                "INSERT INTO check_in_session (id, group_id, kind, held_on, handle, secret, step_seconds, steps_back,"
                        + " opened_at, opened_by, closes_at) VALUES (?, ?, 'P2K2', ?::date, ?, repeat('0a', 32), 120, 3,"
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
                sha256(code));
        return code;
    }

    public static String random(int chars) {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < chars; i++) {
            code.append(
                    ALPHABET.charAt(ThreadLocalRandom.current().nextInt(ALPHABET.length())));
        }
        return code.toString();
    }

    private static String sha256(String code) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(code.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
