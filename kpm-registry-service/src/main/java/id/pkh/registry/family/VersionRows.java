package id.pkh.registry.family;

import id.pkh.platform.persistence.Database;
import id.pkh.registry.family.domain.ComponentSpan;
import id.pkh.registry.family.domain.Family;
import id.pkh.registry.family.domain.FamilyDetails;
import id.pkh.registry.family.domain.FormerMember;
import id.pkh.registry.family.domain.Member;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes what stands after each change of a family, without any number, name or address. */
@ApplicationScoped
class VersionRows {

    private static final String NEW_ROWS =
            "kpm_version (kpm_id, version, effective_on, village_code, group_code, paying_bank,"
                    + " caretaker_member_id, persons, changed_by, decision_id, update_id,"
                    + " file_id, line, recorded_at)";

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
        Stream<String> present = family.members().stream().map(member -> person(member, null));
        Stream<String> former =
                family.formerMembers().stream()
                        .map((FormerMember gone) -> person(gone.member(), gone.since()));
        return Stream.concat(present, former).collect(Collectors.joining(",", "[", "]"));
    }

    private static String person(Member member, LocalDate left) {
        Stream<ComponentSpan> spans =
                Stream.concat(
                        member.components().past().stream(),
                        Stream.ofNullable(member.components().present()));
        return "{\"id\":%s,\"left\":%s,\"died\":%s,\"spans\":%s}"
                .formatted(
                        quoted(member.id()),
                        quoted(left),
                        quoted(member.diedOn()),
                        spans.map(VersionRows::span).collect(Collectors.joining(",", "[", "]")));
    }

    private static String span(ComponentSpan span) {
        return Stream.of(span.type(), span.since(), span.until(), span.school())
                .map(VersionRows::quoted)
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String quoted(Object value) {
        return value == null ? "null" : "\"" + value + "\"";
    }
}
