package id.pkh.registry.workbook;

import id.pkh.platform.files.ReceivedUpload;
import id.pkh.platform.files.TabularLimits;
import id.pkh.platform.files.TabularSheets;
import id.pkh.platform.web.Refused;
import id.pkh.registry.workbook.ChangedRows.ChangedRow;
import id.pkh.registry.workbook.SheetForm.SheetRow;
import id.pkh.registry.workbook.UploadedRows.UploadedRow;
import id.pkh.registry.workbook.WorkbookFacts.Holder;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Merges an uploaded workbook with what is on record. A cell that the person did not touch does
 * nothing, so an old workbook undoes nothing; a cell that was changed here and there is shown with
 * both values. Nothing is kept: the same file again is compared again, and changes nothing.
 */
@ApplicationScoped
class ApplyWorkbook {

    static final String WITHOUT_TOKEN = "WORKBOOK_ROW_WITHOUT_TOKEN";
    static final String OTHER_FACILITATOR = "WORKBOOK_ROW_OF_ANOTHER_FACILITATOR";
    static final String OTHER_MONTH = "WORKBOOK_ROW_OF_ANOTHER_MONTH";
    static final String OTHER_SHEET = "WORKBOOK_ROW_OF_ANOTHER_SHEET";
    static final String TWICE = "WORKBOOK_ROW_TWICE";
    static final String UNREADABLE = "WORKBOOK_CELL_UNREADABLE";

    private static final int MAX_ROWS = 20_000;
    private static final int MAX_COLUMNS = 60;
    private static final long MAX_INFLATED_BYTES = 64L << 20;
    private static final TabularLimits LIMITS =
            TabularLimits.defaults()
                    .withMaxRows(MAX_ROWS)
                    .withMaxColumns(MAX_COLUMNS)
                    .withMaxInflatedBytes(MAX_INFLATED_BYTES);

    private final WorkbookParts parts;
    private final RowTokens tokens;
    private final Roster roster;
    private final LoadFacts loadFacts;

    ApplyWorkbook(WorkbookParts parts, RowTokens tokens, Roster roster, LoadFacts loadFacts) {
        this.parts = parts;
        this.tokens = tokens;
        this.roster = roster;
        this.loadFacts = loadFacts;
    }

    /** What was uploaded, by place, and what became of its rows. */
    record Applied(Holder holder, Map<RowPlace, UploadedRow> rows, Outcomes outcomes) {}

    /** A row whose token is genuine and of this workbook. */
    private record Opened(UploadedRow row, RowKey key) {}

    Applied handle(ReceivedUpload upload, String facilitator, YearMonth month) {
        Holder holder = roster.holder(facilitator, month);
        List<UploadedRow> rows = UploadedRows.of(TabularSheets.read(upload, LIMITS));
        Outcomes outcomes = new Outcomes();
        List<Opened> opened = new ArrayList<>();
        for (UploadedRow row : rows) {
            open(row, holder, month, outcomes).ifPresent(opened::add);
        }
        Set<String> codes =
                opened.stream().map(each -> each.key().sheet()).collect(Collectors.toSet());
        if (!codes.isEmpty()) {
            WorkbookFacts facts = loadFacts.of(holder, month, parts.needsOf(codes));
            for (WorkbookPart part : parts.all()) {
                apply(part, opened, facts, outcomes);
            }
        }
        return new Applied(
                holder,
                rows.stream().collect(Collectors.toMap(UploadedRow::place, Function.identity())),
                outcomes);
    }

    private Optional<Opened> open(
            UploadedRow row, Holder holder, YearMonth month, Outcomes outcomes) {
        if (row.token().isEmpty()) {
            if (isFilled(row)) {
                outcomes.refused(row.place(), null, "", Refused.because(WITHOUT_TOKEN));
            }
            return Optional.empty();
        }
        try {
            RowKey key = tokens.open(row.token());
            if (!key.facilitatorId().equals(holder.id())) {
                throw Refused.because(OTHER_FACILITATOR);
            }
            if (!key.month().equals(month)) {
                throw Refused.because(OTHER_MONTH).with("month", key.month().toString());
            }
            if (isOtherSheet(row, key)) {
                throw Refused.because(OTHER_SHEET);
            }
            return Optional.of(new Opened(row, key));
        } catch (Refused refused) {
            outcomes.refused(row.place(), null, "", refused);
            return Optional.empty();
        }
    }

    private boolean isFilled(UploadedRow row) {
        return row.cells().values().stream().anyMatch(cell -> !cell.isEmpty());
    }

    /** A row that was pasted into another sheet has cells that mean something else. */
    private boolean isOtherSheet(UploadedRow row, RowKey key) {
        Optional<SheetForm> named =
                parts.sheets()
                        .filter(sheet -> sheet.sheetName().equals(row.place().sheet()))
                        .findFirst();
        return parts.sheet(key.sheet()).isEmpty()
                || named.filter(sheet -> !sheet.code().equals(key.sheet())).isPresent();
    }

    private void apply(
            WorkbookPart part, List<Opened> opened, WorkbookFacts facts, Outcomes outcomes) {
        List<ChangedRow> changed = new ArrayList<>();
        Set<List<String>> held = new HashSet<>();
        for (SheetForm sheet : part.sheets()) {
            Map<List<String>, SheetRow> present = new HashMap<>();
            sheet.rows(facts).forEach(row -> present.put(row.ids(), row));
            Map<List<String>, List<Opened>> byRow = new LinkedHashMap<>();
            opened.stream()
                    .filter(each -> each.key().sheet().equals(sheet.code()))
                    .forEach(
                            each ->
                                    byRow.computeIfAbsent(each.key().ids(), k -> new ArrayList<>())
                                            .add(each));
            RowMerge merge = new RowMerge(sheet, sheet.columns(facts), outcomes);
            byRow.forEach(
                    (ids, rows) -> {
                        RowMerge.Merged merged =
                                merge.of(
                                        rows.stream()
                                                .map(
                                                        each ->
                                                                new RowMerge.Sent(
                                                                        each.row(), each.key()))
                                                .toList(),
                                        present.get(ids));
                        merged.changed().ifPresent(changed::add);
                        if (merged.isHeld()) {
                            held.add(ChangedRows.heldAs(sheet.code(), ids));
                        }
                    });
        }
        if (!changed.isEmpty()) {
            part.apply(new ChangedRows(changed, held), facts, outcomes);
        }
    }
}
