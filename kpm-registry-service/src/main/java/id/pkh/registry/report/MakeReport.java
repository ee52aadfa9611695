package id.pkh.registry.report;

import id.pkh.platform.figures.FigureLevel;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.persistence.SqlArrays;
import id.pkh.platform.web.BusinessDates;
import id.pkh.registry.area.CallerAreas;
import id.pkh.registry.report.GatherFigures.Gathered;
import id.pkh.registry.report.domain.ReportForm;
import id.pkh.registry.report.domain.ReportRow;
import id.pkh.registry.workbook.Roster;
import id.pkh.registry.workbook.WorkbookFacts.Holder;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.Query;

/** Makes the report of a facilitator or of an area from what is on record now. */
@ApplicationScoped
class MakeReport {

    private static final String TITLE = "Laporan bulanan Program Keluarga Harapan";

    private static final DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("MMMM yyyy", new Locale("id", "ID"));

    private static final String AREAS = "SELECT code, name FROM area WHERE code = ANY (:codes)";

    private static final String FACILITATORS =
            "SELECT a.village_code AS code, string_agg(f.name || ' (' || f.code || ')', ', ' ORDER BY f.code) AS name"
                    + " FROM facilitator_assignment a JOIN facilitator f ON f.id = a.facilitator_id"
                    + " WHERE a.role = 'FACILITATOR' AND a.village_code = ANY (:codes)"
                    + " AND a.valid_from <= :day AND (a.valid_until IS NULL OR a.valid_until >= :day)"
                    + " GROUP BY a.village_code";

    private final GatherFigures gatherFigures;
    private final Roster roster;
    private final CallerAreas areas;
    private final Database database;

    MakeReport(GatherFigures gatherFigures, Roster roster, CallerAreas areas, Database database) {
        this.gatherFigures = gatherFigures;
        this.roster = roster;
        this.areas = areas;
        this.database = database;
    }

    /** A name by its code. */
    public record Named(String code, String name) {}

    /** The groups and villages for which a facilitator answers in the month. */
    Report ofFacilitator(String idOrCode, YearMonth month) {
        Holder holder = roster.holder(idOrCode, month);
        return report(
                "Pendamping: " + holder.name() + " (" + holder.code() + ")",
                month,
                holder.villages(),
                FigureLevel.GROUP);
    }

    /** An area, divided by a level. */
    Report ofArea(String area, FigureLevel by, YearMonth month) {
        areas.require(area);
        String name = named(List.of(area), month).areas().get(area);
        return report(
                "Wilayah: " + area + (name == null ? "" : " " + name), month, List.of(area), by);
    }

    /** All areas of the caller. */
    Report ofEveryArea(FigureLevel by, YearMonth month) {
        return report("Wilayah: semua wilayah Anda", month, List.of(), by);
    }

    private Report report(String whose, YearMonth month, Collection<String> codes, FigureLevel by) {
        Gathered gathered = gatherFigures.of(month, codes, by);
        List<ReportRow> rows = gathered.rows();
        Names names = named(rows.stream().map(ReportRow::areaCode).distinct().toList(), month);
        List<String> about = new ArrayList<>();
        about.add(whose);
        about.add("Bulan: " + month.format(MONTH));
        if (gathered.countedAt() != null) {
            about.add(
                    "Dihitung: "
                            + gathered.countedAt()
                                    .atZone(BusinessDates.ZONE)
                                    .toLocalDateTime()
                                    .withNano(0)
                                    .toString()
                                    .replace('T', ' ')
                            + " WIB");
        }
        if (gathered.regenciesMissing() > 0) {
            about.add(
                    "Belum lengkap: jumlah dari "
                            + gathered.regenciesMissing()
                            + " kabupaten/kota belum dihitung");
        }
        return new Report(
                TITLE, about, rows, ReportForm.sections(rows), names.areas(), names.facilitators());
    }

    private record Names(Map<String, String> areas, Map<String, String> facilitators) {}

    private Names named(List<String> codes, YearMonth month) {
        return QuarkusTransaction.joiningExisting()
                .call(
                        () ->
                                new Names(
                                        database.query(
                                                AREAS,
                                                q ->
                                                        byCode(
                                                                q.bind(
                                                                        "codes",
                                                                        SqlArrays.texts(codes)))),
                                        database.query(
                                                FACILITATORS,
                                                q ->
                                                        byCode(
                                                                q.bind(
                                                                                "codes",
                                                                                SqlArrays.texts(
                                                                                        codes))
                                                                        .bind(
                                                                                "day",
                                                                                month
                                                                                        .atEndOfMonth())))));
    }

    private Map<String, String> byCode(Query query) {
        return query.map(database.rowsAs(Named.class))
                .collect(Collectors.toMap(Named::code, Named::name));
    }
}
