package id.pkh.contracts.registry;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;

/**
 * A member of the family as other services see it: without name and NIK.
 *
 * @param memberId family member
 * @param nikToken keyed HMAC of the NIK, hex; matches documents that carry a NIK
 * @param component component type, see {@code Components}
 * @param birthMonth year and month of birth, yyyy-MM
 * @param schoolId NPSN of the school, eight digits; null when not at school
 * @param componentSince first day on which the component counts
 * @param componentUntil last day on which the component counts; null while open
 * @param nisnToken keyed HMAC of the pupil number, hex; null when it is not recorded
 */
public record FamilyMember(
        UUID memberId,
        String nikToken,
        String component,
        YearMonth birthMonth,
        String schoolId,
        LocalDate componentSince,
        LocalDate componentUntil,
        String nisnToken) {

    /** A member without a pupil number. */
    public FamilyMember(
            UUID memberId,
            String nikToken,
            String component,
            YearMonth birthMonth,
            String schoolId,
            LocalDate componentSince,
            LocalDate componentUntil) {
        this(
                memberId,
                nikToken,
                component,
                birthMonth,
                schoolId,
                componentSince,
                componentUntil,
                null);
    }
}
