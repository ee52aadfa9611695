package id.pkh.registry.workbook;

import id.pkh.registry.workbook.Slots.Slot;
import id.pkh.registry.workbook.WorkbookFacts.RosterFamily;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The marks of the families: one row for each family, one column for each meeting. */
final class AttendanceSheet implements SheetForm {

    static final String CODE = "A";

    private static final String UNMARKED = "UNMARKED";

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public String sheetName() {
        return "Kehadiran";
    }

    @Override
    public boolean cellsStandAlone() {
        return true;
    }

    @Override
    public List<SheetColumn> columns(WorkbookFacts facts) {
        List<SheetColumn> columns = new ArrayList<>();
        columns.add(SheetColumn.shown("group", "Kelompok", 34));
        columns.add(SheetColumn.shown("name", "Nama pengurus", 30));
        for (Slot slot : Slots.of(facts).all()) {
            columns.add(SheetColumn.choice(slot.code(), slot.title(), Words.MARKS, 20));
        }
        return columns;
    }

    @Override
    public List<String> expected() {
        return List.of("G1", "P1");
    }

    @Override
    public List<SheetRow> rows(WorkbookFacts facts) {
        List<SheetRow> rows = new ArrayList<>();
        List<Slot> slots = Slots.of(facts).all();
        for (RosterFamily family : facts.families()) {
            if (family.groupCode() == null) {
                continue;
            }
            Map<String, String> values = new HashMap<>();
            values.put("group", facts.groupName(family.groupCode()));
            values.put("name", family.caretaker());
            for (Slot slot : slots) {
                Slots.meeting(facts, family.groupCode(), slot)
                        .map(meeting -> meeting.marks().get(family.kpmId()))
                        .filter(mark -> !mark.equals(UNMARKED))
                        .ifPresent(mark -> values.put(slot.code(), mark));
            }
            rows.add(
                    new SheetRow(
                            List.of(family.kpmId().toString(), family.groupCode()), values, true));
        }
        return rows;
    }
}
