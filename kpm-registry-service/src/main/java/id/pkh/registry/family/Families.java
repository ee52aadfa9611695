package id.pkh.registry.family;

import id.pkh.platform.messaging.outbox.Outbox;
import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.persistence.SqlArrays;
import id.pkh.registry.family.domain.ComponentSpan;
import id.pkh.registry.family.domain.ComponentType;
import id.pkh.registry.family.domain.Components;
import id.pkh.registry.family.domain.Family;
import id.pkh.registry.family.domain.FamilyDetails;
import id.pkh.registry.family.domain.FormerMember;
import id.pkh.registry.family.domain.KpmStatus;
import id.pkh.registry.family.domain.Member;
import id.pkh.registry.family.domain.PayingBank;
import id.pkh.registry.family.domain.Sex;
import id.pkh.registry.identity.Identities;
import id.pkh.registry.identity.domain.Sealed;
import id.pkh.registry.notification.QueueNotifications;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.Query;

/**
 * The families on record. Reading one family takes as many statements as reading a chunk of
 * hundreds. Only this class reads and writes families, so that single changes and lists take the
 * same locks. For that reason there is no entity class for a family.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Families {

    private static final String SELECT =
            "SELECT id, family_card_cipher, family_card_token, caretaker_member_id, village_code,"
                    + " group_code, paying_bank, account_cipher, account_token, address_cipher,"
                    + " status, base_status, participating_since, version FROM kpm WHERE ";

    /** In the order of the ids, so that two changes of the same families never deadlock. */
    private static final String LOCK = " ORDER BY id FOR UPDATE";

    private static final String MEMBERS =
            "SELECT id, kpm_id, nik_cipher, nik_token, name_cipher, birth_date, sex, component,"
                    + " component_since, component_until, npsn, nisn, grade, died_on, former_since"
                    + " FROM family_member WHERE kpm_id = ANY (:families)";

    private static final String HISTORY =
            "SELECT member_id, component, component_since, component_until, npsn"
                    + " FROM component_history WHERE kpm_id = ANY (:families)"
                    + " ORDER BY component_since";

    private static final String HOLDERS =
            "SELECT m.nik_token, m.kpm_id, m.id AS member_id, k.status, k.village_code,"
                    + " m.id = k.caretaker_member_id AS caretaker"
                    + " FROM family_member m JOIN kpm k ON k.id = m.kpm_id"
                    + " WHERE m.nik_token = ANY (:niks) AND m.former_since IS NULL";

    private final Database database;
    private final FamilyWrites writes;
    private final Outbox outbox;
    private final QueueNotifications notifications;
    private final Identities identities;

    Families(
            Database database,
            FamilyWrites writes,
            Outbox outbox,
            QueueNotifications notifications,
            Identities identities) {
        this.database = database;
        this.writes = writes;
        this.outbox = outbox;
        this.notifications = notifications;
        this.identities = identities;
    }

    /** Returns the first families in the order of their ids. */
    public List<Family> list(Conditions which, int limit) {
        return load(
                which.sql() + " ORDER BY id LIMIT :limit",
                q -> q.bindMap(which.values()).bind("limit", limit));
    }

    public Optional<Family> find(UUID id) {
        return load("id = :id", q -> q.bind("id", id)).stream().findFirst();
    }

    public Optional<Family> lock(UUID id) {
        return load("id = :id" + LOCK, q -> q.bind("id", id)).stream().findFirst();
    }

    public List<Family> lockByCard(Collection<String> cardTokens) {
        return load(
                "family_card_token = ANY (:cards)" + LOCK,
                q -> q.bind("cards", SqlArrays.texts(cardTokens)));
    }

    /** Locks the families with these cards and those with these ids, in one order. */
    public List<Family> lockAll(Collection<String> cardTokens, Collection<UUID> ids) {
        return load(
                "(family_card_token = ANY (:cards) OR id = ANY (:ids))" + LOCK,
                q ->
                        q.bind("cards", SqlArrays.texts(cardTokens))
                                .bind("ids", SqlArrays.uuids(ids)));
    }

    /**
     * The families that have left and whose persons joined this one, without these persons. The
     * families are locked, so that none of them comes back at the same moment.
     */
    public List<Family> releasedTo(Family joined, LocalDate on) {
        Map<String, Holder> holders =
                holdersOf(joined.addedMembers().stream().map(m -> m.nik().token()).toList());
        Map<UUID, Family> left =
                lockAll(List.of(), holders.values().stream().map(Holder::kpmId).toList()).stream()
                        .filter(family -> family.status().isFinal())
                        .collect(Collectors.toMap(Family::id, family -> family));
        holders.values()
                .forEach(
                        holder ->
                                left.computeIfPresent(
                                        holder.kpmId(),
                                        (id, family) -> family.released(holder.memberId(), on)));
        return List.copyOf(left.values());
    }

    /** The person who registered a family. */
    public Optional<String> registeredBy(UUID id) {
        return database.query(
                "SELECT decided_by FROM kpm_status_history WHERE kpm_id = :id"
                        + " AND old_status IS NULL",
                q -> q.bind("id", id).mapTo(String.class).findFirst());
    }

    /** A person on record, in the family to which the person belongs now. */
    public record Holder(
            UUID kpmId, UUID memberId, String villageCode, boolean hasLeft, boolean isCaretaker) {}

    /** Returns the person with each of these NIKs. A NIK that is not on record is left out. */
    public Map<String, Holder> holdersOf(Collection<String> nikTokens) {
        return database.query(
                HOLDERS,
                q ->
                        q.bind("niks", SqlArrays.texts(nikTokens))
                                .reduceRows(
                                        new HashMap<>(),
                                        (holders, row) -> {
                                            holders.put(
                                                    row.getColumn("nik_token", String.class),
                                                    new Holder(
                                                            row.getColumn("kpm_id", UUID.class),
                                                            row.getColumn("member_id", UUID.class),
                                                            row.getColumn(
                                                                    "village_code", String.class),
                                                            row.getColumn("status", KpmStatus.class)
                                                                    .isFinal(),
                                                            row.getColumn(
                                                                    "caretaker", Boolean.class)));
                                            return holders;
                                        }));
    }

    /**
     * Writes the families that changed and appends their events. The version of each rises by one.
     */
    public void save(Collection<Family> families, Provenance provenance) {
        List<Family> changed = families.stream().filter(Family::isChanged).toList();
        Map<UUID, AccountChange> accounts = accountChanges(changed, provenance);
        writes.write(changed, accounts, provenance);
        outbox.appendAll(
                changed.stream()
                        .flatMap(
                                family ->
                                        KpmEvents.of(
                                                family,
                                                Optional.ofNullable(accounts.get(family.id())),
                                                provenance,
                                                identities::pupilTokenOf)
                                                .stream())
                        .toList());
        notifications.handle(
                accounts.values().stream()
                        .filter(AccountChange::isNewsForTheFamily)
                        .map(change -> change.subject(provenance))
                        .toList());
    }

    private static Map<UUID, AccountChange> accountChanges(
            List<Family> changed, Provenance provenance) {
        return changed.stream()
                .filter(Family::isPayeeChanged)
                .map(family -> AccountChange.of(family, originOf(family, provenance)))
                .collect(Collectors.toMap(change -> change.family().id(), change -> change));
    }

    private static AccountOrigin originOf(Family family, Provenance provenance) {
        return provenance.accountOrigin().apply(family.id());
    }

    private record FamilyRow(
            UUID id,
            Sealed card,
            long version,
            FamilyDetails details,
            KpmStatus status,
            KpmStatus baseStatus,
            UUID caretakerId) {

        Family with(List<MemberRow> members) {
            return Family.onRecord(
                    id,
                    card,
                    version,
                    details,
                    status,
                    baseStatus,
                    caretakerId,
                    members.stream()
                            .filter(row -> row.formerSince() == null)
                            .map(MemberRow::member)
                            .toList(),
                    members.stream()
                            .filter(row -> row.formerSince() != null)
                            .map(row -> new FormerMember(row.member(), row.formerSince()))
                            .toList());
        }
    }

    private record MemberRow(UUID kpmId, Member member, LocalDate formerSince) {}

    private record PastRow(UUID memberId, ComponentSpan span) {}

    private List<Family> load(String where, Function<Query, Query> bind) {
        List<FamilyRow> rows =
                database.query(
                        SELECT + where,
                        q -> bind.apply(q).map((row, context) -> family(row)).list());
        if (rows.isEmpty()) {
            return List.of();
        }
        List<UUID> ids = rows.stream().map(FamilyRow::id).toList();
        Map<UUID, List<ComponentSpan>> past =
                database.query(
                        HISTORY,
                        q ->
                                q.bind("families", SqlArrays.uuids(ids))
                                        .map((row, context) -> past(row))
                                        .collect(
                                                Collectors.groupingBy(
                                                        PastRow::memberId,
                                                        Collectors.mapping(
                                                                PastRow::span,
                                                                Collectors.toList()))));
        Map<UUID, List<MemberRow>> members =
                database.query(
                        MEMBERS,
                        q ->
                                q.bind("families", SqlArrays.uuids(ids))
                                        .map((row, context) -> member(row, past))
                                        .collect(Collectors.groupingBy(MemberRow::kpmId)));
        return rows.stream().map(row -> row.with(members.get(row.id()))).toList();
    }

    private static FamilyRow family(ResultSet row) throws SQLException {
        String bank = row.getString("paying_bank");
        return new FamilyRow(
                row.getObject("id", UUID.class),
                new Sealed(row.getBytes("family_card_cipher"), row.getString("family_card_token")),
                row.getLong("version"),
                new FamilyDetails(
                        row.getString("village_code"),
                        row.getString("group_code"),
                        bank == null ? null : PayingBank.valueOf(bank),
                        new Sealed(row.getBytes("account_cipher"), row.getString("account_token")),
                        new Sealed(row.getBytes("address_cipher"), null),
                        row.getObject("participating_since", LocalDate.class)),
                KpmStatus.valueOf(row.getString("status")),
                KpmStatus.valueOf(row.getString("base_status")),
                row.getObject("caretaker_member_id", UUID.class));
    }

    private static MemberRow member(ResultSet row, Map<UUID, List<ComponentSpan>> past)
            throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new MemberRow(
                row.getObject("kpm_id", UUID.class),
                new Member(
                        id,
                        new Sealed(row.getBytes("nik_cipher"), row.getString("nik_token")),
                        new Sealed(row.getBytes("name_cipher"), null),
                        row.getObject("birth_date", LocalDate.class),
                        Sex.valueOf(row.getString("sex")),
                        new Components(span(row), past.getOrDefault(id, List.of())),
                        row.getString("nisn"),
                        row.getString("grade"),
                        row.getObject("died_on", LocalDate.class)),
                row.getObject("former_since", LocalDate.class));
    }

    private static PastRow past(ResultSet row) throws SQLException {
        return new PastRow(row.getObject("member_id", UUID.class), span(row));
    }

    private static ComponentSpan span(ResultSet row) throws SQLException {
        String component = row.getString("component");
        return component == null
                ? null
                : new ComponentSpan(
                        ComponentType.valueOf(component),
                        row.getObject("component_since", LocalDate.class),
                        row.getObject("component_until", LocalDate.class),
                        row.getString("npsn"));
    }
}
