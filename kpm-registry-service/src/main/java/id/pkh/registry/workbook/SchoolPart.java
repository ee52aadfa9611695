package id.pkh.registry.workbook;

import id.pkh.platform.web.Refused;
import id.pkh.registry.client.OtherServices;
import id.pkh.registry.workbook.ChangedRows.ChangedRow;
import jakarta.inject.Singleton;
import java.util.List;

/** The days of pupils in the month. */
@Singleton
class SchoolPart extends EvidencePart {

    private static final String NPSN = "npsn";

    SchoolPart(OtherServices services) {
        super(services, LoadEvidence.SCHOOL, List.of("alpa", "izin", "sakit", "jml"));
    }

    @Override
    public String code() {
        return "S";
    }

    @Override
    public String sheetName() {
        return "Sekolah";
    }

    @Override
    public List<SheetColumn> columns(WorkbookFacts facts) {
        return List.of(
                SheetColumn.shown("group", "Kelompok", 34),
                SheetColumn.shown("name", "Nama pengurus", 30),
                SheetColumn.shown("member", "Nama siswa", 30),
                SheetColumn.shown(NPSN, "NPSN", 12),
                SheetColumn.of("alpa", "Alpa", SheetColumn.Entry.NUMBER, 8),
                SheetColumn.of("izin", "Izin", SheetColumn.Entry.NUMBER, 8),
                SheetColumn.of("sakit", "Sakit", SheetColumn.Entry.NUMBER, 8),
                SheetColumn.of("jml", "Hadir", SheetColumn.Entry.NUMBER, 8));
    }

    @Override
    public List<String> expected() {
        return List.of("jml");
    }

    /** A pupil whose school is not recorded gets it by a data update. */
    @Override
    String pointOf(ChangedRow row) {
        String school = row.present() == null ? "" : row.present().value(NPSN);
        if (school.isEmpty()) {
            throw Refused.because(ChangedRows.INCOMPLETE).with("column", "NPSN");
        }
        return school;
    }
}
