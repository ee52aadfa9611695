package id.pkh.verification.kpm;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Set;
import java.util.UUID;

/**
 * A family as this service knows it.
 *
 * @param version version of the registry's aggregate; a lower one never replaces it
 */
public record KpmRow(
        UUID kpmId,
        String status,
        String villageCode,
        String groupCode,
        long version,
        Instant recordedAt,
        Set<MemberRow> members) {

    /** Whether anything changed that a commitment or an exemption depends on. */
    public boolean differsFor(KpmRow before) {
        return !members.equals(before.members) || !villageCode.equals(before.villageCode);
    }

    /** A person's component, with everything that a rule may depend on. */
    public record MemberRow(
            UUID kpmId,
            UUID memberId,
            String component,
            LocalDate since,
            LocalDate until,
            YearMonth birthMonth,
            String schoolId,
            String nikToken,
            String nisnToken) {}
}
