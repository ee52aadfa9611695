package id.pkh.registry.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import id.pkh.platform.security.Roles;
import id.pkh.registry.RegistryComponentTest;
import id.pkh.registry.support.Api;
import id.pkh.testsupport.rest.Caller;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AreaComponentTest extends RegistryComponentTest {

    @Test
    void theDistrictAndItsSevenKelurahanAreThere() {
        var page = Api.inTheDistrict(Roles.FACILITATOR).read("/areas?parent=17.71.08");
        assertThat(page.getList("items.code")).hasSize(7).contains("17.71.08.1007");
        assertThat(page.getList("items.level")).containsOnly("VILLAGE");
        assertThat(page.getList("items.name")).contains("Kampung Kelawi", "Pasar Bengkulu");
        var first = Api.inTheDistrict(Roles.FACILITATOR).read("/areas?parent=17.71.08&limit=3");
        var rest =
                Api.inTheDistrict(Roles.FACILITATOR)
                        .read("/areas?parent=17.71.08&after=" + first.getString("next"));
        assertThat(rest.getList("items.code")).hasSize(4);
    }

    @Test
    void areasOfOtherDistrictsAreImportedFromAFile() {
        String text =
                "kode;nama\n17.71.09.1001;Kelurahan Satu\n17.71.09;Kecamatan Baru\n"
                        + "17.71;Kota Bengkulu\n17.71.10.1001;Tanpa Kecamatan\n32;Jawa Barat\n17.7;x\n";
        Api.importing(Caller.as(Roles.DATA_ADMINISTRATOR, "17.71"), "areas", text)
                .statusCode(201)
                .body("rows_applied", equalTo(2))
                .body("rows_unchanged", equalTo(1))
                .body("refusals.line", contains(5, 6, 7))
                .body(
                        "refusals.code",
                        contains("AREA_PARENT_UNKNOWN", "AREA_NOT_YOURS", "AREA_CODE_INVALID"));
        assertThat(Api.administrator().read("/areas?parent=17.71.09").getList("items.name"))
                .containsExactly("Kelurahan Satu");
    }
}
