package id.pkh.registry.imports;

import id.pkh.platform.files.ColumnSpec;
import id.pkh.registry.area.Areas;
import id.pkh.registry.facilitator.AssignmentDraft;
import id.pkh.registry.facilitator.FacilitatorDraft;
import id.pkh.registry.facilitator.ImportFacilitators;
import id.pkh.registry.intake.FieldReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Imports the list of facilitators, which has one row for each village of a facilitator. */
@ApplicationScoped
class FacilitatorImport implements RowImport<ImportFacilitators.Entry> {

    private static final ColumnSpec[] COLUMNS = {
        ColumnSpec.required("kode_pendamping"),
        ColumnSpec.required("nama"),
        ColumnSpec.required("nik"),
        ColumnSpec.required("peran"),
        ColumnSpec.required("kode_desa", "kode_kelurahan"),
        ColumnSpec.required("berlaku_mulai"),
        ColumnSpec.optional("berlaku_sampai")
    };

    /** The column to which a refusal points. */
    private static final Map<String, String> COLUMN_OF_REFUSAL =
            Map.of(
                    "NIK_DUPLICATE", "nik",
                    "FACILITATOR_CODE_TAKEN", "kode_pendamping",
                    "ASSIGNMENT_OUTSIDE_APPOINTMENT", "berlaku_mulai",
                    "ASSIGNMENT_OVERLAPS", "berlaku_mulai",
                    "ASSIGNMENT_HANDED_OVER", "berlaku_sampai");

    private static final Map<String, String> EXPECTED =
            Map.of(
                    "NIK_DUPLICATE", "a NIK that no other facilitator has",
                    "FACILITATOR_CODE_TAKEN", "the code with its own NIK",
                    "ASSIGNMENT_OUTSIDE_APPOINTMENT",
                            "days of an appointment of the facilitator for this area",
                    "ASSIGNMENT_OVERLAPS",
                            "days on which no other facilitator is responsible for the village",
                    "ASSIGNMENT_HANDED_OVER", "the last day that the hand-over set");

    private final ImportFacilitators importFacilitators;
    private final Areas areas;

    FacilitatorImport(ImportFacilitators importFacilitators, Areas areas) {
        this.importFacilitators = importFacilitators;
        this.areas = areas;
    }

    @Override
    public String kind() {
        return "facilitators";
    }

    @Override
    public ColumnSpec[] columns() {
        return COLUMNS;
    }

    @Override
    public ImportFacilitators.Entry read(NamedRow row, FieldReader reader) {
        LocalDate from = reader.date("berlaku_mulai", row.of("berlaku_mulai"));
        LocalDate until = reader.optionalDate("berlaku_sampai", row.of("berlaku_sampai"));
        reader.range("berlaku_sampai", from, until);
        return new ImportFacilitators.Entry(
                new FacilitatorDraft(
                        reader.facilitatorCode("kode_pendamping", row.of("kode_pendamping")),
                        reader.name("nama", row.of("nama")),
                        reader.nik("nik", row.of("nik"))),
                new AssignmentDraft(
                        reader.role("peran", row.of("peran")),
                        reader.village("kode_desa", row.of("kode_desa")),
                        from,
                        until));
    }

    @Override
    public void apply(List<ImportLine<ImportFacilitators.Entry>> lines, Chunk chunk) {
        Set<String> covered =
                lines.stream()
                        .map(FacilitatorImport::villageOf)
                        .filter(chunk.areas()::covers)
                        .collect(Collectors.toSet());
        Set<String> known = areas.villagesAmong(covered);
        lines.stream()
                .filter(line -> !known.contains(villageOf(line)))
                .forEach(line -> chunk.refuseVillage(line.number(), "kode_desa", villageOf(line)));
        enter(lines.stream().filter(line -> known.contains(villageOf(line))).toList(), chunk);
    }

    private void enter(List<ImportLine<ImportFacilitators.Entry>> lines, Chunk chunk) {
        if (lines.isEmpty()) {
            return;
        }
        List<ImportFacilitators.EntryOutcome> outcomes =
                importFacilitators.handle(lines.stream().map(ImportLine::draft).toList());
        for (int i = 0; i < lines.size(); i++) {
            ImportFacilitators.EntryOutcome outcome = outcomes.get(i);
            if (outcome.refusal() != null) {
                refuse(lines.get(i), outcome.refusal(), chunk);
            } else if (outcome.isChange()) {
                chunk.applied();
            } else {
                chunk.unchanged();
            }
        }
    }

    private static void refuse(
            ImportLine<ImportFacilitators.Entry> line, String code, Chunk chunk) {
        String column = COLUMN_OF_REFUSAL.get(code);
        chunk.refuse(
                line.number(), column, valueOf(line.draft(), column), code, EXPECTED.get(code));
    }

    private static String valueOf(ImportFacilitators.Entry entry, String column) {
        return switch (column) {
            case "nik" -> entry.facilitator().nik();
            case "kode_pendamping" -> entry.facilitator().code();
            case "berlaku_mulai" -> entry.assignment().validFrom().toString();
            default -> String.valueOf(entry.assignment().validUntil());
        };
    }

    private static String villageOf(ImportLine<ImportFacilitators.Entry> line) {
        return line.draft().assignment().villageCode();
    }
}
