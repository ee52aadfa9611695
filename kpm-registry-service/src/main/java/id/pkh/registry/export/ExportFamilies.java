package id.pkh.registry.export;

import id.pkh.platform.files.CsvExport.Pages;
import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.security.Caller;
import id.pkh.platform.web.BusinessDates;
import id.pkh.registry.family.domain.KpmStatus;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * Reads families for a file, in the order of their ids, a few thousand at a time. Each of these
 * pages is a transaction of its own, so a file that takes minutes holds nothing: a family that
 * changes meanwhile is in it as it was when its page was read.
 */
@ApplicationScoped
class ExportFamilies {

    static final List<String> HEADER =
            List.of(
                    "kpm_id",
                    "village_code",
                    "village_name",
                    "group_code",
                    "status",
                    "paying_bank",
                    "participating_since",
                    "members",
                    "components",
                    "version");

    private static final int PAGE = 5_000;

    private static final String SELECT =
            """
            SELECT k.id, k.village_code, a.name AS village_name, k.group_code, k.status, k.paying_bank,
                   k.participating_since, m.members, m.components, k.version
              FROM kpm k JOIN area a ON a.code = k.village_code
              CROSS JOIN LATERAL (
                SELECT count(*) AS members,
                       string_agg(f.component, ' ' ORDER BY f.component)
                           FILTER (WHERE f.component_until IS NULL OR f.component_until >= :today) AS components
                  FROM family_member f WHERE f.kpm_id = k.id AND f.former_since IS NULL) m
             WHERE\s""";

    private final Database database;
    private final Caller caller;
    private final Clock clock;

    ExportFamilies(Database database, Caller caller, Clock clock) {
        this.database = database;
        this.caller = caller;
        this.clock = clock;
    }

    /** A family with what its members carry today. */
    record FamilyRow(
            UUID id,
            String villageCode,
            String villageName,
            String groupCode,
            KpmStatus status,
            String payingBank,
            LocalDate participatingSince,
            long members,
            String components,
            long version) {

        List<?> cells() {
            return Arrays.asList(
                    id,
                    villageCode,
                    villageName,
                    groupCode,
                    status,
                    payingBank,
                    participatingSince,
                    members,
                    components,
                    version);
        }
    }

    /** The families of the caller's areas that fit. */
    Pages<FamilyRow> handle(String village, String group, KpmStatus status) {
        FamilyFilter families = FamilyFilter.of(caller.areas(), village, group, status);
        return last ->
                QuarkusTransaction.joiningExisting()
                        .call(
                                () ->
                                        page(
                                                families.conditions()
                                                        .andIfGiven(
                                                                "k.id > ?",
                                                                last == null ? null : last.id())));
    }

    private List<FamilyRow> page(Conditions which) {
        return database.queryWithFreshPlan(
                SELECT + which.sql() + " ORDER BY k.id LIMIT :limit",
                q ->
                        q.bindMap(which.values())
                                .bind("today", BusinessDates.today(clock))
                                .bind("limit", PAGE)
                                .map(database.rowsAs(FamilyRow.class))
                                .list());
    }
}
