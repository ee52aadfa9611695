package id.pkh.registry.imports;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import id.pkh.platform.security.Roles;
import id.pkh.registry.RegistryComponentTest;
import id.pkh.registry.support.Api;
import id.pkh.registry.support.Rows;
import id.pkh.registry.support.TestPeople;
import id.pkh.testsupport.rest.Caller;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** The same bytes from a person with other areas: rows outside those of the first are applied. */
@QuarkusTest
class SentByAnotherComponentTest extends RegistryComponentTest {

    private static final Caller OF_ONE_VILLAGE = administrator("17.71.08.1001");
    private static final Caller OF_THE_DISTRICT = Api.administrator();

    private final String near = TestPeople.card();
    private final String far = TestPeople.card();

    private String families() {
        return Rows.families()
                .row(family(near, "17.71.08.1001"))
                .row(family(far, "17.71.08.1002"))
                .text();
    }

    private static String[] family(String card, String village) {
        return new String[] {
            card,
            TestPeople.woman("1985-03-02"),
            "SITI CONTOH",
            "",
            village,
            "",
            "",
            "",
            "CALON",
            "2024-01-01"
        };
    }

    @Test
    void familiesOfOtherVillages() {
        String list = families();

        sentByBoth(OF_ONE_VILLAGE, OF_THE_DISTRICT, "families", list, "VILLAGE_UNKNOWN");

        Api.sending(OF_ONE_VILLAGE, "families", list)
                .statusCode(200)
                .header("Location", notNullValue())
                .body("rows_applied", equalTo(1));
        Api.sending(administrator("17.71.08.1002"), "families", list)
                .statusCode(200)
                .header("Location", nullValue())
                .body("status", equalTo("ALREADY_RECEIVED"));
    }

    @Test
    void membersOfFamiliesOfOtherVillages() {
        Api.sending(OF_THE_DISTRICT, "families", families()).statusCode(201);

        sentByBoth(
                OF_ONE_VILLAGE,
                OF_THE_DISTRICT,
                "members",
                Rows.members()
                        .pupil(near, TestPeople.woman("2016-05-10"), "2016-05-10")
                        .pupil(far, TestPeople.woman("2016-05-10"), "2016-05-10")
                        .text(),
                "FAMILY_UNKNOWN");
    }

    @Test
    void areasBesideOnesOwn() {
        Caller ofTheRegency = administrator("17.71");
        Api.sending(ofTheRegency, "areas", "kode;nama\n17.71.95;Kecamatan Uji\n").statusCode(201);

        sentByBoth(
                administrator("17.71.95.1001"),
                ofTheRegency,
                "areas",
                "kode;nama\n17.71.95.1001;Kampung Satu\n17.71.95.1002;Kampung Dua\n",
                "AREA_NOT_YOURS");
    }

    @Test
    void facilitatorsOfOtherVillages() {
        Caller ofTheRegency = administrator("17.71");
        Api.sending(
                        ofTheRegency,
                        "areas",
                        "kode;nama\n17.71.96;Kecamatan Uji\n17.71.96.1001;Satu\n17.71.96.1002;Dua\n")
                .statusCode(201);

        sentByBoth(
                administrator("17.71.96.1001"),
                ofTheRegency,
                "facilitators",
                Rows.facilitators()
                        .row(facilitator("PSD-177196-1", "17.71.96.1001"))
                        .row(facilitator("PSD-177196-2", "17.71.96.1002"))
                        .text(),
                "VILLAGE_UNKNOWN");
    }

    private static String[] facilitator(String code, String village) {
        return new String[] {
            code,
            "Pendamping Contoh",
            TestPeople.man("1990-06-15"),
            "PENDAMPING",
            village,
            "01/01/2026",
            ""
        };
    }

    private static Caller administrator(String area) {
        return Caller.named("administrator-of-" + area, Roles.DATA_ADMINISTRATOR, area);
    }

    private static void sentByBoth(
            Caller first, Caller second, String kind, String list, String code) {
        Api.sending(first, kind, list)
                .statusCode(201)
                .header("Location", notNullValue())
                .body("rows_applied", equalTo(1))
                .body("refusals.code", contains(code));
        Api.sending(second, kind, list)
                .statusCode(201)
                .header("Location", notNullValue())
                .body("rows_applied", equalTo(1))
                .body("rows_unchanged", equalTo(1))
                .body("rows_refused", equalTo(0));
        Api.sending(second, kind, list).statusCode(200);
    }
}
