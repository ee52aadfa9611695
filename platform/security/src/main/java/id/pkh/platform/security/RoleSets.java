package id.pkh.platform.security;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

/**
 * Sets of roles that many endpoints permit, for {@code @RolesAllowed}, alone or next to single
 * roles. {@link RoleSetGrants} gives a caller the name of each set that contains one of the
 * caller's roles; a token cannot grant it.
 */
public final class RoleSets {

    /** People who work with the families and their records. */
    public static final String FIELD_STAFF = "field-staff";

    /** People who decide at the ministry. */
    public static final String MINISTRY = "ministry";

    /** People who may read about the families of their areas. */
    public static final String PROGRAMME_READERS = "programme-readers";

    /** People who may read about groups, meetings and closings. */
    public static final String MEETING_READERS = "meeting-readers";

    /** People who may read about the payments of all families together. */
    public static final String MONEY_READERS = "money-readers";

    /** People who watch the event streams and the jobs. */
    public static final String OPERATIONS_READERS = "operations-readers";

    private static final Map<String, Set<String>> ROLES =
            Map.of(
                    FIELD_STAFF,
                    Set.of(Roles.FACILITATOR, Roles.COORDINATOR, Roles.DATA_ADMINISTRATOR),
                    MINISTRY,
                    Set.of(Roles.MINISTRY_OFFICER, Roles.MINISTRY_APPROVER),
                    PROGRAMME_READERS,
                    Set.of(
                            Roles.FACILITATOR,
                            Roles.COORDINATOR,
                            Roles.DATA_ADMINISTRATOR,
                            Roles.MINISTRY_OFFICER,
                            Roles.MINISTRY_APPROVER,
                            Roles.AUDITOR),
                    MEETING_READERS,
                    Set.of(
                            Roles.FACILITATOR,
                            Roles.COORDINATOR,
                            Roles.DATA_ADMINISTRATOR,
                            Roles.MINISTRY_OFFICER,
                            Roles.AUDITOR),
                    MONEY_READERS,
                    Set.of(
                            Roles.DATA_ADMINISTRATOR,
                            Roles.MINISTRY_OFFICER,
                            Roles.MINISTRY_APPROVER,
                            Roles.AUDITOR),
                    OPERATIONS_READERS,
                    Set.of(Roles.OPERATIONS, Roles.AUDITOR));

    private RoleSets() {}

    /** The roles of a set; a single role is returned as it is. */
    public static Set<String> rolesOf(String name) {
        return ROLES.getOrDefault(name, Set.of(name));
    }

    static boolean isSet(String name) {
        return ROLES.containsKey(name);
    }

    /** The sets that contain one of the roles. */
    static Set<String> containing(Collection<String> roles) {
        return ROLES.entrySet().stream()
                .filter(set -> set.getValue().stream().anyMatch(roles::contains))
                .map(Map.Entry::getKey)
                .collect(toUnmodifiableSet());
    }
}
