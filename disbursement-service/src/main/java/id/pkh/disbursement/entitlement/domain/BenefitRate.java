package id.pkh.disbursement.entitlement.domain;

import java.time.LocalDate;
import java.util.Objects;

/**
 * One row of the benefit index: the amount of one year.
 *
 * @param component component type, or {@link #FAMILY} for a part that belongs to the family
 * @param basis how the row contributes to the amount
 * @param scheme kind of family for which a family part applies; member rows apply to every scheme
 * @param validFrom first day
 * @param validUntil last day; null while open
 * @param annual whole rupiah per year
 * @param legalBasis legal basis recorded with the row
 * @param source origin of the figure: field, unconfirmed, low confidence
 */
public record BenefitRate(
        String component,
        Basis basis,
        String scheme,
        LocalDate validFrom,
        LocalDate validUntil,
        Rupiah annual,
        String legalBasis,
        String source) {

    /** The component of a family's own part. */
    public static final String FAMILY = "FAMILY";

    /** The scheme of a family when no other scheme is known. */
    public static final String REGULAR = "REGULAR";

    /** How a row contributes to the amount. */
    public enum Basis {
        /** for each paid member with the component */
        MEMBER,
        /** once for the family, in addition to the amounts of its members */
        FAMILY_ADDED,
        /** once for the family, instead of the amounts of its members */
        FAMILY_FLAT
    }

    public BenefitRate {
        Objects.requireNonNull(component, "component");
        Objects.requireNonNull(basis, "basis");
        Objects.requireNonNull(scheme, "scheme");
        Objects.requireNonNull(validFrom, "validFrom");
        Objects.requireNonNull(annual, "annual");
        Objects.requireNonNull(legalBasis, "legalBasis");
        if (validUntil != null && validUntil.isBefore(validFrom)) {
            throw new IllegalArgumentException("a rate cannot end before it begins: " + component);
        }
    }

    public boolean isValidOn(LocalDate day) {
        return !validFrom.isAfter(day) && (validUntil == null || !validUntil.isBefore(day));
    }

    boolean isSameThingAs(BenefitRate other) {
        return component.equals(other.component)
                && basis == other.basis
                && scheme.equals(other.scheme);
    }

    boolean overlaps(BenefitRate other) {
        return isValidOn(other.validFrom) || other.isValidOn(validFrom);
    }
}
