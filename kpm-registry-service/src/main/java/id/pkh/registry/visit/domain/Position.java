package id.pkh.registry.visit.domain;

import java.math.BigDecimal;

/**
 * Where a house is.
 *
 * @param accuracyMetres how far off the device says that it may be
 */
public record Position(BigDecimal latitude, BigDecimal longitude, int accuracyMetres) {

    private static final BigDecimal SOUTH = new BigDecimal("-11.1");
    private static final BigDecimal NORTH = new BigDecimal("6.2");
    private static final BigDecimal WEST = new BigDecimal("94.9");
    private static final BigDecimal EAST = new BigDecimal("141.1");

    /** Whether it lies in the rectangle around Indonesia. */
    public boolean isInIndonesia() {
        return isBetween(latitude, SOUTH, NORTH) && isBetween(longitude, WEST, EAST);
    }

    private static boolean isBetween(BigDecimal value, BigDecimal from, BigDecimal to) {
        return value.compareTo(from) >= 0 && value.compareTo(to) <= 0;
    }
}
