package id.pkh.registry.export;

import id.pkh.platform.files.CsvExport.Pages;
import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.security.Caller;
import id.pkh.platform.web.BusinessDates;
import id.pkh.registry.family.domain.ComponentType;
import id.pkh.registry.family.domain.KpmStatus;
import id.pkh.registry.family.domain.Sex;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * Reads the members of families for a file, family after family, as {@link ExportFamilies} reads
 * the families. A person who is in another family now is not among them.
 */
@ApplicationScoped
class ExportMembers {

    static final List<String> HEADER =
            List.of(
                    "member_id",
                    "kpm_id",
                    "village_code",
                    "village_name",
                    "group_code",
                    "family_status",
                    "is_caretaker",
                    "sex",
                    "component",
                    "component_since",
                    "component_until",
                    "npsn",
                    "grade");

    private static final int PAGE = 10_000;

    private static final String SELECT =
            """
            SELECT m.id, m.kpm_id, k.village_code, a.name AS village_name, k.group_code, k.status,
                   m.id = k.caretaker_member_id AS is_caretaker, m.sex, m.component, m.component_since,
                   m.component_until, m.npsn, m.grade
              FROM kpm k JOIN area a ON a.code = k.village_code JOIN family_member m ON m.kpm_id = k.id
             WHERE m.former_since IS NULL AND\s""";

    private final Database database;
    private final Caller caller;
    private final Clock clock;

    ExportMembers(Database database, Caller caller, Clock clock) {
        this.database = database;
        this.caller = caller;
        this.clock = clock;
    }

    /** A person of a family, in codes. */
    record MemberRow(
            UUID id,
            UUID kpmId,
            String villageCode,
            String villageName,
            String groupCode,
            KpmStatus status,
            boolean isCaretaker,
            Sex sex,
            ComponentType component,
            LocalDate componentSince,
            LocalDate componentUntil,
            String npsn,
            String grade) {

        List<?> cells() {
            return Arrays.asList(
                    id,
                    kpmId,
                    villageCode,
                    villageName,
                    groupCode,
                    status,
                    isCaretaker,
                    sex,
                    component,
                    componentSince,
                    componentUntil,
                    npsn,
                    grade);
        }
    }

    /**
     * The members of the caller's families that fit.
     *
     * @param component what the members carry today; null for any, and for none
     */
    Pages<MemberRow> handle(
            String village, String group, KpmStatus status, ComponentType component) {
        FamilyFilter families = FamilyFilter.of(caller.areas(), village, group, status);
        LocalDate today = BusinessDates.today(clock);
        return last ->
                QuarkusTransaction.joiningExisting()
                        .call(() -> page(after(families.conditions(), last, component, today)));
    }

    private static Conditions after(
            Conditions which, MemberRow last, ComponentType component, LocalDate today) {
        if (component != null) {
            which.and(
                    "m.component = ? AND (m.component_until IS NULL OR m.component_until >= ?)",
                    component.name(),
                    today);
        }
        if (last != null) {
            // the first condition says the same of the families, so that they are read from there
            which.and("k.id >= ?", last.kpmId())
                    .and("(m.kpm_id, m.id) > (?, ?)", last.kpmId(), last.id());
        }
        return which;
    }

    private List<MemberRow> page(Conditions which) {
        return database.queryWithFreshPlan(
                SELECT + which.sql() + " ORDER BY m.kpm_id, m.id LIMIT :limit",
                q ->
                        q.bindMap(which.values())
                                .bind("limit", PAGE)
                                .map(database.rowsAs(MemberRow.class))
                                .list());
    }
}
