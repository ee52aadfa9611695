package id.pkh.platform.security;

/** Reads the {@code areas} claim. */
final class AreasClaim {

    private AreasClaim() {}

    static AreaScope scopeOf(Object claim) {
        return AreaScope.of(ClaimWords.of(claim));
    }
}
