package id.pkh.testsupport.access;

import java.util.List;
import java.util.Set;

/**
 * One row of docs/access.md: who may call an operation.
 *
 * @param operation the method and the path, such as {@code GET /api/v1/groups/{id}}
 * @param roles the roles that may call it; empty if it needs no token
 * @param ofBank whether a caller with the role BANK is limited to its bank instead of to areas
 * @param remark why; an operation that has nothing to do with areas needs one
 */
public record AccessRow(
        String operation, Set<String> roles, AreaRule areas, boolean ofBank, String remark) {

    static final String BANK = "BANK";

    /** The roles that areas limit. */
    List<String> rolesWithAreas() {
        return roles.stream().filter(role -> !ofBank || !role.equals(BANK)).sorted().toList();
    }
}
