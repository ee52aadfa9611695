package id.pkh.verification.explanation.domain;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Something that would have kept a period from counting.
 *
 * @param memberId whom it concerns; null when it concerns the family or the group
 * @param values numbers, codes and months that belong to it, by name
 */
public record Difference(DifferenceCode code, UUID memberId, SortedMap<String, String> values) {

    static Difference of(DifferenceCode code, String... namesAndValues) {
        return of(code, null, namesAndValues);
    }

    static Difference of(DifferenceCode code, UUID memberId, String... namesAndValues) {
        SortedMap<String, String> values = new TreeMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return new Difference(code, memberId, values);
    }
}
