package id.pkh.meeting.photo.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A place on earth, in millionths of a degree: about a tenth of a metre. */
public record Position(long latitudeE6, long longitudeE6) {

    private static final int DECIMALS = 6;
    private static final int MAX_DECIMALS = 15;
    private static final BigDecimal WHOLE_TURN = BigDecimal.valueOf(360);
    private static final int MILLION = 1_000_000;
    private static final int EARTH_METRES = 6_371_000;

    /** Photos of other meetings that make a place usual. */
    private static final int USUAL_FROM = 3;

    /** Empty for what is no position. */
    public static Optional<Position> of(BigDecimal latitude, BigDecimal longitude) {
        return isPlausible(latitude) && isPlausible(longitude)
                ? Optional.of(new Position(millionths(latitude), millionths(longitude)))
                : Optional.empty();
    }

    private static boolean isPlausible(BigDecimal degrees) {
        return degrees != null
                && degrees.scale() <= MAX_DECIMALS
                && degrees.scale() >= 0
                && degrees.abs().compareTo(WHOLE_TURN) <= 0;
    }

    private static long millionths(BigDecimal degrees) {
        return degrees.setScale(DECIMALS, RoundingMode.HALF_UP).unscaledValue().longValueExact();
    }

    /** The box around the country, from Sabang to Merauke and from Miangas to Rote. */
    public boolean isInIndonesia() {
        return latitudeE6 >= -11_100_000
                && latitudeE6 <= 6_100_000
                && longitudeE6 >= 94_900_000
                && longitudeE6 <= 141_100_000;
    }

    /** Along the surface, exact enough for some kilometres. */
    public long metresTo(Position other) {
        double north = radians(other.latitudeE6 - latitudeE6);
        double east =
                radians(other.longitudeE6 - longitudeE6)
                        * Math.cos(radians((other.latitudeE6 + latitudeE6) / 2));
        return Math.round(Math.hypot(north, east) * EARTH_METRES);
    }

    private static double radians(long millionths) {
        return Math.toRadians((double) millionths / MILLION);
    }

    /** Where a group usually meets: the middle of its photos; empty when there are too few. */
    public static Optional<Position> usual(List<Position> photos) {
        return photos.size() < USUAL_FROM
                ? Optional.empty()
                : Optional.of(
                        new Position(
                                middle(photos.stream().mapToLong(Position::latitudeE6).toArray()),
                                middle(
                                        photos.stream()
                                                .mapToLong(Position::longitudeE6)
                                                .toArray())));
    }

    private static long middle(long[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }
}
