package id.pkh.platform.work;

import id.pkh.platform.security.AreaScope;
import java.time.LocalDate;

/**
 * Which items of a kind are wanted: those due after a day, and those due on it with a greater key.
 *
 * @param subject of the caller; what one's own act waits for is another person's work
 */
public record WorkQuery(
        AreaScope areas,
        String subject,
        LocalDate today,
        LocalDate fromDue,
        String afterKey,
        int limit) {

    /** Where the items that are due on a day begin; null when that day is behind. */
    public String afterKeyOn(LocalDate due) {
        if (due.isBefore(fromDue)) {
            return null;
        }
        return due.equals(fromDue) ? afterKey : "";
    }

    WorkQuery from(LocalDate due, String key) {
        return new WorkQuery(areas, subject, today, due, key, limit);
    }
}
