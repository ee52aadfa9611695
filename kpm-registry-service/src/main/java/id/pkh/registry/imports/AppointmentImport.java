package id.pkh.registry.imports;

import id.pkh.platform.files.ColumnSpec;
import id.pkh.registry.area.Areas;
import id.pkh.registry.facilitator.AppointmentDraft;
import id.pkh.registry.facilitator.ImportAppointments;
import id.pkh.registry.facilitator.ImportFacilitators.EntryOutcome;
import id.pkh.registry.intake.FieldReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Imports the list of appointments by decree. */
@ApplicationScoped
class AppointmentImport implements RowImport<ImportAppointments.Entry> {

    private static final ColumnSpec[] COLUMNS = {
        ColumnSpec.required("kode_pendamping"),
        ColumnSpec.required("nomor_sk"),
        ColumnSpec.required("tanggal_sk"),
        ColumnSpec.required("kode_wilayah"),
        ColumnSpec.required("kepegawaian"),
        ColumnSpec.required("berlaku_mulai"),
        ColumnSpec.optional("berlaku_sampai")
    };

    private static final Map<String, String> EXPECTED =
            Map.of(
                    "FACILITATOR_UNKNOWN", "code of a facilitator in your area",
                    "APPOINTMENT_OVERLAPS", "days on which no other appointment counts",
                    "ASSIGNMENT_OUTSIDE_APPOINTMENT",
                            "a first day not after those of the facilitator's villages");

    private final ImportAppointments importAppointments;
    private final Areas areas;

    AppointmentImport(ImportAppointments importAppointments, Areas areas) {
        this.importAppointments = importAppointments;
        this.areas = areas;
    }

    @Override
    public String kind() {
        return "appointments";
    }

    @Override
    public ColumnSpec[] columns() {
        return COLUMNS;
    }

    @Override
    public ImportAppointments.Entry read(NamedRow row, FieldReader reader) {
        LocalDate from = reader.date("berlaku_mulai", row.of("berlaku_mulai"));
        LocalDate until = reader.optionalDate("berlaku_sampai", row.of("berlaku_sampai"));
        reader.range("berlaku_sampai", from, until);
        return new ImportAppointments.Entry(
                reader.facilitatorCode("kode_pendamping", row.of("kode_pendamping")),
                new AppointmentDraft(
                        reader.decree("nomor_sk", row.of("nomor_sk")),
                        reader.date("tanggal_sk", row.of("tanggal_sk")),
                        reader.workArea("kode_wilayah", row.of("kode_wilayah")),
                        reader.employment("kepegawaian", row.of("kepegawaian")),
                        from,
                        until,
                        null));
    }

    @Override
    public void apply(List<ImportLine<ImportAppointments.Entry>> lines, Chunk chunk) {
        Set<String> known =
                lines.stream()
                        .map(AppointmentImport::areaOf)
                        .distinct()
                        .filter(chunk.areas()::covers)
                        .filter(areas::isKnown)
                        .collect(Collectors.toSet());
        lines.stream()
                .filter(line -> !known.contains(areaOf(line)))
                .forEach(
                        line ->
                                chunk.refuseArea(
                                        line.number(),
                                        "kode_wilayah",
                                        areaOf(line),
                                        areaOf(line),
                                        "AREA_UNKNOWN",
                                        FieldReader.WORK_AREA));
        enter(lines.stream().filter(line -> known.contains(areaOf(line))).toList(), chunk);
    }

    private void enter(List<ImportLine<ImportAppointments.Entry>> lines, Chunk chunk) {
        List<EntryOutcome> outcomes =
                importAppointments.handle(
                        lines.stream().map(ImportLine::draft).toList(),
                        chunk.sender(),
                        chunk.areas());
        for (int i = 0; i < lines.size(); i++) {
            EntryOutcome outcome = outcomes.get(i);
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
            ImportLine<ImportAppointments.Entry> line, String code, Chunk chunk) {
        boolean isWho = code.equals("FACILITATOR_UNKNOWN");
        chunk.refuse(
                line.number(),
                isWho ? "kode_pendamping" : "berlaku_mulai",
                isWho
                        ? line.draft().facilitatorCode()
                        : line.draft().appointment().validFrom().toString(),
                code,
                EXPECTED.get(code));
    }

    private static String areaOf(ImportLine<ImportAppointments.Entry> line) {
        return line.draft().appointment().areaCode();
    }
}
