package id.pkh.registry.workbook;

import id.pkh.registry.workbook.Slots.Slot;
import id.pkh.registry.workbook.WorkbookFacts.Meeting;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The meetings of the month: one row for each group and meeting. */
final class MeetingSheet implements SheetForm {

    static final String CODE = "M";
    static final String HELD_ON = "on";
    static final String SESSION = "ses";

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public String sheetName() {
        return "Pertemuan";
    }

    @Override
    public List<SheetColumn> columns(WorkbookFacts facts) {
        return List.of(
                SheetColumn.shown("group", "Kelompok", 34),
                SheetColumn.shown("what", "Kegiatan", 22),
                SheetColumn.of(HELD_ON, "Tanggal", SheetColumn.Entry.DATE, 14),
                SheetColumn.choice(SESSION, "Sesi P2K2", facts.sessions(), 44),
                SheetColumn.shown("state", "Keadaan", 18));
    }

    @Override
    public List<String> expected() {
        return List.of(HELD_ON);
    }

    @Override
    public List<SheetRow> rows(WorkbookFacts facts) {
        List<SheetRow> rows = new ArrayList<>();
        List<Slot> slots = Slots.of(facts).all();
        for (String group : facts.groupCodes()) {
            for (Slot slot : slots) {
                Map<String, String> values = new HashMap<>();
                values.put("group", facts.groupName(group));
                values.put("what", slot.title());
                Optional<Meeting> held = Slots.meeting(facts, group, slot);
                values.put("state", held.isPresent() ? "sudah dicatat" : "belum dicatat");
                held.ifPresent(
                        meeting -> {
                            values.put(HELD_ON, meeting.heldOn().toString());
                            values.put(SESSION, meeting.sessionCode());
                        });
                rows.add(new SheetRow(List.of(group, slot.code()), values, true));
            }
        }
        return rows;
    }
}
