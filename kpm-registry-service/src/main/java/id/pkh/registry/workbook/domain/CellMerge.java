package id.pkh.registry.workbook.domain;

/**
 * What becomes of one cell of an uploaded workbook, given what it was when the workbook was made
 * and what is on record now. The table of docs/rules/workbook.md has the same rows. No value is an
 * empty text.
 */
public enum CellMerge {
    /** The person stated nothing. */
    UNTOUCHED,
    /** What the person stated is recorded. */
    APPLY,
    /** It is on record already. */
    ALREADY_THERE,
    /** Both changed, to different values: both are shown, and nothing is recorded. */
    CONFLICT;

    public static CellMerge of(String whenMade, String yours, String present) {
        if (yours.isEmpty() || yours.equals(whenMade)) {
            return UNTOUCHED;
        }
        if (yours.equals(present)) {
            return ALREADY_THERE;
        }
        return present.equals(whenMade) ? APPLY : CONFLICT;
    }
}
