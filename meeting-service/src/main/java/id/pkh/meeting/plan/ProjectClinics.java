package id.pkh.meeting.plan;

import id.pkh.contracts.verification.AttendingVillage;
import id.pkh.contracts.verification.HealthFormReceived;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.persistence.SqlArrays;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;

/**
 * Keeps of each health service and village what the latest form says, in whatever order forms
 * arrive. A village that a form does not name stays as it was: another sender may name it.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class ProjectClinics {

    private static final int YEAR_CHARS = 4;
    private static final int MONTHS_A_QUARTER = 3;

    private final Database database;

    ProjectClinics(Database database) {
        this.database = database;
    }

    void handle(HealthFormReceived form) {
        database.update(
                "INSERT INTO clinic_village AS known (point_code, village_code, period, revision, families)"
                        + " SELECT :point, n.village, :period, :revision, n.families"
                        + " FROM unnest(:villages, :families) AS n (village, families) ORDER BY n.village"
                        + " ON CONFLICT (point_code, village_code) DO UPDATE SET period = excluded.period,"
                        + " revision = excluded.revision, families = excluded.families"
                        + " WHERE (known.period, known.revision) < (excluded.period, excluded.revision)",
                u ->
                        u.bind("point", form.pointCode())
                                .bind("period", firstDay(form.period()))
                                .bind("revision", form.revision())
                                .bind(
                                        "villages",
                                        SqlArrays.texts(
                                                form.villages(), AttendingVillage::villageCode))
                                .bind(
                                        "families",
                                        SqlArrays.numbers(
                                                form.villages(), AttendingVillage::families)));
    }

    /** Of a quarter, yyyy-Qn. */
    private static LocalDate firstDay(String period) {
        int year = Integer.parseInt(period.substring(0, YEAR_CHARS));
        int quarter = Character.digit(period.charAt(period.length() - 1), 10);
        return LocalDate.of(year, (quarter - 1) * MONTHS_A_QUARTER + 1, 1);
    }
}
