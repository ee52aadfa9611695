package id.pkh.verification.evidence;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import id.pkh.platform.security.NikTokens;
import id.pkh.platform.security.Nisn;
import id.pkh.verification.evidence.domain.KeyFit;
import id.pkh.verification.evidence.domain.PupilRule.Candidate;
import id.pkh.verification.evidence.form.FormRow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The keys of a school's pupils, as tokens. Which key is one digit off cannot be seen from tokens,
 * so every number that is one digit off is tried; that is done for few rows of a form only.
 */
final class PupilKeys {

    /** Rows of one form that are compared digit by digit; a longer list is refused as before. */
    private static final int NEAR_ROWS = 300;

    private final NikTokens tokens;
    private final Map<UUID, List<Forms.Person>> pupils;
    private final Map<String, Set<UUID>> byNik;
    private final Map<String, Set<UUID>> byNisn;
    private int comparedRows;

    PupilKeys(NikTokens tokens, Collection<Forms.Person> pupils) {
        this.tokens = tokens;
        this.pupils = pupils.stream().collect(groupingBy(Forms.Person::memberId));
        this.byNik = members(pupils, Forms.Person::nikToken);
        this.byNisn = members(pupils, Forms.Person::nisnToken);
    }

    private static Map<String, Set<UUID>> members(
            Collection<Forms.Person> pupils, Function<Forms.Person, String> token) {
        return pupils.stream()
                .filter(pupil -> token.apply(pupil) != null)
                .collect(groupingBy(token, mapping(Forms.Person::memberId, toSet())));
    }

    PupilRows.Keys keysOf(FormRow row) {
        return new PupilRows.Keys(
                row.nik() == null ? null : tokens.tokenOf(row.nik()),
                row.nisn() == null ? null : Nisn.tokenOf(row.nisn(), tokens));
    }

    /** Every component that a pupil has or had at the school in the quarter. */
    List<Forms.Person> rowsOf(UUID memberId) {
        return pupils.getOrDefault(memberId, List.of());
    }

    /**
     * The pupils of whom a key fits exactly, or nearly if none does by the NIK.
     *
     * @param person whom the NIK names, of whatever school; null when it names nobody
     */
    List<Candidate> candidates(FormRow row, UUID person) {
        PupilRows.Keys keys = keysOf(row);
        Set<UUID> sameNik = new LinkedHashSet<>(byNik.getOrDefault(keys.nikToken(), Set.of()));
        if (person != null) {
            sameNik.add(person);
        }
        Set<UUID> sameNisn = byNisn.getOrDefault(keys.nisnToken(), Set.of());
        boolean isCompared = sameNik.isEmpty() && comparedRows < NEAR_ROWS;
        Set<UUID> nearNik = isCompared ? near(row.nik(), byNik, tokens::tokenOf) : Set.of();
        Set<UUID> nearNisn =
                isCompared && sameNisn.isEmpty()
                        ? near(row.nisn(), byNisn, nisn -> Nisn.tokenOf(nisn, tokens))
                        : Set.of();
        if (isCompared) {
            comparedRows++;
        }
        Set<UUID> all = new LinkedHashSet<>(sameNik);
        List.of(sameNisn, nearNik, nearNisn).forEach(all::addAll);
        List<Candidate> candidates = new ArrayList<>();
        for (UUID memberId : all) {
            candidates.add(
                    new Candidate(
                            memberId,
                            fit(row.nik(), sameNik, nearNik, memberId),
                            nisnFit(row, sameNisn, nearNisn, memberId)));
        }
        return candidates;
    }

    private static KeyFit nisnFit(FormRow row, Set<UUID> same, Set<UUID> near, UUID memberId) {
        KeyFit fit = fit(row.nisn(), same, near, memberId);
        return fit == KeyFit.SAME && row.isNisnShortened() ? KeyFit.ZEROS_MISSING : fit;
    }

    private static KeyFit fit(String stated, Set<UUID> same, Set<UUID> near, UUID memberId) {
        if (stated == null) {
            return KeyFit.NOT_STATED;
        }
        if (same.contains(memberId)) {
            return KeyFit.SAME;
        }
        return near.contains(memberId) ? KeyFit.ONE_DIGIT_OFF : KeyFit.OTHER;
    }

    private static Set<UUID> near(
            String digits, Map<String, Set<UUID>> known, UnaryOperator<String> tokenOf) {
        Set<UUID> near = new LinkedHashSet<>();
        for (int i = 0; digits != null && i < digits.length(); i++) {
            StringBuilder other = new StringBuilder(digits);
            for (char digit = '0'; digit <= '9'; digit++) {
                if (digit != digits.charAt(i)) {
                    other.setCharAt(i, digit);
                    near.addAll(known.getOrDefault(tokenOf.apply(other.toString()), Set.of()));
                }
            }
        }
        return near;
    }
}
