package id.pkh.registry.finding;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.security.Caller;
import id.pkh.platform.security.Roles;
import id.pkh.platform.web.Refused;
import id.pkh.registry.area.CallerAreas;
import id.pkh.registry.finding.LookUps.LookUp;
import id.pkh.registry.identity.Disclosure;
import id.pkh.registry.identity.Identities;
import id.pkh.registry.identity.PersonalField;
import id.pkh.registry.identity.Reveals;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/**
 * Finds the families that have a key. A family outside the caller's areas is not answered, by the
 * same statements as when there is none. Every look-up is logged before it is answered.
 */
@ApplicationScoped
public class LookUpFamilies {

    static final int MAX_FAMILIES = 100;

    /**
     * A system that may read families needs this scope besides, because look-ups can be guesses.
     */
    private static final String SCOPE = "families.look-up";

    private static final String COLUMNS =
            "SELECT k.id AS kpm_id, k.status, k.village_code, k.group_code,"
                    + " (SELECT g.survivor_kpm FROM family_merge g WHERE g.ended_kpm = k.id"
                    + " AND g.state = 'MERGED') AS merged_into,";

    private static final String OF_MEMBER =
            COLUMNS
                    + " m.id AS member_id, m.id = k.caretaker_member_id AS is_caretaker, m.former_since"
                    + " FROM family_member m JOIN kpm k ON k.id = m.kpm_id WHERE ";

    private static final String OF_FAMILY =
            COLUMNS
                    + " NULL::uuid AS member_id, false AS is_caretaker, NULL::date AS former_since"
                    + " FROM kpm k WHERE ";

    private static final String IN_ORDER =
            " ORDER BY former_since NULLS FIRST, kpm_id LIMIT " + MAX_FAMILIES;

    private final Database database;
    private final Identities identities;
    private final LookUps lookUps;
    private final LookUpLimits limits;
    private final Reveals reveals;
    private final CallerAreas areas;
    private final Caller caller;
    private final Clock clock;

    LookUpFamilies(
            Database database,
            Identities identities,
            LookUps lookUps,
            LookUpLimits limits,
            Reveals reveals,
            CallerAreas areas,
            Caller caller,
            Clock clock) {
        this.database = database;
        this.identities = identities;
        this.lookUps = lookUps;
        this.limits = limits;
        this.reveals = reveals;
        this.areas = areas;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    public LookUpAnswer handle(LookUpKey key, String statedPurpose) {
        String purpose = Disclosure.purposeOf(statedPurpose);
        if (caller.hasRole(Roles.EXTERNAL_SYSTEM) && !caller.hasScope(SCOPE)) {
            throw Refused.because("LOOK_UP_SCOPE_MISSING").with("scope", SCOPE);
        }
        LookUp lookUp =
                new LookUp(
                        UuidCreator.getTimeOrderedEpoch(),
                        caller.subject(),
                        key.kind(),
                        purpose,
                        clock.instant());
        limits.requireKeysLeft(caller, lookUp.at());
        List<FoundFamilyView> found = find(key);
        List<UUID> families = found.stream().map(FoundFamilyView::kpmId).distinct().toList();
        lookUps.add(lookUp, families);
        reveals.log(families, key.kind().field(), new Disclosure(false, purpose));
        return new LookUpAnswer(lookUp.id(), found);
    }

    /**
     * The same without a purpose, a limit and a log. Only for use cases whose answer is the same
     * whether somebody was found or not.
     */
    @Transactional
    public List<FoundFamilyView> find(LookUpKey key) {
        Conditions visible = areas.visible("k.village_code");
        String of =
                switch (key.kind()) {
                    case NIK ->
                            members("m.nik_token = :key AND m.former_since IS NULL", visible)
                                    + " UNION ALL "
                                    + members(
                                            "m.nik_token = :key AND m.former_since IS NOT NULL",
                                            visible);
                    case MEMBER_ID -> members("m.id = :key::uuid", visible);
                    case FAMILY_CARD -> families("k.family_card_token = :key", visible);
                    case ACCOUNT_NUMBER -> families("k.account_token = :key", visible);
                    case NAME -> throw new IllegalArgumentException("a name is not a key");
                };
        return database.query(
                of + IN_ORDER,
                q ->
                        q.bindMap(visible.values())
                                .bind("key", stored(key))
                                .map(database.rowsAs(FoundFamilyView.class))
                                .list());
    }

    private static String members(String which, Conditions visible) {
        return OF_MEMBER + which + " AND " + visible.sql();
    }

    private static String families(String which, Conditions visible) {
        return OF_FAMILY + which + " AND " + visible.sql();
    }

    /** As the table has it: the token of a number, or the id. */
    private String stored(LookUpKey key) {
        return switch (key.kind()) {
            case NIK -> identities.tokenOf(PersonalField.NIK, key.value());
            case FAMILY_CARD -> identities.tokenOf(PersonalField.FAMILY_CARD, key.value());
            case ACCOUNT_NUMBER -> identities.tokenOf(PersonalField.ACCOUNT, key.value());
            case MEMBER_ID, NAME -> key.value();
        };
    }
}
