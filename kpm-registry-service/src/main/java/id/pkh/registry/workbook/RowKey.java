package id.pkh.registry.workbook;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What a row of a workbook is about. It travels in the row, sealed, so a row that was moved or
 * copied still finds its family, and knows what its cells were when the workbook was made.
 *
 * @param sheet code of the sheet
 * @param ids what the row is about, such as the family
 * @param whenMade the values of its cells that were not empty, by the code of the column
 */
record RowKey(
        String sheet,
        UUID facilitatorId,
        YearMonth month,
        Instant madeAt,
        List<String> ids,
        Map<String, String> whenMade) {

    RowKey {
        ids = List.copyOf(ids);
        whenMade = Map.copyOf(whenMade);
    }

    UUID id(int position) {
        return UUID.fromString(ids.get(position));
    }
}
