package id.pkh.registry.workbook;

import id.pkh.platform.web.Refused;
import id.pkh.registry.visit.HomeVisitRequest;
import id.pkh.registry.visit.HomeVisitRequest.HouseEntry;
import id.pkh.registry.visit.RecordVisit;
import id.pkh.registry.visit.domain.VisitCodes.Electricity;
import id.pkh.registry.visit.domain.VisitCodes.Finding;
import id.pkh.registry.visit.domain.VisitCodes.HeadJob;
import id.pkh.registry.visit.domain.VisitCodes.HouseOwnership;
import id.pkh.registry.visit.domain.VisitCodes.Purpose;
import id.pkh.registry.visit.domain.VisitCodes.Toilet;
import id.pkh.registry.visit.domain.VisitCodes.Water;
import id.pkh.registry.workbook.ChangedRows.ChangedRow;
import id.pkh.registry.workbook.WorkbookFacts.RosterFamily;
import id.pkh.registry.workbook.WorkbookFacts.Visit;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Home visits. A family has one row for the next visit of the month; the number of the visit is in
 * its token, so the same workbook does not record it again.
 */
@ApplicationScoped
class VisitPart implements WorkbookPart.OfOneSheet {

    static final String RECORDED_BEFORE = "WORKBOOK_ROW_RECORDED";

    private static final String CODE = "V";
    private static final int MOST_COMPONENTS = 20;
    private static final List<String> HOUSE =
            List.of("ownership", "job", "components", "toilet", "water", "electricity");

    private final RecordVisit recordVisit;

    VisitPart(RecordVisit recordVisit) {
        this.recordVisit = recordVisit;
    }

    @Override
    public Set<FactSource> needs() {
        return Set.of(FactSource.VISITS);
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public String sheetName() {
        return "Kunjungan";
    }

    @Override
    public List<SheetColumn> columns(WorkbookFacts facts) {
        return List.of(
                SheetColumn.shown("group", "Kelompok", 34),
                SheetColumn.shown("name", "Nama pengurus", 30),
                SheetColumn.shown("before", "Sudah dikunjungi", 16),
                SheetColumn.of("on", "Tanggal", SheetColumn.Entry.DATE, 14),
                SheetColumn.choice("purpose", "Tujuan", Words.PURPOSES, 22),
                SheetColumn.choice("finding1", "Temuan 1", Words.FINDINGS, 26),
                SheetColumn.choice("finding2", "Temuan 2", Words.FINDINGS, 26),
                SheetColumn.choice("ownership", "Rumah", Words.OWNERSHIPS, 18),
                SheetColumn.choice("job", "Pekerjaan kepala keluarga", Words.JOBS, 24),
                SheetColumn.of("components", "Komponen pada KK", SheetColumn.Entry.NUMBER, 18),
                SheetColumn.choice("toilet", "Jamban", Words.TOILETS, 14),
                SheetColumn.choice("water", "Air", Words.WATERS, 24),
                SheetColumn.choice("electricity", "Listrik", Words.ELECTRICITY, 18),
                SheetColumn.of("remark", "Catatan", SheetColumn.Entry.TEXT, 40));
    }

    @Override
    public List<SheetRow> rows(WorkbookFacts facts) {
        List<SheetRow> rows = new ArrayList<>();
        for (RosterFamily family : facts.families()) {
            List<Visit> visits =
                    facts.visits().stream()
                            .filter(visit -> visit.kpmId().equals(family.kpmId()))
                            .toList();
            for (int number = 1; number <= visits.size(); number++) {
                rows.add(row(family, number, visits.get(number - 1).values(), false, facts));
            }
            rows.add(row(family, visits.size() + 1, Map.of(), true, facts));
        }
        return rows;
    }

    private static SheetRow row(
            RosterFamily family,
            int number,
            Map<String, String> visit,
            boolean isOffered,
            WorkbookFacts facts) {
        Map<String, String> values = new HashMap<>(visit);
        values.put("group", facts.groupName(family.groupCode()));
        values.put("name", family.caretaker());
        values.put("before", Integer.toString(number - 1));
        return new SheetRow(
                List.of(family.kpmId().toString(), Integer.toString(number)), values, isOffered);
    }

    /** Findings have no order. */
    @Override
    public Map<String, String> normalised(Map<String, String> cells) {
        List<String> findings =
                Stream.of("finding1", "finding2")
                        .map(cells::get)
                        .filter(finding -> finding != null && !finding.isEmpty())
                        .distinct()
                        .sorted(Comparator.comparing(Finding::valueOf))
                        .toList();
        Map<String, String> sorted = new HashMap<>(cells);
        sorted.put("finding1", findings.isEmpty() ? "" : findings.get(0));
        sorted.put("finding2", findings.size() < 2 ? "" : findings.get(1));
        return sorted;
    }

    @Override
    public void apply(ChangedRows changed, WorkbookFacts facts, Outcomes outcomes) {
        for (ChangedRow row : changed.of(this)) {
            try {
                if (row.present() != null && !row.present().isOffered()) {
                    throw Refused.because(RECORDED_BEFORE);
                }
                recordVisit.handle(request(row));
                outcomes.applied(row);
            } catch (Refused refused) {
                outcomes.refused(row, refused);
            }
        }
    }

    private static HomeVisitRequest request(ChangedRow row) {
        Set<Finding> findings = EnumSet.noneOf(Finding.class);
        Stream.of(row.value("finding1"), row.value("finding2"))
                .filter(finding -> !finding.isEmpty())
                .map(Finding::valueOf)
                .forEach(findings::add);
        if (findings.isEmpty()) {
            throw incomplete("Temuan 1");
        }
        return new HomeVisitRequest(
                row.key().id(0),
                LocalDate.parse(row.required("on", "Tanggal")),
                Purpose.valueOf(row.required("purpose", "Tujuan")),
                house(row),
                null,
                null,
                findings,
                row.value("remark").isEmpty() ? null : row.value("remark"),
                null);
    }

    private static HouseEntry house(ChangedRow row) {
        if (HOUSE.stream().allMatch(column -> row.value(column).isEmpty())) {
            return null;
        }
        long components = Long.parseLong(row.required("components", "Komponen pada KK"));
        if (components > MOST_COMPONENTS) {
            throw incomplete("Komponen pada KK");
        }
        return new HouseEntry(
                HouseOwnership.valueOf(row.required("ownership", "Rumah")),
                HeadJob.valueOf(row.required("job", "Pekerjaan kepala keluarga")),
                (int) components,
                Toilet.valueOf(row.required("toilet", "Jamban")),
                Water.valueOf(row.required("water", "Air")),
                Electricity.valueOf(row.required("electricity", "Listrik")));
    }

    private static Refused incomplete(String header) {
        return Refused.because(ChangedRows.INCOMPLETE).with("column", header);
    }
}
