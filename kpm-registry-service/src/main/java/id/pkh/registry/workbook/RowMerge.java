package id.pkh.registry.workbook;

import id.pkh.platform.web.Refused;
import id.pkh.registry.workbook.ChangedRows.ChangedRow;
import id.pkh.registry.workbook.Outcomes.Sides;
import id.pkh.registry.workbook.SheetForm.SheetRow;
import id.pkh.registry.workbook.UploadedRows.UploadedRow;
import id.pkh.registry.workbook.domain.CellMerge;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Merges the rows of one sheet, cell by cell, with what is on record. */
final class RowMerge {

    /** A row that was sent, and its key. */
    record Sent(UploadedRow row, RowKey key) {}

    /**
     * What is to be recorded of a row.
     *
     * @param isHeld whether something of it is refused or in conflict
     */
    record Merged(Optional<ChangedRow> changed, boolean isHeld) {}

    private static final Merged NOTHING = new Merged(Optional.empty(), false);
    private static final Merged HELD = new Merged(Optional.empty(), true);

    private final SheetForm sheet;
    private final List<SheetColumn> columns;
    private final Outcomes outcomes;

    RowMerge(SheetForm sheet, List<SheetColumn> columns, Outcomes outcomes) {
        this.sheet = sheet;
        this.columns = columns.stream().filter(SheetColumn::isEditable).toList();
        this.outcomes = outcomes;
    }

    /**
     * Copies of a row count once, if they state the same.
     *
     * @param present null when the row is not on record any more
     */
    Merged of(List<Sent> copies, SheetRow present) {
        Sent first = null;
        Map<String, String> stated = null;
        for (Sent copy : copies) {
            Optional<Map<String, String>> cells = read(copy);
            if (cells.isEmpty()) {
                return HELD;
            }
            if (stated == null || isUntouched(first, stated)) {
                first = copy;
                stated = cells.get();
            } else if (!cells.get().equals(stated) && !isUntouched(copy, cells.get())) {
                copies.forEach(
                        each ->
                                outcomes.refused(
                                        each.row().place(),
                                        each.key(),
                                        "",
                                        Refused.because(ApplyWorkbook.TWICE)));
                return HELD;
            }
        }
        return merge(first, stated, present);
    }

    private boolean isUntouched(Sent sent, Map<String, String> cells) {
        return columns.stream()
                .map(SheetColumn::code)
                .allMatch(
                        code ->
                                cells.getOrDefault(code, "").isEmpty()
                                        || cells.get(code).equals(sent.key().whenMade().get(code)));
    }

    /** Empty when a cell cannot be read, which is stated for each such cell. */
    private Optional<Map<String, String>> read(Sent sent) {
        Map<String, String> cells = new HashMap<>();
        boolean isReadable = true;
        for (SheetColumn column : columns) {
            Optional<String> value = column.read(sent.row().cell(column));
            if (value.isPresent()) {
                cells.put(column.code(), value.get());
            } else {
                isReadable = false;
                outcomes.refused(
                        sent.row().place(),
                        sent.key(),
                        column.header(),
                        Refused.because(ApplyWorkbook.UNREADABLE).with("column", column.header()));
            }
        }
        return isReadable ? Optional.of(sheet.normalised(cells)) : Optional.empty();
    }

    private Merged merge(Sent sent, Map<String, String> yours, SheetRow present) {
        Map<String, String> whenMade = sent.key().whenMade();
        Map<String, String> merged = new HashMap<>();
        Set<String> changed = new HashSet<>();
        List<SheetColumn> conflicts = new ArrayList<>();
        boolean isThere = false;
        for (SheetColumn column : columns) {
            String code = column.code();
            String base = whenMade.getOrDefault(code, "");
            String now = present == null ? base : present.value(code);
            String stated = yours.getOrDefault(code, "");
            if (present != null && !present.isOffered() && !sheet.isShownAgain(code)) {
                continue;
            }
            switch (CellMerge.of(base, stated, now)) {
                case UNTOUCHED -> merged.put(code, now);
                case ALREADY_THERE -> {
                    merged.put(code, now);
                    isThere = true;
                }
                case APPLY -> {
                    merged.put(code, stated);
                    changed.add(code);
                }
                case CONFLICT -> {
                    merged.put(code, now);
                    conflicts.add(column);
                    outcomes.conflict(
                            sent.row().place(),
                            sent.key(),
                            column.header(),
                            new Sides(
                                    column.written(stated),
                                    column.written(now),
                                    column.written(base)));
                }
            }
        }
        boolean isBlocked = !conflicts.isEmpty() && !sheet.cellsStandAlone();
        if (changed.isEmpty() || isBlocked) {
            if (isThere && conflicts.isEmpty()) {
                outcomes.alreadyThere(sent.row().place(), sent.key());
            }
            return conflicts.isEmpty() ? NOTHING : HELD;
        }
        return new Merged(
                Optional.of(
                        new ChangedRow(sent.row().place(), sent.key(), merged, changed, present)),
                !conflicts.isEmpty());
    }
}
