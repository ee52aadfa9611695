package id.pkh.verification.compliance.persistence;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;

/**
 * A component of a person, with the village of her family. A family without members has one row
 * without a member.
 */
record ComponentRow(
        UUID kpmId,
        String villageCode,
        UUID memberId,
        String component,
        YearMonth birthMonth,
        LocalDate componentSince,
        LocalDate componentUntil,
        String schoolId) {}
