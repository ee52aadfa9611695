package id.pkh.registry.workbook;

import id.pkh.platform.web.Refused;
import id.pkh.registry.dataupdate.DataUpdateRequests.ChangeEntry;
import id.pkh.registry.dataupdate.DataUpdateRequests.EvidenceEntry;
import id.pkh.registry.dataupdate.SubmitUpdate;
import id.pkh.registry.dataupdate.domain.ChangeKind;
import id.pkh.registry.dataupdate.domain.EvidenceKind;
import id.pkh.registry.workbook.ChangedRows.ChangedRow;
import id.pkh.registry.workbook.WorkbookFacts.MemberUpdate;
import id.pkh.registry.workbook.WorkbookFacts.RosterMember;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Data updates about one member that need no identity number. A member has one row for the next
 * update of the month. Nothing changes until another person accepts it.
 */
@ApplicationScoped
class UpdatePart implements WorkbookPart.OfOneSheet {

    private static final String CODE = "U";

    private final SubmitUpdate submitUpdate;

    UpdatePart(SubmitUpdate submitUpdate) {
        this.submitUpdate = submitUpdate;
    }

    @Override
    public Set<FactSource> needs() {
        return Set.of(FactSource.UPDATES);
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public String sheetName() {
        return "Pemutakhiran";
    }

    @Override
    public List<SheetColumn> columns(WorkbookFacts facts) {
        return List.of(
                SheetColumn.shown("group", "Kelompok", 34),
                SheetColumn.shown("name", "Nama pengurus", 30),
                SheetColumn.shown("member", "Nama anggota", 30),
                SheetColumn.shown("has", "Komponen sekarang", 20),
                SheetColumn.shown("before", "Sudah diajukan", 16),
                SheetColumn.choice("kind", "Perubahan", Words.CHANGES, 24),
                SheetColumn.of("on", "Berlaku mulai", SheetColumn.Entry.DATE, 14),
                SheetColumn.choice("school", "Jenjang baru", Words.SCHOOLS, 14),
                SheetColumn.of("npsn", "NPSN baru", SheetColumn.Entry.NUMBER, 12),
                SheetColumn.of("grade", "Kelas baru", SheetColumn.Entry.TEXT, 12),
                SheetColumn.choice("evidence", "Bukti", Words.EVIDENCE, 26),
                SheetColumn.of("reference", "Letak bukti", SheetColumn.Entry.TEXT, 30),
                SheetColumn.of("evidence_on", "Tanggal bukti", SheetColumn.Entry.DATE, 14));
    }

    @Override
    public List<SheetRow> rows(WorkbookFacts facts) {
        Map<UUID, List<MemberUpdate>> updates =
                facts.updates().stream().collect(Collectors.groupingBy(MemberUpdate::memberId));
        Map<UUID, WorkbookFacts.RosterFamily> families = facts.familiesById();
        List<SheetRow> rows = new ArrayList<>();
        for (RosterMember member : facts.members()) {
            List<MemberUpdate> before = updates.getOrDefault(member.memberId(), List.of());
            for (int number = 1; number <= before.size() + 1; number++) {
                boolean isOffered = number > before.size();
                Map<String, String> values =
                        new HashMap<>(isOffered ? Map.of() : before.get(number - 1).values());
                WorkbookFacts.RosterFamily family = families.get(member.kpmId());
                values.put("group", facts.groupName(family.groupCode()));
                values.put("name", family.caretaker());
                values.put("member", member.name());
                values.put("has", Words.component(member.component()));
                values.put("before", Integer.toString(number - 1));
                rows.add(
                        new SheetRow(
                                List.of(
                                        member.kpmId().toString(),
                                        member.memberId().toString(),
                                        Integer.toString(number)),
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
                submitUpdate.report(row.key().id(0), evidence(row), change(row));
                outcomes.applied(row);
            } catch (Refused refused) {
                outcomes.refused(row, refused);
            }
        }
    }

    private static EvidenceEntry evidence(ChangedRow row) {
        return new EvidenceEntry(
                EvidenceKind.valueOf(row.required("evidence", "Bukti")),
                row.required("reference", "Letak bukti"),
                LocalDate.parse(row.required("evidence_on", "Tanggal bukti")));
    }

    private static ChangeEntry change(ChangedRow row) {
        return new ChangeEntry(
                ChangeKind.valueOf(row.required("kind", "Perubahan")),
                row.key().id(1),
                LocalDate.parse(row.required("on", "Berlaku mulai")),
                null,
                null,
                null,
                row.value("school"),
                row.value("npsn"),
                null,
                row.value("grade"),
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
