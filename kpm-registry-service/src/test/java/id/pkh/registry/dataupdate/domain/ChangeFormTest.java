package id.pkh.registry.dataupdate.domain;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.registry.dataupdate.domain.ChangeForm.Fault;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangeFormTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");
    private static final UUID MEMBER = UUID.fromString("01980a10-0000-7000-8000-000000000002");

    private static Change schoolChanged(Map<ChangeField, String> becomes) {
        return new Change(ChangeKind.SCHOOL_CHANGED, MEMBER, TODAY, Map.of(), becomes);
    }

    private static Change ofKind(ChangeKind kind, LocalDate on) {
        return new Change(kind, kind.isAboutMember() ? MEMBER : null, on, Map.of(), Map.of());
    }

    private static Optional<String> codeOf(Change... changes) {
        return ChangeForm.faultOf(List.of(changes), TODAY).map(Fault::code);
    }

    @ParameterizedTest
    @CsvSource({
        "0123456789, ",
        "123456789, NISN_INVALID",
        "01234567890, NISN_INVALID",
        "012345678x, NISN_INVALID"
    })
    void aPupilNumberHasTenDigits(String nisn, String verdict) {
        assertThat(
                        codeOf(
                                schoolChanged(
                                        Map.of(
                                                ChangeField.COMPONENT,
                                                "SMP",
                                                ChangeField.NPSN,
                                                "10702399",
                                                ChangeField.NISN,
                                                nisn))))
                .isEqualTo(Optional.ofNullable(verdict));
    }

    @Test
    void whatTheKindNeedsIsThere() {
        assertThat(
                        ChangeForm.faultOf(
                                List.of(schoolChanged(Map.of(ChangeField.COMPONENT, "SMP"))),
                                TODAY))
                .contains(new Fault(ChangeForm.FIELD_MISSING, 1, ChangeField.NPSN));
        assertThat(codeOf(ofKind(ChangeKind.PERSON_CORRECTED, TODAY)))
                .contains(ChangeForm.FIELD_MISSING);
        assertThat(codeOf(ofKind(ChangeKind.PREGNANCY_BEGAN, TODAY))).isEmpty();
    }

    @Test
    void whatTheKindDoesNotHaveIsRefused() {
        Change ended =
                new Change(
                        ChangeKind.COMPONENT_ENDED,
                        MEMBER,
                        TODAY,
                        Map.of(),
                        Map.of(ChangeField.COMPONENT, "SD"));
        assertThat(codeOf(ended)).contains(ChangeForm.FIELD_NOT_OF_KIND);
    }

    @Test
    void nothingIsInTheFuture() {
        assertThat(codeOf(ofKind(ChangeKind.SCHOOL_LEFT, TODAY))).isEmpty();
        assertThat(codeOf(ofKind(ChangeKind.SCHOOL_LEFT, TODAY.plusDays(1))))
                .contains(ChangeForm.IN_FUTURE);
    }

    @Test
    void aMemberIsNamedWhereOneBelongs() {
        assertThat(codeOf(new Change(ChangeKind.DEATH, null, TODAY, Map.of(), Map.of())))
                .contains(ChangeForm.MEMBER);
        assertThat(codeOf(new Change(ChangeKind.MOVE_AWAY, MEMBER, TODAY, Map.of(), Map.of())))
                .contains(ChangeForm.MEMBER);
    }

    @Test
    void onlyABirthCanBeSubmittedTwiceAtOnce() {
        Change left = ofKind(ChangeKind.SCHOOL_LEFT, TODAY);
        Change birth =
                new Change(
                        ChangeKind.BIRTH,
                        null,
                        TODAY,
                        Map.of(),
                        Map.of(
                                ChangeField.NIK,
                                "1",
                                ChangeField.NAME,
                                "A",
                                ChangeField.BIRTH_DATE,
                                "2026-03-01"));
        assertThat(codeOf(left, left)).contains(ChangeForm.TWICE);
        assertThat(codeOf(birth, birth)).isEmpty();
    }
}
