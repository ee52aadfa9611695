package id.pkh.registry.dci;

import id.pkh.registry.RegistryComponentTest;
import id.pkh.registry.support.Api;
import id.pkh.registry.support.TestPeople;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A test that searches families. */
abstract class DciFamiliesTest extends RegistryComponentTest {

    static final String VILLAGE = "17.71.08.1003";

    /** A family of a woman and a pupil. */
    record Known(UUID kpm, String card, String nik, String pupil) {}

    static Known family(String village) {
        String card = TestPeople.card();
        String nik = TestPeople.woman("1985-03-02");
        String pupil = TestPeople.woman("2014-05-10");
        UUID kpm =
                UUID.fromString(
                        Api.administrator()
                                .post(
                                        "/kpm",
                                        Map.of(
                                                "family_card",
                                                card,
                                                "caretaker",
                                                Map.of("nik", nik, "name", "Siti Aminah"),
                                                "village_code",
                                                village,
                                                "participating_since",
                                                "2025-01-01",
                                                "members",
                                                List.of(
                                                        Map.of(
                                                                "nik",
                                                                pupil,
                                                                "name",
                                                                "Anak Aminah",
                                                                "birth_date",
                                                                "2014-05-10",
                                                                "component",
                                                                "SD",
                                                                "component_since",
                                                                "2025-07-14"))))
                                .statusCode(201)
                                .extract()
                                .path("kpm_id"));
        return new Known(kpm, card, nik, pupil);
    }

    Known active() {
        Known family = family(VILLAGE);
        makeActive(family.kpm());
        return family;
    }
}
