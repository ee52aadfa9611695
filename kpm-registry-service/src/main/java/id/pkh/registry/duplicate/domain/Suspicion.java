package id.pkh.registry.duplicate.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Why two families may be the same one, or may have a person in common.
 *
 * @param account token of the account that both have; null if they have none in common
 * @param matches persons who are alike, in the order of their ids
 */
public record Suspicion(FamilyPair pair, String account, List<Match> matches) {

    private static final int POINTS_OF_ACCOUNT = 40;
    private static final int POINTS_OF_ANOTHER_PERSON = 10;

    private static final Comparator<Match> IN_ORDER =
            Comparator.comparing((Match match) -> match.first().memberId(), FamilyPair.ID_ORDER)
                    .thenComparing(match -> match.second().memberId(), FamilyPair.ID_ORDER);

    /** A person of the first family and one of the second. */
    public record Match(ComparedPerson first, ComparedPerson second, PersonLikeness likeness) {

        /** Empty unless they are suspected to be the same person. */
        public static Optional<Match> of(ComparedPerson one, ComparedPerson other) {
            boolean isInOrder = FamilyPair.ID_ORDER.compare(one.kpmId(), other.kpmId()) < 0;
            ComparedPerson first = isInOrder ? one : other;
            ComparedPerson second = isInOrder ? other : one;
            PersonLikeness likeness = PersonLikeness.of(first, second);
            return likeness.isSuspected()
                    ? Optional.of(new Match(first, second, likeness))
                    : Optional.empty();
        }

        public FamilyPair pair() {
            return new FamilyPair(first.kpmId(), second.kpmId());
        }
    }

    public Suspicion {
        matches = matches.stream().sorted(IN_ORDER).toList();
    }

    public boolean isSameAccount() {
        return account != null;
    }

    /** They only sort: the most alike persons, and a little for each further one. */
    public int points() {
        int best = matches.stream().mapToInt(match -> match.likeness().points()).max().orElse(0);
        int others = Math.max(0, matches.size() - 1) * POINTS_OF_ANOTHER_PERSON;
        return best + others + (isSameAccount() ? POINTS_OF_ACCOUNT : 0);
    }

    /** What a person who decides has judged; it is another one as soon as a fact changes. */
    public String facts() {
        String all =
                Stream.concat(
                                Stream.of(String.valueOf(account)),
                                matches.stream()
                                        .flatMap(match -> Stream.of(match.first(), match.second()))
                                        .map(person -> person.memberId() + " " + person.stamp()))
                        .collect(Collectors.joining("\n"));
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(all.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
