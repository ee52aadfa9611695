package id.pkh.registry.family.domain;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.platform.security.Nik;
import id.pkh.registry.family.domain.FamilyRulePage.CaretakerCase;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CaretakerAgeTest {

    static List<CaretakerCase> casesOfTheRulePage() {
        return FamilyRulePage.caretakers();
    }

    @ParameterizedTest
    @MethodSource("casesOfTheRulePage")
    void anAdultCanBecomeCaretakerAndNobodyElse(CaretakerCase row) {
        LocalDate born =
                row.birthDate() == null
                        ? Nik.youngestBirthDate("177108" + row.nikDigits() + "0001", row.day())
                        : row.birthDate();

        assertThat(CaretakerAge.refusal(born, row.day()).orElse(FamilyRulePage.APPLIED))
                .isEqualTo(row.verdict());
    }
}
