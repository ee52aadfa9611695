package id.pkh.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CursorTest {

    private static final UUID ID = UUID.fromString("0190a5b0-0000-7000-8000-000000000001");

    @Test
    void what_goes_in_comes_out() {
        Cursor cursor = Cursor.decode(Cursor.encode("Sukamerindu, é", ID, 42L, null, ""));

        assertThat(cursor.text(0)).isEqualTo("Sukamerindu, é");
        assertThat(cursor.uuid(1)).isEqualTo(ID);
        assertThat(cursor.number(2)).isEqualTo(42);
        assertThat(cursor.text(3)).isNull();
        assertThat(cursor.text(4)).isEmpty();
        assertThat(cursor.size()).isEqualTo(5);
    }

    @Test
    void it_needs_no_escaping_in_an_address() {
        assertThat(Cursor.encode("/+?&=", ID)).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void every_single_changed_character_is_refused() {
        String good = Cursor.encode("17.71.08", 7);
        for (int i = 0; i < good.length(); i++) {
            char other = good.charAt(i) == 'A' ? 'B' : 'A';
            String forged = good.substring(0, i) + other + good.substring(i + 1);
            assertRefused(forged);
        }
    }

    @Test
    void a_cut_or_lengthened_one_is_refused() {
        String good = Cursor.encode("17.71.08", 7);
        for (int length = 0; length < good.length(); length++) {
            assertRefused(good.substring(0, length));
        }
        assertRefused(good + "AAAA");
    }

    @Test
    void rubbish_is_refused() {
        assertRefused(null);
        assertRefused("not base64 !");
        assertRefused("A".repeat(2049));
        assertRefused(Base64.getUrlEncoder().encodeToString(new byte[] {9, 1, 0, 0}));
    }

    @Test
    void a_part_of_another_kind_or_beyond_the_end_is_refused() {
        Cursor cursor = Cursor.decode(Cursor.encode("text"));

        assertThatThrownBy(() -> cursor.uuid(0)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> cursor.number(0)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> cursor.text(1)).isInstanceOf(Refused.class);
    }

    @Test
    void parts_have_limits() {
        Cursor.encode("x".repeat(1024));
        assertThatThrownBy(() -> Cursor.encode("x".repeat(1025)))
                .isInstanceOf(IllegalArgumentException.class);
        Cursor.encode(new Object[16]);
        assertThatThrownBy(() -> Cursor.encode(new Object[17]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(Cursor::encode).isInstanceOf(IllegalArgumentException.class);
    }

    private static void assertRefused(String text) {
        assertThatThrownBy(() -> Cursor.decode(text))
                .isInstanceOfSatisfying(
                        Refused.class, r -> assertThat(r.code()).isEqualTo("INVALID_CURSOR"));
    }
}
