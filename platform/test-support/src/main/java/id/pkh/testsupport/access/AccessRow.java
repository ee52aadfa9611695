package id.pkh.testsupport.access;

import java.util.List;
import java.util.Set;

/**
 * One row of docs/access.md: who may call an operation.
 *
 * @param operation the method and the path, such as {@code GET /api/v1/groups/{id}}
 * @param roles the roles that may call it; empty if it needs no token
 * @param besides {@code bank} where a caller with the role BANK is limited to its bank instead of
 *     to areas; {@code sender} where the field staff sees only what they have sent themselves
 * @param remark why; an operation that has nothing to do with areas needs one
 */
public record AccessRow(
        String operation, Set<String> roles, AreaRule areas, Set<String> besides, String remark) {

    static final String BANK = "BANK";

    private static final Set<String> BESIDES = Set.of("bank", "sender");

    public AccessRow {
        if (!BESIDES.containsAll(besides)) {
            throw new AssertionError(
                    operation + " has other words than " + BESIDES + ": " + besides);
        }
        if (areas == AreaRule.NONE && remark.isBlank()) {
            throw new AssertionError(operation + " does not say why it has no areas");
        }
    }

    /** Whether anyone may call it. */
    boolean needsNoToken() {
        return roles.isEmpty();
    }

    boolean ofBank() {
        return besides.contains("bank");
    }

    boolean ofSender() {
        return besides.contains("sender");
    }

    /** The roles that areas limit. */
    List<String> rolesWithAreas() {
        return roles.stream().filter(role -> !ofBank() || !role.equals(BANK)).sorted().toList();
    }
}
