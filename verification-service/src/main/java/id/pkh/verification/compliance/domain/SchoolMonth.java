package id.pkh.verification.compliance.domain;

/**
 * Days of a school month, named as on the form.
 *
 * @param alpa absent without excuse
 * @param izin absent with permission
 * @param sakit absent because of illness
 * @param jml present
 */
public record SchoolMonth(int alpa, int izin, int sakit, int jml) implements MonthEvidence {

    public SchoolMonth {
        if (alpa < 0 || izin < 0 || sakit < 0 || jml < 0) {
            throw new IllegalArgumentException("days are counted from zero");
        }
    }

    public int effectiveDays() {
        return jml + alpa + izin + sakit;
    }
}
