package id.pkh.disbursement.entitlement.domain;

import id.pkh.disbursement.entitlement.domain.BenefitRate.Basis;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The yearly amounts of the components, by date. The data is effective-dated: a new year adds rows,
 * and no row is ever changed. Two rows for the same component never apply on the same day.
 */
public record BenefitIndex(List<BenefitRate> rates) {

    public BenefitIndex {
        rates = List.copyOf(rates);
        for (int i = 0; i < rates.size(); i++) {
            for (int j = i + 1; j < rates.size(); j++) {
                refuseOverlap(rates.get(i), rates.get(j));
            }
        }
    }

    public Optional<BenefitRate> memberRate(String component, LocalDate day) {
        return on(day, Basis.MEMBER).filter(rate -> rate.component().equals(component)).findFirst();
    }

    public Optional<BenefitRate> familyAddition(String scheme, LocalDate day) {
        return on(day, Basis.FAMILY_ADDED).filter(rate -> rate.scheme().equals(scheme)).findFirst();
    }

    boolean hasRatesOn(LocalDate day) {
        return rates.stream().anyMatch(rate -> rate.isValidOn(day));
    }

    /** True when the amount on that day is paid per family and not per member. */
    public boolean isFlatOn(LocalDate day) {
        return on(day, Basis.FAMILY_FLAT).findAny().isPresent();
    }

    /** The highest flat amount for a family with these components. */
    public Optional<BenefitRate> flatRate(String scheme, Set<String> components, LocalDate day) {
        return on(day, Basis.FAMILY_FLAT)
                .filter(rate -> rate.scheme().equals(scheme))
                .filter(
                        rate ->
                                rate.component().equals(BenefitRate.FAMILY)
                                        || components.contains(rate.component()))
                .max(
                        Comparator.comparing(BenefitRate::annual)
                                .thenComparing(BenefitRate::component));
    }

    private Stream<BenefitRate> on(LocalDate day, Basis basis) {
        return rates.stream().filter(rate -> rate.basis() == basis && rate.isValidOn(day));
    }

    private static void refuseOverlap(BenefitRate one, BenefitRate other) {
        if (one.isSameThingAs(other) && one.overlaps(other)) {
            throw new IllegalArgumentException(
                    "two rates of %s apply on the same day, from %s and from %s"
                            .formatted(one.component(), one.validFrom(), other.validFrom()));
        }
    }
}
