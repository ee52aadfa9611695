package id.pkh.verification.notice;

import static id.pkh.verification.support.World.held;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import id.pkh.localstack.OnLocalStack;
import id.pkh.testsupport.rest.Caller;
import id.pkh.verification.support.Deciding;
import id.pkh.verification.support.Family;
import id.pkh.verification.support.StubCaretakers;
import id.pkh.verification.support.World;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Letters of a group or a village in one file. */
@QuarkusTest
@OnLocalStack("verification")
@QuarkusTestResource(value = StubCaretakers.class, restrictToAnnotatedClass = false)
class LetterComponentTest {

    private static final String PDF = "application/pdf";
    private static final String CAUSE = "GROUP_MEETING_ABSENCE";

    @Inject World world;

    private final String area = World.newSubDistrict();
    private final String village = area + ".1001";
    private final Caller facilitator = Caller.facilitator(area);

    @AfterEach
    void registryIsWell() {
        StubCaretakers.answers(200);
    }

    @Test
    void letters_are_in_the_order_of_groups_and_names_and_delivered_ones_are_not_printed_again()
            throws IOException {
        Family wati = absentee(village, "Wati", 1);
        Family ani = absentee(village, "Ani", 1);
        Family budi = absentee(area + ".1002", "Budi", 1);
        List<String> letters = letters(facilitator.get("/notices/letters?village=" + area));

        assertThat(letters).hasSize(3);
        assertThat(letters.get(0)).contains("Ani").contains(village + "-01");
        assertThat(letters.get(1)).contains("Wati").contains("Pengingat PKH");
        assertThat(letters.get(2)).contains("Budi").contains(area + ".1002");
        assertThat(StubCaretakers.lastQuestion())
                .contains(budi.kpmId.toString())
                .contains("letters to families");
        assertThat(StubCaretakers.lastToken()).isEqualTo("Bearer " + facilitator.token());

        String delivered = step(ani, 1).toString();
        assertThat(letters.get(0)).contains("S/" + delivered);
        Deciding.delivered(area, "/sanction-steps/" + delivered).statusCode(201);
        List<String> left = letters(facilitator.get("/notices/letters?group=" + village + "-01"));
        assertThat(left).hasSize(1);
        assertThat(left.get(0)).contains("S/" + step(wati, 1));
        assertThat(
                        letters(
                                facilitator.get(
                                        "/notices/letters?undelivered=false&village=" + village)))
                .hasSize(2);
    }

    @Test
    void a_decision_has_one_letter_together_with_its_step() throws IOException {
        Family family = absentee(village, "Siti", 3);
        String decision = Deciding.suspend(step(family, 3));
        List<String> letters = letters(facilitator.get("/notices/letters"));
        assertThat(letters).hasSize(3);
        assertThat(letters)
                .anySatisfy(
                        letter ->
                                assertThat(letter)
                                        .contains("D/" + decision)
                                        .contains("ditangguhkan mulai tanggal"))
                .noneSatisfy(letter -> assertThat(letter).contains("S/" + step(family, 3)));
    }

    @Test
    void a_caller_who_may_not_see_names_gets_letters_with_their_numbers() throws IOException {
        Family family = absentee(village, "Siti Rahasia", 1);
        StubCaretakers.answers(403);
        List<String> letters =
                letters(
                        Caller.named("officer-3", "MINISTRY_OFFICER", area)
                                .get("/notices/letters?village=" + village));
        assertThat(letters).hasSize(1);
        assertThat(letters.get(0))
                .contains("S/" + step(family, 1))
                .contains("Keluarga penerima manfaat PKH")
                .doesNotContain("Rahasia");
    }

    @Test
    void without_the_registry_nothing_is_printed_and_the_person_can_print_later()
            throws IOException {
        absentee(village, "Siti", 1);
        StubCaretakers.answers(500);
        refused("/notices/letters", 503, "REGISTRY_UNAVAILABLE");
        StubCaretakers.answers(401);
        refused("/notices/letters", 403, "REGISTRY_REFUSES_CALLER");
        StubCaretakers.answers(200);
        assertThat(letters(facilitator.get("/notices/letters"))).hasSize(1);
    }

    @Test
    void what_selects_nothing_or_too_much_is_refused() {
        absentees(village, 14, 3);
        refused("/notices/letters?village=" + area + ".1009", 404, "NO_LETTERS");
        refused("/notices/letters?village=" + area, 422, "TOO_MANY_LETTERS");
        refused("/notices/letters?group=G-01", 422, "CODE_MALFORMED");
        Caller.facilitator(World.newSubDistrict())
                .get("/notices/letters?village=" + area)
                .statusCode(404)
                .body("code", equalTo("NO_LETTERS"));
    }

    @Test
    void the_notice_of_a_step_and_of_a_decision_is_a_letter_on_request() throws IOException {
        Family family = absentee(village, "Siti", 3);
        String step = "/sanction-steps/" + step(family, 2) + "/notice";
        facilitator.get(step).contentType("application/json").body("language", equalTo("id"));
        Caller wantsLetters = facilitator.with("Accept", PDF);
        assertThat(letters(wantsLetters.get(step)).get(0))
                .contains("Siti")
                .contains("Peringatan PKH")
                .contains("Tanda terima");
        String decision = "/decisions/" + Deciding.suspend(step(family, 3)) + "/notice";
        assertThat(letters(wantsLetters.get(decision)).get(0)).contains("ditangguhkan");
        facilitator.with("Accept", "application/json;q=0.5, " + PDF).get(step).contentType(PDF);
        facilitator
                .with("Accept", "text/html, */*;q=0.1")
                .get(step)
                .contentType("application/json");
        facilitator.with("Accept", "text/csv").get(step).statusCode(406);
    }

    private void refused(String path, int status, String code) {
        facilitator.get(path).statusCode(status).body("code", equalTo(code));
    }

    private Family absentee(String villageCode, String name, int months) {
        Family family = absentees(villageCode, 1, months).get(0);
        StubCaretakers.knows(family.kpmId, name);
        return family;
    }

    private List<Family> absentees(String villageCode, int count, int months) {
        List<Family> families = new ArrayList<>();
        Map<UUID, String> marks = new HashMap<>();
        for (int i = 0; i < count; i++) {
            Family family = world.family(villageCode);
            families.add(family);
            marks.put(family.kpmId, "ABSENT");
        }
        world.register(families.toArray(Family[]::new));
        UUID group = UUID.randomUUID();
        for (int month = 1; month <= months; month++) {
            world.tell(held(group, "2026-0" + month, marks), month);
        }
        return families;
    }

    private UUID step(Family family, int month) {
        return world.standingStep(family.kpmId, "2026-0" + month, CAUSE);
    }

    private static List<String> letters(ValidatableResponse response) throws IOException {
        byte[] file = response.statusCode(200).contentType(PDF).extract().body().asByteArray();
        try (PDDocument document = Loader.loadPDF(file)) {
            List<String> pages = new ArrayList<>();
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                // words, wherever a line ends
                pages.add(stripper.getText(document).replaceAll("\\s+", " "));
            }
            return pages;
        }
    }
}
