package id.pkh.registry.visit.domain;

import id.pkh.registry.visit.domain.VisitCodes.Electricity;
import id.pkh.registry.visit.domain.VisitCodes.HeadJob;
import id.pkh.registry.visit.domain.VisitCodes.HouseOwnership;
import id.pkh.registry.visit.domain.VisitCodes.Toilet;
import id.pkh.registry.visit.domain.VisitCodes.Water;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * How a family lives; null for what was not seen.
 *
 * @param componentsOnCard number of components on the family card
 */
public record House(
        HouseOwnership ownership,
        HeadJob headJob,
        Integer componentsOnCard,
        Toilet toilet,
        Water water,
        Electricity electricity) {

    boolean isComplete() {
        return values().allMatch(Objects::nonNull);
    }

    boolean isEmpty() {
        return values().allMatch(Objects::isNull);
    }

    private Stream<Object> values() {
        return Stream.of(ownership, headJob, componentsOnCard, toilet, water, electricity);
    }
}
