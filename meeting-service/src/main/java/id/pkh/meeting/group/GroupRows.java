package id.pkh.meeting.group;

import id.pkh.platform.files.ColumnSpec;
import id.pkh.platform.files.Columns;
import id.pkh.platform.files.Dates;
import id.pkh.platform.files.FileRun;
import id.pkh.platform.files.Row;
import id.pkh.platform.files.RowRefusal;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.web.FreeTextRule;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The rows of a list of groups; each is a group or is refused. */
final class GroupRows {

    static final String CODE = "kode_kelompok";
    private static final String NAME = "nama_kelompok";
    private static final String VILLAGE = "kode_desa";
    private static final String PLACE = "tempat_pertemuan";
    private static final String FORMED = "tanggal_dibentuk";
    private static final ColumnSpec[] COLUMNS = {
        ColumnSpec.required(CODE),
        ColumnSpec.required(NAME),
        ColumnSpec.required(VILLAGE),
        ColumnSpec.optional(PLACE),
        ColumnSpec.required(FORMED)
    };
    private static final int MAX_TEXT_CHARS = 200;

    private final Columns columns;
    private final AreaScope areas;
    private final LocalDate today;
    private final Set<String> seen = new HashSet<>();

    private GroupRows(Columns columns, AreaScope areas, LocalDate today) {
        this.columns = columns;
        this.areas = areas;
        this.today = today;
    }

    static Optional<GroupRows> under(Row header, AreaScope areas, LocalDate today) {
        return Columns.matching(header, COLUMNS)
                .map(columns -> new GroupRows(columns, areas, today));
    }

    /** The group of a row; empty when the row was refused. */
    Optional<NewGroup> read(Row row, FileRun run) {
        String code = columns.of(row, CODE);
        String village = columns.of(row, VILLAGE);
        String name = columns.of(row, NAME);
        Optional<LocalDate> formedOn = Dates.parse(columns.of(row, FORMED));
        if (!GroupCode.isWellFormed(code)) {
            return refused(run, row, CODE, "GROUP_CODE_INVALID", "17.71.08.1001-01");
        }
        if (!GroupCode.villageOf(code).equals(village)) {
            return refused(
                    run, row, VILLAGE, "GROUP_CODE_OF_OTHER_VILLAGE", GroupCode.villageOf(code));
        }
        if (!areas.covers(village)) {
            run.refuseForAreas(
                    RowRefusal.of(
                            row.line(),
                            VILLAGE,
                            village,
                            "VILLAGE_OUTSIDE_AREAS",
                            "a village of your areas"));
            return Optional.empty();
        }
        if (name.isEmpty() || name.length() > MAX_TEXT_CHARS) {
            run.refuse(
                    RowRefusal.withoutValue(
                            row.line(), NAME, "GROUP_NAME_INVALID", "1 to 200 characters"));
            return Optional.empty();
        }
        if (formedOn.isEmpty() || formedOn.get().isAfter(today)) {
            return refused(run, row, FORMED, "GROUP_DATE_INVALID", "dd/mm/yyyy, not after today");
        }
        if (!seen.add(code)) {
            return refused(run, row, CODE, "GROUP_TWICE_IN_FILE", "one row for each group");
        }
        String place = columns.of(row, PLACE);
        if (isUnfit(run, row, NAME, name) || isUnfit(run, row, PLACE, place)) {
            return Optional.empty();
        }
        return Optional.of(
                new NewGroup(
                        code,
                        name,
                        place.substring(0, Math.min(place.length(), MAX_TEXT_CHARS)),
                        formedOn.get()));
    }

    void refuseFormedOtherwise(Row row, FileRun run) {
        refused(run, row, FORMED, "GROUP_ALREADY_FORMED", "the day on which it was formed");
    }

    private static boolean isUnfit(FileRun run, Row row, String column, String text) {
        Optional<String> fault = FreeTextRule.faultOf(text);
        fault.ifPresent(code -> run.refuse(RowRefusal.withoutValue(row.line(), column, code, "")));
        return fault.isPresent();
    }

    private Optional<NewGroup> refused(
            FileRun run, Row row, String column, String code, String expected) {
        run.refuse(RowRefusal.of(row.line(), column, columns.of(row, column), code, expected));
        return Optional.empty();
    }
}
