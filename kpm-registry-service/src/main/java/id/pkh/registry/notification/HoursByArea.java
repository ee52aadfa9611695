package id.pkh.registry.notification;

import id.pkh.platform.persistence.Database;
import id.pkh.registry.notification.domain.SendingHours;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;

/** The hours of the areas; Indonesia has three zones. */
@ApplicationScoped
public class HoursByArea {

    private static final String IN_FORCE =
            "SELECT DISTINCT ON (area_code) area_code, zone, quiet_from, quiet_until, digest_at"
                    + " FROM notification_hours WHERE valid_from <= :day"
                    + " ORDER BY area_code, valid_from DESC";

    private final Database database;

    HoursByArea(Database database) {
        this.database = database;
    }

    public record Row(
            String areaCode,
            String zone,
            LocalTime quietFrom,
            LocalTime quietUntil,
            LocalTime digestAt) {

        boolean covers(String area) {
            return areaCode.isEmpty() || area.equals(areaCode) || area.startsWith(areaCode + ".");
        }

        SendingHours hours() {
            return new SendingHours(ZoneId.of(zone), quietFrom, quietUntil, digestAt);
        }
    }

    /** The hours in force on a day. */
    public record InForce(List<Row> rows) {

        public SendingHours of(String area) {
            return rows.stream()
                    .filter(row -> row.covers(area))
                    .max(Comparator.comparingInt(row -> row.areaCode().length()))
                    .orElseThrow(
                            () -> new IllegalStateException("no sending hours for the country"))
                    .hours();
        }
    }

    public InForce on(LocalDate day) {
        return new InForce(
                database.query(
                        IN_FORCE, q -> q.bind("day", day).map(database.rowsAs(Row.class)).list()));
    }
}
