package id.pkh.registry.workbook;

import id.pkh.registry.client.OtherServices;
import id.pkh.registry.workbook.ChangedRows.ChangedRow;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The visits of members at a health service in the month. */
@Singleton
class HealthPart extends EvidencePart {

    /** As verification writes them; the number stands before all of them. */
    private static final List<String> CARE =
            List.of("BB", "TB", "VITA", "ANC", "SALIN", "SALINLUAR", "NIFAS");

    HealthPart(OtherServices services) {
        super(services, LoadEvidence.HEALTH, List.of("visits"));
    }

    @Override
    public String code() {
        return "H";
    }

    @Override
    public String sheetName() {
        return "Kesehatan";
    }

    @Override
    public List<SheetColumn> columns(WorkbookFacts facts) {
        return List.of(
                SheetColumn.shown("group", "Kelompok", 34),
                SheetColumn.shown("name", "Nama pengurus", 30),
                SheetColumn.shown("member", "Nama anggota", 30),
                SheetColumn.shown("has", "Komponen", 20),
                SheetColumn.of(LoadEvidence.POINT, "Kode faskes", SheetColumn.Entry.TEXT, 18),
                SheetColumn.of("visits", "Kunjungan", SheetColumn.Entry.TEXT, 18));
    }

    @Override
    public List<String> expected() {
        return List.of("visits");
    }

    /** The words of a form are read in either case and in any order. */
    @Override
    public Map<String, String> normalised(Map<String, String> cells) {
        Map<String, String> upper = new HashMap<>(cells);
        upper.replaceAll((column, cell) -> cell.toUpperCase(Locale.ROOT));
        upper.computeIfPresent("visits", (column, cell) -> inOrder(cell));
        return upper;
    }

    private static String inOrder(String visits) {
        return Stream.of(visits.strip().split("[\\s,;+]+"))
                .sorted(Comparator.comparing(CARE::indexOf))
                .collect(Collectors.joining(" "));
    }

    @Override
    String pointOf(ChangedRow row) {
        row.required("visits", "Kunjungan");
        return row.required(LoadEvidence.POINT, "Kode faskes").toUpperCase(Locale.ROOT);
    }
}
