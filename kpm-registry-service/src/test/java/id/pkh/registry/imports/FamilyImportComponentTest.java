package id.pkh.registry.imports;

import static id.pkh.registry.support.Api.importing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import id.pkh.platform.security.Roles;
import id.pkh.registry.RegistryComponentTest;
import id.pkh.registry.support.Api;
import id.pkh.registry.support.Rows;
import id.pkh.registry.support.TestPeople;
import id.pkh.testsupport.events.PublishedEvent;
import id.pkh.testsupport.rest.Caller;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FamilyImportComponentTest extends RegistryComponentTest {

    private final String card = TestPeople.card();
    private final String nik = TestPeople.woman("1985-03-02");
    private final String account = TestPeople.account();

    private String[] family(String village, String group, String bank, String status) {
        return new String[] {
            card,
            nik,
            "SITI CONTOH",
            "Jalan Contoh 1",
            village,
            group,
            bank,
            account,
            status,
            "01/01/2024"
        };
    }

    @Test
    void aFamilyThatIsNewIsRegisteredAndAnnounced() {
        importing(
                        "families",
                        Rows.families()
                                .row(family("17.71.08.1001", "17.71.08.1001-01", "BRI", "AKTIF")))
                .statusCode(201)
                .body("status", equalTo("APPLIED"))
                .body("rows_read", equalTo(1))
                .body("rows_applied", equalTo(1));

        UUID kpm = familyOf(card);
        assertThat(tables.names(kpm)).containsExactly("kpm-registered", "kpm-state");
        PublishedEvent state = tables.lastState(kpm);
        assertThat(state.sequence()).isEqualTo(1);
        assertThat(state.topic()).isEqualTo("pkh.registry.kpm-state.v1");
        assertThat(state.payload().get("status").asText()).isEqualTo("ACTIVE");
        assertThat(state.payload().get("caretaker_nik_token").asText()).isEqualTo(nikToken(nik));
        assertThat(state.payload().get("account_known").asBoolean()).isTrue();
        assertThat(state.payload().get("occurred_on").asText()).isEqualTo("2024-01-01");
        assertThat(state.payload().get("members")).isEmpty();
        assertThat(
                        tables.number(
                                "SELECT count(*) FROM kpm_status_history WHERE kpm_id = ?"
                                        + " AND old_status IS NULL AND new_status = 'ACTIVE'",
                                kpm))
                .isEqualTo(1);
    }

    @Test
    void theSameFileAgainChangesNothingAndTheResponseStatesIt() {
        Rows rows =
                Rows.families().row(family("17.71.08.1001", "17.71.08.1001-01", "BRI", "AKTIF"));
        importing("families", rows).statusCode(201);

        importing("families", rows)
                .statusCode(200)
                .body("status", equalTo("ALREADY_RECEIVED"))
                .body("rows_applied", equalTo(1));

        assertThat(tables.names(familyOf(card))).containsExactly("kpm-registered", "kpm-state");
    }

    @Test
    void theSameRowInAnotherFileIsUnchanged() {
        String[] row = family("17.71.08.1001", "17.71.08.1001-01", "BRI", "AKTIF");
        importing("families", Rows.families().row(row)).statusCode(201);

        importing(
                        "families",
                        Rows.families()
                                .row(row)
                                .family(TestPeople.card(), TestPeople.woman("1990-01-31")))
                .statusCode(201)
                .body("rows_applied", equalTo(1))
                .body("rows_unchanged", equalTo(1));

        assertThat(tables.names(familyOf(card))).containsExactly("kpm-registered", "kpm-state");
    }

    @Test
    void aChangedRowChangesTheFamilyAndPublishesTheDifferences() {
        importing(
                        "families",
                        Rows.families()
                                .row(family("17.71.08.1001", "17.71.08.1001-01", "BRI", "AKTIF")))
                .statusCode(201);
        UUID kpm = familyOf(card);

        importing(
                        "families",
                        Rows.families()
                                .row(family("17.71.08.1002", "17.71.08.1002-03", "BSI", "AKTIF")))
                .statusCode(201)
                .body("rows_applied", equalTo(1));

        assertThat(tables.names(kpm))
                .containsExactly(
                        "kpm-registered", "kpm-state", "account-changed", "kpm-moved", "kpm-state");
        PublishedEvent moved = tables.published(kpm).get(3);
        assertThat(moved.sequence()).isEqualTo(2);
        assertThat(moved.payload().get("old_group_code").asText()).isEqualTo("17.71.08.1001-01");
        assertThat(moved.payload().get("new_village_code").asText()).isEqualTo("17.71.08.1002");
        PublishedEvent state = tables.lastState(kpm);
        assertThat(state.sequence()).isEqualTo(2);
        assertThat(state.payload().get("paying_bank").asText()).isEqualTo("BSI");
    }

    @Test
    void anotherCaretakerInTheListIsAChangeOfCaretaker() {
        importing("families", Rows.families().family(card, nik)).statusCode(201);
        UUID kpm = familyOf(card);
        UUID first = memberOf(nik);
        String successor = TestPeople.woman("1991-12-31");

        importing("families", Rows.families().family(card, successor)).statusCode(201);

        assertThat(tables.names(kpm)).contains("caretaker-changed");
        PublishedEvent changed =
                tables.published(kpm).stream()
                        .filter(event -> event.name().equals("caretaker-changed"))
                        .findFirst()
                        .orElseThrow();
        assertThat(changed.payload().get("old_caretaker_member_id").asText())
                .isEqualTo(first.toString());
        assertThat(changed.payload().get("new_caretaker_member_id").asText())
                .isEqualTo(memberOf(successor).toString());
    }

    @Test
    void badRowsAreRefusedWithLineColumnMaskedValueAndReasonAndGoodRowsAreImported() {
        String good = TestPeople.card();
        importing(
                        "families",
                        Rows.families()
                                .family(good, TestPeople.woman("1985-03-02"))
                                .row(bad("no_kk", "123"))
                                .row(bad("nik_pengurus", "177108410385001"))
                                .row(bad("nik_pengurus", "17710841038500O1"))
                                .row(bad("nik_pengurus", "1771083202850001"))
                                .row(bad("nik_pengurus", "1771084103850000"))
                                .row(bad("nik_pengurus", "1,77108E+15"))
                                .row(bad("kode_desa", "17.71.08.1099"))
                                .row(bad("kode_kelompok", "17.71.08.1002-01"))
                                .row(bad("bank", "BCA"))
                                .row(bad("no_rekening", "12A4567"))
                                .row(bad("status", "HIDUP"))
                                .row(bad("peserta_sejak", "31/02/2024"))
                                .row(bad("nama_pengurus", "")))
                .statusCode(201)
                .body("status", equalTo("PARTLY_APPLIED"))
                .body("rows_read", equalTo(14))
                .body("rows_applied", equalTo(1))
                .body("rows_refused", equalTo(13))
                .body("refusals.line", contains(3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15))
                .body(
                        "refusals.code",
                        contains(
                                "FAMILY_CARD_INVALID",
                                "NIK_LENGTH",
                                "NIK_NOT_DIGITS",
                                "NIK_DATE_IMPOSSIBLE",
                                "NIK_SERIAL_ZERO",
                                "NIK_NUMERIC_CELL",
                                "VILLAGE_UNKNOWN",
                                "GROUP_CODE_INVALID",
                                "BANK_UNKNOWN",
                                "ACCOUNT_NOT_DIGITS",
                                "STATUS_UNKNOWN",
                                "DATE_UNREADABLE",
                                "NAME_MISSING"))
                .body("refusals[1].column", equalTo("nik_pengurus"))
                .body("refusals[1].masked_value", equalTo("***********5001"))
                .body("refusals[1].message", containsString("16 digits"))
                .body("refusals[12].masked_value", equalTo(""));
        assertThat(tables.names(familyOf(good))).isNotEmpty();
    }

    private static String[] candidate(String[] row) {
        row[8] = "CALON";
        return row;
    }

    private static String[] bad(String column, String value) {
        String[] columns = {
            "no_kk",
            "nik_pengurus",
            "nama_pengurus",
            "alamat",
            "kode_desa",
            "kode_kelompok",
            "bank",
            "no_rekening",
            "status",
            "peserta_sejak"
        };
        String[] row = {
            TestPeople.card(),
            TestPeople.woman("1985-03-02"),
            "SITI CONTOH",
            "",
            "17.71.08.1001",
            "",
            "BRI",
            TestPeople.account(),
            "AKTIF",
            "2024-01-01"
        };
        for (int i = 0; i < columns.length; i++) {
            row[i] = columns[i].equals(column) ? value : row[i];
        }
        return row;
    }

    @Test
    void numbersThatBelongToAnotherRecordAreRefused() {
        String otherCard = TestPeople.card();
        importing(
                        "families",
                        Rows.families()
                                .family(card, nik)
                                .family(otherCard, nik)
                                .family(card, TestPeople.woman("1970-06-06")))
                .statusCode(201)
                .body("rows_applied", equalTo(1))
                .body("refusals.line", contains(3, 4))
                .body("refusals.column", contains("nik_pengurus", "no_kk"))
                .body("refusals.code", contains("NIK_DUPLICATE", "FAMILY_CARD_DUPLICATE"));

        importing("families", Rows.families().family(otherCard, nik))
                .statusCode(422)
                .body("code", equalTo("FILE_ALL_ROWS_REFUSED"))
                .body("refusals.code", contains("NIK_DUPLICATE"));
    }

    @Test
    void theSameRowTwiceInOneFileCountsOnce() {
        String[] row = family("17.71.08.1001", "17.71.08.1001-01", "BRI", "AKTIF");
        importing("families", Rows.families().row(row).row(row))
                .statusCode(201)
                .body("rows_applied", equalTo(1))
                .body("rows_unchanged", equalTo(1));
    }

    @Test
    void aListDoesNotChangeAStatusOnRecord() {
        importing(
                        "families",
                        Rows.families()
                                .row(family("17.71.08.1001", "17.71.08.1001-01", "BRI", "CALON")))
                .statusCode(201);
        importing(
                        "families",
                        Rows.families()
                                .row(family("17.71.08.1001", "17.71.08.1001-01", "BRI", "AKTIF"))
                                .family(TestPeople.card(), TestPeople.woman("1980-02-29")))
                .statusCode(201)
                .body("refusals.code", contains("STATUS_NEEDS_DECISION"))
                .body("refusals[0].expected", equalTo("CANDIDATE"));
    }

    @Test
    void anotherDistrictSeesAFamilyCardAsTakenAndTheVillageAsUnknown() {
        importing("families", Rows.families().family(card, nik)).statusCode(201);

        importing(
                        Caller.as(Roles.DATA_ADMINISTRATOR, "17.71.08.1002"),
                        "families",
                        Rows.families()
                                .row(family("17.71.08.1001", "17.71.08.1001-01", "BRI", "AKTIF"))
                                .row(family("17.71.08.1002", "17.71.08.1002-01", "BRI", "AKTIF"))
                                .text())
                .statusCode(422)
                .body("refusals.code", contains("VILLAGE_UNKNOWN", "FAMILY_CARD_DUPLICATE"));
        assertThat(tables.names(familyOf(card))).containsExactly("kpm-registered", "kpm-state");
    }

    @Test
    void aListOfAnotherKindIsRefusedAsAWhole() {
        importing("families", Rows.members().pupil(card, nik, "02/03/2016"))
                .statusCode(422)
                .body("code", equalTo("FILE_HEADER_UNKNOWN"))
                .body("kind", equalTo("families"))
                .body("missing_columns", hasItems("nik_pengurus", "kode_desa", "status"));
        importing(
                        Api.administrator().in("id"),
                        "families",
                        Rows.members().pupil(card, nik, "02/03/2016").text())
                .statusCode(422)
                .body("title", equalTo("Bukan daftar yang dimaksud"))
                .body("detail", containsString("daftar families"));
    }

    @Test
    void otherSpellingsOfHeadersAndSeparatorsAreAccepted() {
        String text =
                "\uFEFFsep=,\n\"No. KK\",NIK Pengurus,Nama Pengurus,Kode Desa,Status,Peserta Sejak\n"
                        + card
                        + ","
                        + nik
                        + ",Siti Contoh,17.71.08.1001,aktif,2024-01-01\n";
        importing(Api.administrator(), "families", text).statusCode(201);
        assertThat(tables.lastState(familyOf(card)).payload().get("account_known").asBoolean())
                .isFalse();
    }

    @Test
    void importedFilesCanBeReadWithTheirRefusals() {
        String fileId =
                importing(
                                "families",
                                Rows.families()
                                        .row(family("17.71.08.1001", "", "BRI", "CALON"))
                                        .row(candidate(bad("bank", "BCA"))))
                        .statusCode(201)
                        .extract()
                        .path("file_id");

        assertThat(Api.administrator().read("/imports/" + fileId).getString("kind"))
                .isEqualTo("families");
        assertThat(
                        Api.administrator()
                                .read("/imports/" + fileId + "/refusals")
                                .getList("items.code"))
                .isEqualTo(java.util.List.of("BANK_UNKNOWN"));
        assertThat(Api.administrator().read("/imports").getList("items.file_id"))
                .contains((Object) fileId);
    }
}
