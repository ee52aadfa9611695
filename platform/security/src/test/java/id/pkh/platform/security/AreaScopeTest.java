package id.pkh.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pkh.platform.web.Refused;
import jakarta.json.Json;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AreaScopeTest {

    @ParameterizedTest
    @CsvSource({
        "17.71.08,      17.71.08,      true",
        "17.71.08,      17.71.08.1001, true",
        "17.71.08,      17.71,         false",
        "17.71.08,      17.71.09,      false",
        "17.71.08,      17.71.09.1001, false",
        "17.71.08.1001, 17.71.08.1001, true",
        "17.71.08.1001, 17.71.08.1002, false",
        "17.71.08.1001, 17.71.08,      false",
        "17,            17.71.08.1001, true",
        "17.71,         17.71.08.1001, true",
        "17.71,         17.72.08.1001, false",
        "17,            171,           false",
        "*,             94.01.01.2001, true",
        "1771,          17.71.08.1001, false",
        "17.7,          17.71.08.1001, false",
        "%,             17.71.08.1001, false",
        "'',            17.71.08.1001, false",
    })
    void a_code_covers_itself_and_what_lies_below(String scope, String area, boolean covered) {
        assertThat(AreaScope.of(List.of(scope)).covers(area)).isEqualTo(covered);
    }

    @Test
    void like_patterns_mean_the_same_as_covers() {
        assertThat(AreaScope.of(List.of("17.71.08")).likePatterns())
                .containsExactly("17.71.08", "17.71.08.%");
        assertThat(AreaScope.of(List.of("17.71.08.1001", "17.71.08.1003")).likePatterns())
                .containsExactly("17.71.08.1001", "17.71.08.1003");
        assertThat(AreaScope.everywhere().likePatterns()).containsExactly("%");
        assertThat(AreaScope.nowhere().likePatterns()).isEmpty();
        assertThat(AreaScope.of(List.of("_7.71", "%")).likePatterns()).isEmpty();
    }

    @Test
    void what_lies_outside_does_not_exist() {
        AreaScope scope = AreaScope.of(List.of("17.71.08"));

        assertThatCode(() -> scope.require("17.71.08.1001")).doesNotThrowAnyException();
        for (String outside : new String[] {"17.71.09.1001", "", null}) {
            assertThatThrownBy(() -> scope.require(outside))
                    .isInstanceOfSatisfying(
                            Refused.class, r -> assertThat(r.code()).isEqualTo("NOT_FOUND"));
        }
    }

    @Test
    void a_scope_is_narrowed_to_what_it_has_in_common_with_an_area() {
        AreaScope scope = AreaScope.of(List.of("17.71.08", "17.72"));
        assertThat(scope.within(null)).isEqualTo(scope);
        assertThat(scope.within("17.71.08.1001")).isEqualTo(AreaScope.only("17.71.08.1001"));
        assertThat(scope.within("17.71")).isEqualTo(AreaScope.only("17.71.08"));
        assertThat(scope.within("17")).isEqualTo(scope);
        assertThat(scope.within("18")).isEqualTo(AreaScope.nowhere());
        assertThat(AreaScope.everywhere().within("18")).isEqualTo(AreaScope.only("18"));
        assertThat(AreaScope.nowhere().within("18")).isEqualTo(AreaScope.nowhere());
    }

    @Test
    void the_claim_may_be_a_list_or_a_text() {
        assertThat(AreasClaim.scopeOf(Json.createArrayBuilder().add("17.71").add("17.72").build()))
                .isEqualTo(AreaScope.of(List.of("17.71", "17.72")));
        assertThat(AreasClaim.scopeOf(Set.of("17.71"))).isEqualTo(AreaScope.of(List.of("17.71")));
        assertThat(AreasClaim.scopeOf("17.71, 17.72  17.73"))
                .isEqualTo(AreaScope.of(List.of("17.71", "17.72", "17.73")));
        assertThat(AreasClaim.scopeOf(Json.createValue("*"))).isEqualTo(AreaScope.everywhere());
    }

    @Test
    void no_claim_or_a_strange_one_is_no_area() {
        assertThat(AreasClaim.scopeOf(null)).isEqualTo(AreaScope.nowhere());
        assertThat(AreasClaim.scopeOf(17)).isEqualTo(AreaScope.nowhere());
        assertThat(AreasClaim.scopeOf("everything")).isEqualTo(AreaScope.nowhere());
    }
}
