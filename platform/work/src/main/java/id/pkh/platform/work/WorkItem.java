package id.pkh.platform.work;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Something that is due.
 *
 * @param dueOn the day by which it is to be done; where no policy sets one, the day on which it
 *     began to wait
 * @param key orders the items of a kind that are due on the same day
 * @param kpmId the family that it is about; null when it is about none or several
 * @param since the day on which it began to wait
 * @param subjects what it is about: ids or codes
 * @param villageCode where; null when it is about several villages
 * @param values of the placeholders in the text of the kind
 * @param href of the operation that settles it, or of the record that names the operation
 */
public record WorkItem(
        LocalDate dueOn,
        String key,
        UUID kpmId,
        LocalDate since,
        List<String> subjects,
        String villageCode,
        Map<String, String> values,
        String href) {}
