package id.pkh.verification.replay;

/**
 * How often one step would have followed in place of another.
 *
 * @param areaCode a sub-district
 * @param families families with at least one such period
 * @param steps periods of families
 */
public record ChangeCount(
        String areaCode,
        String cause,
        String stepBefore,
        String stepAfter,
        long families,
        long steps) {}
