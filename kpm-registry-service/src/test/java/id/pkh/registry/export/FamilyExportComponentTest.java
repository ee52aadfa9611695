package id.pkh.registry.export;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.platform.security.Roles;
import id.pkh.registry.RegistryComponentTest;
import id.pkh.registry.support.TestPeople;
import id.pkh.registry.support.Workplace;
import id.pkh.testsupport.files.PersonsWorkbook;
import id.pkh.testsupport.rest.Caller;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FamilyExportComponentTest extends RegistryComponentTest {

    private Workplace place;

    @BeforeEach
    void aPlace() {
        place = Workplace.another();
    }

    private String families(int first, int second) {
        StringBuilder list =
                new StringBuilder(
                        "no_kk;nik_pengurus;nama_pengurus;kode_desa;status;peserta_sejak\n");
        for (int village : new int[] {first, second}) {
            list.append(TestPeople.card())
                    .append(';')
                    .append(TestPeople.woman("1985-03-02"))
                    .append(";SITI CONTOH;")
                    .append(place.village(village))
                    .append(";CALON;05/01/2026\n");
        }
        return list.toString();
    }

    @Test
    void theMembersOfTheSameFamiliesAreAnotherFile() {
        Caller administrator = Caller.as(Roles.DATA_ADMINISTRATOR, "17");
        String families = families(1, 2);
        administrator.send("/imports/families", families).statusCode(201);
        List<String> cards =
                families.lines().skip(1).map(line -> line.substring(0, line.indexOf(';'))).toList();
        administrator
                .send(
                        "/imports/members",
                        "no_kk;nik;nama;tanggal_lahir;jenis_kelamin;komponen;npsn;nisn;tingkat;berlaku_mulai\n"
                                + cards.get(0)
                                + ";"
                                + TestPeople.woman("2014-05-10")
                                + ";ANAK CONTOH;10/05/2014;P;SD;10702345;0123456789;5;13/07/2025\n")
                .statusCode(201);
        Caller reader = Caller.as(Roles.MINISTRY_OFFICER, place.village(1));

        List<String> lines =
                reader.get("/members/csv").statusCode(200).extract().asString().lines().toList();

        assertThat(lines).hasSize(3);
        assertThat(lines.get(0)).isEqualTo("\uFEFF" + String.join(";", ExportMembers.HEADER));
        String family = lines.get(1).split(";")[1];
        assertThat(lines.subList(1, 3))
                .allSatisfy(line -> assertThat(line.split(";")[1]).isEqualTo(family))
                .anyMatch(line -> line.endsWith(";CANDIDATE;true;FEMALE;;;;;"))
                .anyMatch(
                        line -> line.endsWith(";CANDIDATE;false;FEMALE;SD;2025-07-13;;10702345;5"));
        assertThat(String.join("", lines))
                .doesNotContain("CONTOH")
                .doesNotContain("0123456789")
                .doesNotContain("2014");
        assertThat(lines(reader, "/members/csv?component=SD")).isEqualTo(2);
        assertThat(lines(reader, "/members/csv?component=SMP")).isEqualTo(1);
        assertThat(lines(reader, "/members/csv?status=AKTIF")).isEqualTo(1);
        assertThat(lines(reader, "/members/csv?village=" + place.village(2))).isEqualTo(1);
        assertThat(lines(administrator, "/members/csv?village=" + place.village(2))).isEqualTo(2);
        reader.get("/members/csv?village=17.x").statusCode(422);
        PersonsWorkbook workbook =
                PersonsWorkbook.opened(
                        reader.get("/members/xlsx").statusCode(200).extract().asByteArray());
        assertThat(workbook.headers("Data")).isEqualTo(ExportMembers.HEADER);
        assertThat(workbook.rows("Data").get(1).getCell(1).getStringCellValue()).isEqualTo(family);
    }

    private static long lines(Caller reader, String path) {
        return reader.get(path).statusCode(200).extract().asString().lines().count();
    }

    @Test
    void theFamiliesOfOnesAreasAreOneFile() {
        Caller.as(Roles.DATA_ADMINISTRATOR, "17")
                .send("/imports/families", families(1, 2))
                .statusCode(201);
        Caller reader = Caller.as(Roles.MINISTRY_OFFICER, place.village(1));

        List<String> lines =
                reader.get("/kpm/csv").statusCode(200).extract().asString().lines().toList();

        assertThat(lines).hasSize(2);
        assertThat(lines.get(0)).isEqualTo("\uFEFF" + String.join(";", ExportFamilies.HEADER));
        assertThat(lines.get(1))
                .contains(";" + place.village(1) + ";Desa Kerja;;CANDIDATE;;2026-01-05;1;;")
                .doesNotContain("SITI");
        assertThat(reader.get("/kpm/csv?status=AKTIF").extract().asString().lines()).hasSize(1);
        assertThat(reader.get("/kpm/csv?village=" + place.village(2)).extract().asString().lines())
                .hasSize(1);
        PersonsWorkbook workbook =
                PersonsWorkbook.opened(
                        reader.get("/kpm/xlsx").statusCode(200).extract().asByteArray());
        assertThat(workbook.headers("Data")).isEqualTo(ExportFamilies.HEADER);
        assertThat(workbook.rows("Data").get(0).getCell(1).getStringCellValue())
                .isEqualTo(place.village(1));
    }
}
