package id.pkh.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest {

    @Test
    void without_parameters_the_first_hundred() {
        PageParams params = PageParams.of(null, null);

        assertThat(params.limit()).isEqualTo(100);
        assertThat(params.cursor()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 499, 500})
    void limits_from_1_to_500_are_taken(int limit) {
        assertThat(PageParams.of(limit, "").limit()).isEqualTo(limit);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 501, Integer.MAX_VALUE})
    void limits_outside_are_refused(int limit) {
        assertThatThrownBy(() -> PageParams.of(limit, null).limit())
                .isInstanceOfSatisfying(
                        Refused.class, r -> assertThat(r.code()).isEqualTo("INVALID_LIMIT"));
    }

    @Test
    void a_limit_that_is_no_number_is_refused() {
        PageParams params = new PageParams();
        params.limit = "ten";

        assertThatThrownBy(params::limit).isInstanceOf(Refused.class);
    }

    @Test
    void there_is_a_next_page_only_if_there_is_one_more_row() {
        Function<Integer, Object[]> position = n -> new Object[] {n};

        assertThat(Page.of(List.of(1, 2), 3, position, n -> n).next()).isNull();
        assertThat(Page.of(List.of(1, 2, 3), 3, position, n -> n).next()).isNull();

        Page<Integer> page = Page.of(List.of(1, 2, 3, 4), 3, position, n -> n * 10);
        assertThat(page.items()).containsExactly(10, 20, 30);
        assertThat(Cursor.decode(page.next()).number(0)).isEqualTo(3);
    }
}
