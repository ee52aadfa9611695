package id.pkh.verification.quarter;

/**
 * How many schools and health services have reported about a quarter in an area.
 *
 * @param points schools or health services of families with commitments
 * @param pointsMissing those that have not reported for some village
 * @param villagesMissing villages for which some of them has not reported
 */
public record MissingCount(
        String areaCode, String kind, int points, int pointsMissing, int villagesMissing) {}
