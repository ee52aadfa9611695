package id.pkh.registry.workbook;

import static java.util.stream.Collectors.groupingBy;

import id.pkh.platform.web.Refused;
import id.pkh.registry.complaint.ComplaintQueries.Lodged;
import id.pkh.registry.complaint.LodgeComplaint;
import id.pkh.registry.complaint.domain.ComplaintCodes.Channel;
import id.pkh.registry.complaint.domain.ComplaintType;
import id.pkh.registry.workbook.ChangedRows.ChangedRow;
import id.pkh.registry.workbook.WorkbookFacts.RosterFamily;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Complaints that the facilitator settles. A family has one row for its next complaint of the
 * month. What is above the facilitator is not lodged with a file that others may open.
 */
@ApplicationScoped
class ComplaintPart implements WorkbookPart.OfOneSheet {

    private static final String CODE = "C";
    private static final String TEXT = "text";

    private final LodgeComplaint lodgeComplaint;

    ComplaintPart(LodgeComplaint lodgeComplaint) {
        this.lodgeComplaint = lodgeComplaint;
    }

    @Override
    public Set<FactSource> needs() {
        return Set.of(FactSource.COMPLAINTS);
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public String sheetName() {
        return "Pengaduan";
    }

    @Override
    public List<SheetColumn> columns(WorkbookFacts facts) {
        return List.of(
                SheetColumn.shown("group", "Kelompok", 34),
                SheetColumn.shown("name", "Nama pengurus", 30),
                SheetColumn.shown("before", "Sudah diadukan", 16),
                SheetColumn.choice("type", "Pengaduan", Words.COMPLAINTS, 32),
                SheetColumn.choice("channel", "Disampaikan lewat", Words.COMPLAINT_CHANNELS, 20),
                SheetColumn.of(TEXT, "Uraian", SheetColumn.Entry.TEXT, 60));
    }

    /** What a family said is encrypted, and reading it is logged. */
    @Override
    public boolean isShownAgain(String column) {
        return !column.equals(TEXT);
    }

    @Override
    public List<SheetRow> rows(WorkbookFacts facts) {
        Map<UUID, List<Lodged>> lodged =
                facts.complaints().stream().collect(groupingBy(Lodged::kpmId));
        List<SheetRow> rows = new ArrayList<>();
        for (RosterFamily family : facts.families()) {
            List<Lodged> before = lodged.getOrDefault(family.kpmId(), List.of());
            for (int number = 1; number <= before.size() + 1; number++) {
                boolean isOffered = number > before.size();
                Map<String, String> values = new HashMap<>();
                values.put("group", facts.groupName(family.groupCode()));
                values.put("name", family.caretaker());
                values.put("before", Integer.toString(number - 1));
                if (!isOffered) {
                    values.put("type", before.get(number - 1).type().name());
                    values.put("channel", before.get(number - 1).channel().name());
                }
                rows.add(
                        new SheetRow(
                                List.of(family.kpmId().toString(), Integer.toString(number)),
                                values,
                                isOffered));
            }
        }
        return rows;
    }

    @Override
    public void apply(ChangedRows changed, WorkbookFacts facts, Outcomes outcomes) {
        for (ChangedRow row : changed.of(this)) {
            try {
                if (row.present() != null && !row.present().isOffered()) {
                    throw Refused.because(VisitPart.RECORDED_BEFORE);
                }
                lodgeComplaint.report(
                        row.key().id(0),
                        ComplaintType.valueOf(row.required("type", "Pengaduan")),
                        Channel.valueOf(row.required("channel", "Disampaikan lewat")),
                        row.required(TEXT, "Uraian"));
                outcomes.applied(row);
            } catch (Refused refused) {
                outcomes.refused(row, refused);
            }
        }
    }
}
