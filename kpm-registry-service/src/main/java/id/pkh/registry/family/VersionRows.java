package id.pkh.registry.family;

import id.pkh.platform.persistence.Database;
import id.pkh.registry.family.domain.ComponentSpan;
import id.pkh.registry.family.domain.Components;
import id.pkh.registry.family.domain.Family;
import id.pkh.registry.family.domain.FamilyDetails;
import id.pkh.registry.family.domain.Member;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;

/** Writes what stands after each change of a family, without any number, name or address. */
@ApplicationScoped
class VersionRows {

    private static final String NEW_ROWS =
            "kpm_version (kpm_id, version, effective_on, village_code, group_code, paying_bank,"
                    + " caretaker_member_id, persons, changed_by, decision_id, update_id,"
                    + " file_id, line, recorded_at)";

    private static final int JSON_CHARS = 512;

    private final Database database;

    VersionRows(Database database) {
        this.database = database;
    }

    void write(Collection<Family> families, Provenance provenance) {
        database.copy(
                NEW_ROWS,
                families,
                (fields, family) -> {
                    FamilyDetails details = family.details();
                    AccountOrigin origin = provenance.accountOrigin().apply(family.id());
                    fields.uuid(family.id())
                            .number(family.version())
                            .day(family.changedOn())
                            .text(details.villageCode())
                            .text(details.groupCode())
                            .code(details.payingBank())
                            .uuid(family.caretaker().id())
                            .text(persons(family))
                            .text(provenance.by())
                            .uuid(provenance.decisionId())
                            .uuid(provenance.updateId())
                            .uuid(origin.fileId())
                            .numberOrNull(origin.line())
                            .instant(provenance.at());
                });
    }

    /** Ids, codes and days only, so nothing in it has to be escaped. */
    private static String persons(Family family) {
        StringBuilder json = new StringBuilder(JSON_CHARS).append('[');
        family.members().forEach(member -> person(json, member, null));
        family.formerMembers().forEach(gone -> person(json, gone.member(), gone.since()));
        return json.append(']').toString();
    }

    private static void person(StringBuilder json, Member member, LocalDate left) {
        json.append(json.length() > 1 ? ",{" : "{");
        quoted(json.append("\"id\":"), member.id());
        quoted(json.append(",\"left\":"), left);
        quoted(json.append(",\"died\":"), member.diedOn());
        json.append(",\"spans\":[");
        Components components = member.components();
        components.past().forEach(span -> span(json, span).append(','));
        if (components.present() != null) {
            span(json, components.present());
        } else if (!components.past().isEmpty()) {
            json.setLength(json.length() - 1);
        }
        json.append("]}");
    }

    private static StringBuilder span(StringBuilder json, ComponentSpan span) {
        quoted(json.append('['), span.type());
        quoted(json.append(','), span.since());
        quoted(json.append(','), span.until());
        quoted(json.append(','), span.school());
        return json.append(']');
    }

    private static void quoted(StringBuilder json, Object value) {
        if (value == null) {
            json.append("null");
        } else {
            json.append('"').append(value).append('"');
        }
    }
}
