package id.pkh.registry.family;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.persistence.SqlArrays;
import id.pkh.registry.family.domain.ComponentSpan;
import id.pkh.registry.family.domain.Family;
import id.pkh.registry.family.domain.FamilyDetails;
import id.pkh.registry.family.domain.FormerMember;
import id.pkh.registry.family.domain.Member;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Writes changed families: new rows with COPY, changed rows with a batch of updates. */
@ApplicationScoped
class FamilyWrites {

    private static final String NEW_FAMILIES =
            "kpm (id, family_card_cipher, family_card_token, caretaker_member_id, village_code,"
                    + " group_code, paying_bank, account_cipher, account_token, address_cipher,"
                    + " status, base_status, participating_since, version, account_change_id,"
                    + " account_waits_since, recorded_at, changed_at)";

    private static final String UPDATE_FAMILY =
            "UPDATE kpm SET caretaker_member_id = :caretaker, village_code = :village,"
                    + " group_code = :group, paying_bank = :bank, account_cipher = :accountCipher,"
                    + " account_token = :accountToken, address_cipher = :address,"
                    + " status = :status, base_status = :baseStatus, participating_since = :since, version = :version,"
                    + " changed_at = :now WHERE id = :id";

    private static final String RAISE_VERSIONS =
            "UPDATE kpm SET version = version + 1, changed_at = :now WHERE id = ANY (:ids)";

    private static final String NEW_MEMBERS =
            "family_member (id, kpm_id, nik_cipher, nik_token, name_cipher, birth_date, sex,"
                    + " component, component_since, component_until, npsn, nisn, grade,"
                    + " recorded_at, changed_at)";

    private static final String UPDATE_MEMBER =
            "UPDATE family_member SET nik_cipher = :nikCipher, nik_token = :nikToken,"
                    + " name_cipher = :name, birth_date = :born, sex = :sex, died_on = :died,"
                    + " component = :component, component_since = :since,"
                    + " component_until = :until, npsn = :school, nisn = :nisn, grade = :grade,"
                    + " changed_at = :now WHERE id = :id";

    private static final String RELEASE_MEMBER =
            "UPDATE family_member SET former_since = :since, changed_at = :now WHERE id = :id";

    private static final String NEW_STATUSES =
            "kpm_status_history (id, kpm_id, old_status, new_status, reason, decision_id,"
                    + " effective_on, decided_by, kpm_version, recorded_at)";

    private static final String PAST_COMPONENTS =
            "component_history (id, member_id, kpm_id, component, component_since,"
                    + " component_until, npsn, changed_by, recorded_at, update_id)";

    private final Database database;
    private final AccountChangeRows accountChanges;
    private final NameIndex names;
    private final VersionRows versions;
    private final FamiliesToCompare toCompare;

    FamilyWrites(
            Database database,
            AccountChangeRows accountChanges,
            NameIndex names,
            VersionRows versions,
            FamiliesToCompare toCompare) {
        this.database = database;
        this.accountChanges = accountChanges;
        this.names = names;
        this.versions = versions;
        this.toCompare = toCompare;
    }

    /** A member with the family that it belongs to. */
    private record Of(Family family, Member member) {}

    /** A component that became history, with the member who carried it. */
    private record Displaced(Of of, ComponentSpan span) {}

    void write(List<Family> changed, Map<UUID, AccountChange> accounts, Provenance provenance) {
        List<Family> families = changed.stream().sorted(Comparator.comparing(Family::id)).toList();
        Instant now = provenance.at();
        writeFamilies(families, accounts, now);
        release(families, now);
        List<Of> added = members(families, Family::addedMembers);
        List<Of> updated = members(families, Family::changedMembers);
        insertMembers(added, now);
        database.batch(UPDATE_MEMBER, updated, (row, of) -> bind(row, of.member(), now));
        names.write(families, now);
        versions.write(families, provenance);
        toCompare.add(families);
        insertStatuses(
                families.stream()
                        .filter(f -> f.statusBefore().filter(f.status()::equals).isEmpty())
                        .toList(),
                provenance);
        accountChanges.write(accounts.values(), provenance);
        insertPast(
                Stream.concat(added.stream(), updated.stream())
                        .flatMap(FamilyWrites::displaced)
                        .toList(),
                provenance);
    }

    private void writeFamilies(
            List<Family> families, Map<UUID, AccountChange> accounts, Instant now) {
        List<Family> known = families.stream().filter(family -> !family.isNew()).toList();
        insertFamilies(families.stream().filter(Family::isNew).toList(), accounts, now);
        database.batch(
                UPDATE_FAMILY,
                known.stream().filter(Family::isRowChanged).toList(),
                (row, family) -> bind(row, family, now));
        List<Family> others = known.stream().filter(family -> !family.isRowChanged()).toList();
        if (!others.isEmpty()) {
            database.update(
                    RAISE_VERSIONS,
                    u -> u.bind("now", now).bind("ids", SqlArrays.uuids(others, Family::id)));
        }
    }

    /** Before the persons are added to their new families, because a NIK is in one family only. */
    private void release(List<Family> families, Instant now) {
        List<FormerMember> released =
                families.stream().flatMap(family -> family.releasedMembers().stream()).toList();
        database.batch(
                RELEASE_MEMBER,
                released,
                (row, former) ->
                        row.bind("id", former.member().id())
                                .bind("since", former.since())
                                .bind("now", now));
    }

    private static List<Of> members(List<Family> families, Function<Family, List<Member>> which) {
        return families.stream()
                .flatMap(family -> which.apply(family).stream().map(m -> new Of(family, m)))
                .toList();
    }

    private static Stream<Displaced> displaced(Of of) {
        return of.family().displacedOf(of.member()).stream().map(span -> new Displaced(of, span));
    }

    private void insertFamilies(
            List<Family> families, Map<UUID, AccountChange> accounts, Instant now) {
        database.copy(
                NEW_FAMILIES,
                families,
                (fields, family) -> {
                    FamilyDetails details = family.details();
                    AccountChange account = accounts.get(family.id());
                    fields.uuid(family.id())
                            .bytes(family.card().cipher())
                            .text(family.card().token())
                            .uuid(family.caretaker().id())
                            .text(details.villageCode())
                            .text(details.groupCode())
                            .code(details.payingBank())
                            .bytes(details.account().cipher())
                            .text(details.account().token())
                            .bytes(details.address().cipher())
                            .code(family.status())
                            .code(family.baseStatus())
                            .day(details.participatingSince())
                            .number(family.version())
                            .uuid(account.id())
                            .instant(account.waitsSince(now))
                            .instant(now)
                            .instant(now);
                });
    }

    private static void bind(PreparedBatch row, Family family, Instant now) {
        FamilyDetails details = family.details();
        row.bind("id", family.id())
                .bind("caretaker", family.caretaker().id())
                .bind("village", details.villageCode())
                .bind("group", details.groupCode())
                .bind("bank", details.payingBank())
                .bind("accountCipher", details.account().cipher())
                .bind("accountToken", details.account().token())
                .bind("address", details.address().cipher())
                .bind("status", family.status())
                .bind("baseStatus", family.baseStatus())
                .bind("since", details.participatingSince())
                .bind("version", family.version())
                .bind("now", now);
    }

    private void insertMembers(List<Of> members, Instant now) {
        database.copy(
                NEW_MEMBERS,
                members,
                (fields, of) -> {
                    Member member = of.member();
                    Optional<ComponentSpan> component = carried(member);
                    fields.uuid(member.id())
                            .uuid(of.family().id())
                            .bytes(member.nik().cipher())
                            .text(member.nik().token())
                            .bytes(member.name().cipher())
                            .day(member.birthDate())
                            .code(member.sex())
                            .code(component.map(ComponentSpan::type).orElse(null))
                            .day(component.map(ComponentSpan::since).orElse(null))
                            .day(component.map(ComponentSpan::until).orElse(null))
                            .text(component.map(ComponentSpan::school).orElse(null))
                            .text(member.nisn())
                            .text(member.grade())
                            .instant(now)
                            .instant(now);
                });
    }

    private static void bind(PreparedBatch row, Member member, Instant now) {
        Optional<ComponentSpan> component = carried(member);
        row.bind("id", member.id())
                .bind("nikCipher", member.nik().cipher())
                .bind("nikToken", member.nik().token())
                .bind("name", member.name().cipher())
                .bind("born", member.birthDate())
                .bind("sex", member.sex())
                .bind("died", member.diedOn())
                .bind("component", component.map(ComponentSpan::type).orElse(null))
                .bind("since", component.map(ComponentSpan::since).orElse(null))
                .bind("until", component.map(ComponentSpan::until).orElse(null))
                .bind("school", component.map(ComponentSpan::school).orElse(null))
                .bind("nisn", member.nisn())
                .bind("grade", member.grade())
                .bind("now", now);
    }

    private void insertStatuses(List<Family> families, Provenance provenance) {
        database.copy(
                NEW_STATUSES,
                families,
                (fields, family) ->
                        fields.uuid(UuidCreator.getTimeOrderedEpoch())
                                .uuid(family.id())
                                .code(family.statusBefore().orElse(null))
                                .code(family.status())
                                .text(provenance.reason())
                                .uuid(provenance.decisionId())
                                .day(family.changedOn())
                                .text(provenance.by())
                                .number(family.version())
                                .instant(provenance.at()));
    }

    private void insertPast(List<Displaced> spans, Provenance provenance) {
        database.copy(
                PAST_COMPONENTS,
                spans,
                (fields, displaced) ->
                        fields.uuid(UuidCreator.getTimeOrderedEpoch())
                                .uuid(displaced.of().member().id())
                                .uuid(displaced.of().family().id())
                                .code(displaced.span().type())
                                .day(displaced.span().since())
                                .day(displaced.span().until())
                                .text(displaced.span().school())
                                .text(provenance.by())
                                .instant(provenance.at())
                                .uuid(provenance.updateId()));
    }

    private static Optional<ComponentSpan> carried(Member member) {
        return Optional.ofNullable(member.components().present());
    }
}
