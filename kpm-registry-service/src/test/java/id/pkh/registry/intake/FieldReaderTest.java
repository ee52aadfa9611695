package id.pkh.registry.intake;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.registry.family.domain.Sex;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldReaderTest {

    private static String verdict(BiFunction<FieldReader, String, ?> read, String raw) {
        FieldReader reader = new FieldReader();
        Object value = read.apply(reader, raw);
        List<FieldError> errors = reader.errors();
        return errors.isEmpty() ? String.valueOf(value) : errors.get(0).code();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "Siti Contoh 2, Siti Contoh 2",
        "Siti 1771080101240001, TEXT_HAS_LONG_NUMBER",
        "Siti 1771 0801 0124 0001, TEXT_HAS_LONG_NUMBER",
        "Siti １７７１０８０１０１２４０００１, TEXT_HAS_LONG_NUMBER"
    })
    void namesHaveNoLongNumber(String raw, String expected) {
        assertThat(verdict((r, v) -> r.name("nama", v), raw)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "Jl. Contoh No. 1 RT 003 RW 001 38119, Jl. Contoh No. 1 RT 003 RW 001 38119",
        "Jl. Contoh 0812-3456-7890, TEXT_HAS_LONG_NUMBER",
        "'', null"
    })
    void addressesHaveNoLongNumber(String raw, String expected) {
        assertThat(verdict((r, v) -> r.address("alamat", v), raw)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "PSD-177108-10, PSD-177108-10",
        "198503012010011, 198503012010011",
        "1771080101240001, FACILITATOR_CODE_INVALID",
        "PSD-1771-0801-0124-0001, FACILITATOR_CODE_INVALID"
    })
    void aFacilitatorCodeIsNoNumberOfAPerson(String raw, String expected) {
        assertThat(verdict((r, v) -> r.facilitatorCode("kode", v), raw)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "1771080101240001, 1771080101240001",
        "'''1771080101240001', 1771080101240001",
        "177108010124000, FAMILY_CARD_INVALID",
        "17710801012400011, FAMILY_CARD_INVALID",
        "177108010124000A, FAMILY_CARD_INVALID",
        "0000000000000000, FAMILY_CARD_INVALID",
        "1.77108E+15, FAMILY_CARD_INVALID"
    })
    void familyCards(String raw, String expected) {
        assertThat(verdict((r, v) -> r.familyCard("no_kk", v), raw)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "002001000123456, 002001000123456",
        "0020-0100-0123-456, 002001000123456",
        "0020 0100 0123, 002001000123",
        "12345, 12345",
        "1234, ACCOUNT_NOT_DIGITS",
        "123456789012345678901, ACCOUNT_NOT_DIGITS",
        "12A45, ACCOUNT_NOT_DIGITS",
        "1.2E+14, ACCOUNT_NOT_DIGITS",
        "'', null"
    })
    void accounts(String raw, String expected) {
        assertThat(verdict((r, v) -> r.account("no_rekening", v), raw)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "HAMIL/NIFAS, PREGNANT_POSTPARTUM",
        "Ibu Hamil, PREGNANT_POSTPARTUM",
        "anak usia dini, EARLY_CHILD",
        "SD, SD",
        "smp, SMP",
        "SMA, SMA",
        "DISABILITAS BERAT, SEVERE_DISABILITY",
        "LANSIA, ELDERLY",
        "EARLY_CHILD, EARLY_CHILD",
        "TK, COMPONENT_UNKNOWN",
        "'', MEMBER_WITHOUT_COMPONENT"
    })
    void components(String raw, String expected) {
        assertThat(verdict((r, v) -> r.component("komponen", v), raw)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "CALON, CANDIDATE", "AKTIF, ACTIVE", "Aktif, ACTIVE", "ACTIVE, ACTIVE",
        "TIDAK LAYAK, INELIGIBLE", "DITANGGUHKAN, SUSPENDED", "HIDUP, STATUS_UNKNOWN",
                "'', STATUS_UNKNOWN"
    })
    void statuses(String raw, String expected) {
        assertThat(verdict((r, v) -> r.status("status", v), raw)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "L, MALE",
        "p, FEMALE",
        "Laki-laki, MALE",
        "PEREMPUAN, FEMALE",
        "FEMALE, FEMALE",
        "X, SEX_UNKNOWN",
        "'', SEX_UNKNOWN"
    })
    void sexes(String raw, String expected) {
        assertThat(verdict((r, v) -> r.sex("jenis_kelamin", v), raw)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "15/01/2026, 2026-01-15", "15-01-2026, 2026-01-15", "2026-01-15, 2026-01-15",
        "31/02/2026, DATE_UNREADABLE", "besok, DATE_UNREADABLE", "'', DATE_UNREADABLE"
    })
    void dates(String raw, String expected) {
        assertThat(verdict((r, v) -> r.date("berlaku_mulai", v), raw)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "10702345, 10702345",
        "1070234, NPSN_INVALID",
        "107023456, NPSN_INVALID",
        "1070234A, NPSN_INVALID",
        "'', null"
    })
    void schools(String raw, String expected) {
        assertThat(verdict((r, v) -> r.npsn("npsn", v), raw)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} with {1} and {2}: {3}")
    @CsvSource({
        "1771084203850001, 1985-03-02, P, ''",
        "1771084203850001, 1985-03-03, P, NIK_DISAGREES_WITH_BIRTH_DATE",
        "1771084203850001, 1985-03-02, L, NIK_DISAGREES_WITH_SEX",
        "1771080203850001, 1985-03-02, L, ''",
        "1771080203850001, 1985-03-02, P, NIK_DISAGREES_WITH_SEX",
        "1771080203850001, 1985-04-02, P, NIK_DISAGREES_WITH_BIRTH_DATE+NIK_DISAGREES_WITH_SEX"
    })
    void aNikMustMatchBirthDateAndSex(String nik, LocalDate birthDate, String sex, String codes) {
        FieldReader reader = new FieldReader();
        reader.agreement(nik, birthDate, sex.equals("P") ? Sex.FEMALE : Sex.MALE);
        assertThat(String.join("+", reader.errors().stream().map(FieldError::code).toList()))
                .isEqualTo(codes);
    }

    @Test
    void everyErrorIsCollectedWithThePathOfItsField() {
        FieldReader reader = new FieldReader();
        reader.in("members[1]").npsn("npsn", "1");
        reader.name("name", "123");
        assertThat(reader.isClean()).isFalse();
        assertThat(reader.errors())
                .extracting(FieldError::field)
                .containsExactly("members[1].npsn", "name");
    }
}
