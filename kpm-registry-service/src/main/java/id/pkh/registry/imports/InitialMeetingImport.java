package id.pkh.registry.imports;

import id.pkh.platform.files.ColumnSpec;
import id.pkh.registry.area.Areas;
import id.pkh.registry.initial.InitialSteps;
import id.pkh.registry.initial.InitialSteps.Plan;
import id.pkh.registry.initial.InitialSteps.Step;
import id.pkh.registry.initial.domain.InitialCodes.Speaker;
import id.pkh.registry.intake.FieldReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Initial meetings, each for the candidates of its village who are on no other list. */
@ApplicationScoped
class InitialMeetingImport implements RowImport<Plan> {

    private static final ColumnSpec[] COLUMNS = {
        ColumnSpec.required("kode_desa", "kode_kelurahan"),
        ColumnSpec.required("gelombang"),
        ColumnSpec.required("tanggal"),
        ColumnSpec.required("mulai"),
        ColumnSpec.required("selesai"),
        ColumnSpec.required("tempat"),
        ColumnSpec.required("pembicara")
    };

    private static final Pattern HOUR = Pattern.compile("([01]?[0-9]|2[0-3])[.:][0-5][0-9](:00)?");
    private static final int HOUR_CHARS = 5;
    private static final Pattern BATCH = Pattern.compile("[A-Z0-9][A-Z0-9-]{0,19}");

    private final InitialSteps steps;
    private final Areas areas;

    InitialMeetingImport(InitialSteps steps, Areas areas) {
        this.steps = steps;
        this.areas = areas;
    }

    @Override
    public String kind() {
        return "initial-meetings";
    }

    @Override
    public ListSenders senders() {
        return ListSenders.FIELD;
    }

    @Override
    public ColumnSpec[] columns() {
        return COLUMNS;
    }

    @Override
    public Plan read(NamedRow row, FieldReader reader) {
        String village = reader.village("kode_desa", row.of("kode_desa"));
        String batch = row.of("gelombang");
        if (!BATCH.matcher(batch).matches()) {
            reader.refuse("gelombang", batch, "BATCH_INVALID", "1 to 20 of A-Z, 0-9 and -");
        }
        LocalDate day = reader.date("tanggal", row.of("tanggal"));
        LocalTime starts = hour("mulai", row, reader);
        LocalTime ends = hour("selesai", row, reader);
        String place = reader.address("tempat", row.of("tempat"));
        if (place == null && reader.isClean()) {
            reader.refuse("tempat", "", "PLACE_MISSING", "where the meeting is");
        }
        Set<Speaker> speakers = StepWords.readSeveral(StepWords.SPEAKERS, "pembicara", row, reader);
        return new Plan(village, batch, day, starts, ends, place, speakers);
    }

    private static LocalTime hour(String column, NamedRow row, FieldReader reader) {
        String written = row.of(column);
        if (!HOUR.matcher(written).matches()) {
            return reader.refuse(column, written, "HOUR_UNREADABLE", "09:00");
        }
        String hour = written.replace('.', ':');
        String padded = hour.indexOf(':') == 1 ? "0" + hour : hour;
        return LocalTime.parse(padded.substring(0, HOUR_CHARS));
    }

    @Override
    public void apply(List<ImportLine<Plan>> lines, Chunk chunk) {
        Set<String> known =
                areas.villagesAmong(
                        lines.stream()
                                .map(line -> line.draft().villageCode())
                                .filter(chunk.areas()::covers)
                                .collect(Collectors.toSet()));
        for (ImportLine<Plan> line : lines) {
            if (!known.contains(line.draft().villageCode())) {
                chunk.refuseVillage(line.number(), "kode_desa", line.draft().villageCode());
            } else {
                apply(line, chunk);
            }
        }
    }

    private void apply(ImportLine<Plan> line, Chunk chunk) {
        Step step = steps.plan(line.draft());
        if (step.refusal() != null) {
            boolean isTime = step.refusal().equals("INITIAL_HOURS_INVALID");
            chunk.refuse(
                    line.number(),
                    isTime ? "selesai" : "tanggal",
                    isTime ? line.draft().endsAt().toString() : line.draft().meetsOn().toString(),
                    step.refusal(),
                    "");
        } else if (step.isChange()) {
            chunk.applied();
        } else {
            chunk.unchanged();
        }
    }
}
