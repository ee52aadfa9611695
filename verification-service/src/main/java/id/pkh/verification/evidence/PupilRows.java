package id.pkh.verification.evidence;

import id.pkh.verification.compliance.domain.SchoolMonth;
import id.pkh.verification.evidence.domain.KeyFit;
import id.pkh.verification.evidence.domain.PupilRule;
import id.pkh.verification.signal.domain.VerificationPeriod;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;

/** Rows of school forms that wait for a person, and what people decided about their keys. */
public interface PupilRows {

    /** The tokens of the keys that a row states; each may be null, but not both. */
    record Keys(String nikToken, String nisnToken) {}

    /** A pupil whom a row may be about. */
    record Side(UUID memberId, UUID kpmId, String villageCode, KeyFit nik, KeyFit nisn) {}

    /**
     * A row that waits.
     *
     * @param entries what its sender stated; kept until a person has decided
     */
    record Waiting(
            UUID rowId,
            String pointCode,
            VerificationPeriod quarter,
            int line,
            String sha256,
            String sentBy,
            Instant receivedAt,
            Keys keys,
            PupilRule.Reason reason,
            SortedMap<YearMonth, SchoolMonth> entries,
            List<Side> sides,
            Instant endedAt) {}

    /**
     * What a person decided about the keys.
     *
     * @param memberId null when they are those of nobody in the programme
     */
    record Match(
            UUID rowId,
            String pointCode,
            String nikToken,
            String nisnToken,
            UUID memberId,
            String reason,
            String decidedBy,
            Instant decidedAt,
            Instant withdrawnAt) {

        Keys keys() {
            return new Keys(nikToken, nisnToken);
        }
    }

    /** Locks the keys of a school's pupils until the transaction ends. */
    void lock(String pointCode);

    /** The decisions of a school that apply. */
    Map<Keys, Match> standing(String pointCode);

    /** Adds rows; an open row of the same sender, quarter and keys ends. */
    void add(Collection<Waiting> rows);

    Optional<Waiting> find(UUID rowId);

    Optional<Match> matchOf(UUID rowId);

    /** Every open row of a school with these keys, whoever sent it. */
    List<Waiting> open(String pointCode, Keys keys);

    void settle(Match match, Collection<UUID> ended);

    void withdraw(UUID rowId, String reason, String by, Instant at);

    /** The match counted on a form. */
    void count(Collection<UUID> matches, UUID formId);

    /** The forms on which a match counted, by quarter. */
    Map<UUID, VerificationPeriod> formsOf(UUID rowId);
}
