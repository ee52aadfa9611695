package id.pkh.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RoleSetsTest {

    @Test
    void a_role_gives_the_sets_that_contain_it() {
        assertThat(RoleSets.containing(List.of(Roles.FACILITATOR)))
                .containsExactlyInAnyOrder(
                        RoleSets.FIELD_STAFF, RoleSets.PROGRAMME_READERS, RoleSets.MEETING_READERS);
        assertThat(RoleSets.containing(List.of(Roles.MINISTRY_APPROVER)))
                .containsExactlyInAnyOrder(
                        RoleSets.MINISTRY, RoleSets.PROGRAMME_READERS, RoleSets.MONEY_READERS);
        assertThat(RoleSets.containing(List.of(Roles.OPERATIONS)))
                .containsExactly(RoleSets.OPERATIONS_READERS);
    }

    @Test
    void roles_of_other_parties_are_in_no_set() {
        assertThat(RoleSets.containing(List.of(Roles.BANK, Roles.EXTERNAL_SYSTEM, "UNKNOWN")))
                .isEmpty();
        assertThat(RoleSets.containing(List.of())).isEmpty();
    }

    @Test
    void a_set_is_its_roles_and_a_role_is_itself() {
        assertThat(RoleSets.rolesOf(RoleSets.MINISTRY))
                .containsExactlyInAnyOrder(Roles.MINISTRY_OFFICER, Roles.MINISTRY_APPROVER);
        assertThat(RoleSets.rolesOf(Roles.BANK)).containsExactly(Roles.BANK);
        assertThat(RoleSets.isSet(Roles.BANK)).isFalse();
    }
}
