package id.pkh.registry.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import id.pkh.platform.areas.Decree;
import id.pkh.platform.security.Roles;
import id.pkh.registry.RegistryComponentTest;
import id.pkh.registry.area.AreaDetailView.AreaFormerView;
import id.pkh.registry.area.LoadDecree.Listed;
import id.pkh.registry.support.Api;
import id.pkh.registry.support.Workplace;
import id.pkh.testsupport.rest.Caller;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class AreaComponentTest extends RegistryComponentTest {

    private static final String DECREE = Decree.CURRENT.number();

    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Inject LoadDecree loadDecree;
    @Inject Areas areas;

    @Test
    void theDistrictAndItsSevenKelurahanAreThere() {
        var page = Api.inTheDistrict(Roles.FACILITATOR).read("/areas?parent=17.71.08");
        assertThat(page.getList("items.code")).hasSize(7).contains("17.71.08.1007");
        assertThat(page.getList("items.level")).containsOnly("VILLAGE");
        assertThat(page.getList("items.decree")).containsOnly(DECREE);
        assertThat(page.getList("items.name")).contains("Kampung Kelawi", "Pasar Bengkulu");
        var first = Api.inTheDistrict(Roles.FACILITATOR).read("/areas?parent=17.71.08&limit=3");
        var rest =
                Api.inTheDistrict(Roles.FACILITATOR)
                        .read("/areas?parent=17.71.08&after=" + first.getString("next"));
        assertThat(rest.getList("items.code")).hasSize(4);
    }

    @Test
    void theWholeCountryIsThere() {
        assertThat(
                        tables.text(
                                "SELECT count(*)::text FROM area WHERE decree = ? AND ended_on IS NULL",
                                DECREE))
                .isEqualTo("91599");
        assertThat(read("/areas/35.29.22").getString("area.name")).isEqualTo("Ra'as");
        assertThat(read("/areas/91").getString("area.name")).isEqualTo("Papua");
    }

    @ParameterizedTest
    @CsvSource({
        "kampung kelawi, 17, VILLAGE, 17.71.08.1001, EQUAL",
        "KAMPUNG KEL, 17.71, VILLAGE, 17.71.08.1001, BEGINS_WITH_IT",
        "ng kelawi, 17.71, VILLAGE, 17.71.08.1001, CONTAINS_IT",
        "kampong kelawi, 17.71, VILLAGE, 17.71.08.1001, NEAR",
        "sungai serut, 17, DISTRICT, 17.71.08, EQUAL",
    })
    void anAreaIsFoundByName(
            String name, String within, String level, String code, String likeness) {
        JsonPath found =
                read("/areas/matches?name=" + name + "&within=" + within + "&level=" + level);
        assertThat(found.getString("area[0].code")).isEqualTo(code);
        assertThat(found.getString("likeness[0]")).isEqualTo(likeness);
        assertThat(found.getString("above[0][0].name")).isEqualTo("Bengkulu");
    }

    @Test
    void theClosestComeFirstAndNoMoreThanFifty() {
        List<String> likeness = read("/areas/matches?name=Sukamaju").getList("likeness");
        assertThat(likeness).hasSize(50).containsOnly("EQUAL");
        assertThat(read("/areas/matches?name=Zzqxw").getList("$")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?name=a", "?name=su%25", "?name=su_amaju", "?name=%20%20%20"})
    void aNameThatFindsTooMuchIsRefused(String query) {
        Api.administrator()
                .get("/areas/matches" + query)
                .statusCode(422)
                .body("code", equalTo("CODE_MALFORMED"));
    }

    @ParameterizedTest
    @CsvSource({"17.99, 404, NOT_FOUND", "17.7, 422, AREA_CODE_INVALID"})
    void anotherCodeIsRefused(String code, int status, String refusal) {
        Api.administrator().get("/areas/" + code).statusCode(status).body("code", equalTo(refusal));
    }

    @Test
    void areasThatNoDecreeListsAreImportedFromAFile() {
        String text =
                "kode;nama;kode_bps\n17.71.61.1001;Kelurahan Satu;1771990001\n17.71.61;Kecamatan Baru;\n"
                        + "17.71;Kota Bengkulu;1771\n17.71;Kota Bengkulu;1771\n17.71.60.1001;Tanpa Kecamatan;\n32.99;Kota Lain;\n"
                        + "17.7;x;\n17.71.08;Kecamatan Sungai Serut;\n17.71.62;Kecamatan Lagi;177199\n17.71.63;Kecamatan Itu;1771990001\n17.71.09;Singaran Pati;\n";
        Api.importing(Caller.as(Roles.DATA_ADMINISTRATOR, "17.71"), "areas", text)
                .statusCode(201)
                .body("rows_applied", equalTo(3))
                .body("rows_unchanged", equalTo(2));
        JsonPath added = read("/areas/17.71.61.1001");
        assertThat(added.getString("area.bps_code")).isEqualTo("1771990001");
        assertThat(added.getString("area.decree")).isNull();
        assertThat(added.getList("above.name"))
                .containsExactly("Bengkulu", "Kota Bengkulu", "Kecamatan Baru");
        assertThat(read("/areas/17.71").getString("area.bps_code")).isEqualTo("1771");
        assertThat(read("/areas/17.71.08").getString("area.name")).isEqualTo("Sungai Serut");
    }

    @Test
    void aRowThatIsRefusedSaysWhy() {
        String text =
                "kode;nama;kode_bps\n17.71.60.1001;Tanpa Kecamatan;\n32.99;Kota Lain;\n17.7;x;\n"
                        + "17.71.08;Kecamatan Sungai Serut;\n17.71.64;Kecamatan Lagi;177199\n"
                        + "17.71.65;Kecamatan Itu;1771065\n17.71.66;Kecamatan Sama;1771065\n";
        Api.importing(Caller.as(Roles.DATA_ADMINISTRATOR, "17.71"), "areas", text)
                .statusCode(201)
                .body("rows_applied", equalTo(1))
                .body("refusals.line", contains(2, 3, 4, 5, 6, 8))
                .body(
                        "refusals.code",
                        contains(
                                "AREA_PARENT_UNKNOWN",
                                "AREA_NOT_YOURS",
                                "AREA_CODE_INVALID",
                                "AREA_NAME_DECREED",
                                "BPS_CODE_INVALID",
                                "BPS_CODE_TAKEN"));
    }

    /** In a transaction that is undone, because the whole country would end. */
    @Test
    void aLaterDecreeRenamesEndsAndAddsAreasAndKeepsWhatTheyWere() {
        importAsAdministrator("17.71.67;Kecamatan Tambahan");
        QuarkusTransaction.begin();
        try {
            loadDecree.record(
                    later(2090),
                    List.of(
                            new Listed("17.71.67", "Kecamatan Tambahan"),
                            new Listed("17.71.68", "Kecamatan Akhir")));
            loadDecree.record(later(2091), List.of(new Listed("17.71.67", "Kecamatan Berganti")));

            AreaView renamed = areas.find("17.71.67").orElseThrow();
            assertThat(renamed.name()).isEqualTo("Kecamatan Berganti");
            assertThat(renamed.decree()).isEqualTo("1/2091");
            assertThat(renamed.endedOn()).isNull();
            assertThat(areas.former("17.71.67"))
                    .extracting(AreaFormerView::name, AreaFormerView::decree)
                    .containsExactly(
                            tuple("Kecamatan Tambahan", "1/2090"),
                            tuple("Kecamatan Tambahan", null));
            assertThat(areas.find("17.71.68").orElseThrow().endedOn()).isEqualTo("2091-01-01");
            assertThat(areas.find("17.71.08.1001").orElseThrow().endedOn()).isEqualTo("2090-01-01");
            assertThat(areas.isVillage("17.71.08.1001"))
                    .as("the families of a village that ended stay")
                    .isTrue();
        } finally {
            QuarkusTransaction.rollback();
        }
        assertThat(read("/areas/17.71.08.1001").getString("area.ended_on")).isNull();
    }

    @Test
    void aDecreeIsRecordedOnce() {
        String before = tables.text("SELECT count(*)::text FROM area_former");
        loadDecree.load(Decree.CURRENT, List.of(new Listed("17", "Nama Lain")));
        assertThat(tables.text("SELECT count(*)::text FROM area_former")).isEqualTo(before);
        assertThat(read("/areas/17").getString("area.name")).isEqualTo("Bengkulu");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE FROM area WHERE code = '17'",
                "DELETE FROM area_former",
                "UPDATE area_former SET name = 'x'",
                "INSERT INTO area (code, name, ended_on) VALUES ('17.71.99', 'x', '2090-01-01')",
                "UPDATE area SET bps_code = '1' WHERE code = '17'",
                "UPDATE area SET decree = 'none/2000' WHERE code = '17'",
            })
    void theDatabaseRefuses(String statement) {
        importAsAdministrator("17.71.70;Nama " + NUMBER.incrementAndGet());
        assertThatThrownBy(() -> tables.execute(statement)).isInstanceOf(Exception.class);
    }

    @Test
    void anAreaStandsWithItsNameWhereverItsCodeDoes() {
        UUID family = importedFamily();
        assertThat(read("/kpm/" + family).getString("village_name"))
                .isEqualTo(
                        read("/areas/" + read("/kpm/" + family).getString("village_code"))
                                .getString("area.name"));
        Workplace place = Workplace.another();
        UUID facilitator = place.facilitator(1);
        assertThat(
                        place.administrator()
                                .read("/facilitators/" + facilitator)
                                .getString("assignments[0].village_name"))
                .isEqualTo("Desa Kerja");
    }

    private static JsonPath read(String path) {
        return Api.administrator().read(path);
    }

    private static void importAsAdministrator(String rows) {
        Api.importing(
                        Caller.as(Roles.DATA_ADMINISTRATOR, "17.71"),
                        "areas",
                        "kode;nama\n" + rows + "\n")
                .statusCode(201);
    }

    private static Decree later(int year) {
        return new Decree("1/" + year, LocalDate.of(year, 1, 1), "Keputusan", "test");
    }
}
