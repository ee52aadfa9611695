package id.pkh.registry.family;

import static id.pkh.registry.family.domain.FamilyRulePage.APPLIED;
import static id.pkh.registry.family.domain.FamilyRulePage.UNCHANGED;
import static id.pkh.registry.family.domain.FamilyRulePage.written;
import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.registry.RegistryComponentTest;
import id.pkh.registry.family.domain.ComponentSpan;
import id.pkh.registry.family.domain.ComponentType;
import id.pkh.registry.family.domain.FamilyRulePage;
import id.pkh.registry.family.domain.FamilyRulePage.ComponentCase;
import id.pkh.registry.family.domain.FamilyRulePage.DoorCase;
import id.pkh.registry.family.domain.Measure;
import id.pkh.registry.support.Api;
import id.pkh.registry.support.Rows;
import id.pkh.registry.support.TestPeople;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests single changes and lists against {@code docs/rules/families.md}. */
@QuarkusTest
class FamilyRulesComponentTest extends RegistryComponentTest {

    private static final AtomicInteger FILES = new AtomicInteger();
    private static final String VILLAGE = "17.71.08.1001";
    private static final String GROUP = "17.71.08.1001-01";
    private static final String NAME = "SITI CONTOH";
    private static final String BORN = "1985-03-02";
    private static final String CHILD_BORN = "2017-03-02";

    private static final ComponentSpan SD =
            new ComponentSpan(ComponentType.SD, LocalDate.parse("2020-07-01"), null, "10702345");

    private final String card = TestPeople.card();
    private final String nik = TestPeople.woman(BORN);
    private final String account = TestPeople.account();

    static List<ComponentCase> components() {
        return FamilyRulePage.components();
    }

    static List<DoorCase> doors() {
        return FamilyRulePage.doors();
    }

    @ParameterizedTest
    @MethodSource("components")
    void aSingleChangeOfAComponentFollowsTheRulePage(ComponentCase row) {
        if (row.through().equals("list")) {
            return; // a single change cannot express this case
        }
        registered(row.onRecord());
        assertThat(written(onRecord())).isEqualTo(written(row.onRecord()));

        assertThat(
                        changed(
                                "component-changes",
                                row.stated().carries() == null
                                        ? ends(row.stated().endsBefore())
                                        : carries(row.stated().carries())))
                .isEqualTo(row.verdict());
        assertThat(written(onRecord())).isEqualTo(written(row.afterwards()));
    }

    @ParameterizedTest
    @MethodSource("components")
    void aRowOfAListFollowsTheRulePage(ComponentCase row) {
        if (row.through().equals("single")) {
            return; // a list cannot express this case
        }
        listed(family(nik)).statusCode(201);
        row.onRecord().forEach(span -> importing(member(span)).statusCode(201));
        assertThat(written(onRecord())).isEqualTo(written(row.onRecord()));

        assertThat(verdict(importing(member(row.stated().carries())))).isEqualTo(row.verdict());
        assertThat(written(onRecord())).isEqualTo(written(row.afterwards()));
    }

    @Test
    void everyCaseOfTheRulePageIsTriedInBothWays() {
        assertThat(doors()).extracting(DoorCase::name).hasSameElementsAs(single().keySet());
        assertThat(doors()).extracting(DoorCase::name).hasSameElementsAs(list().keySet());
    }

    @ParameterizedTest
    @MethodSource("doors")
    void aCaseHasTheVerdictOfTheRulePageAsASingleChange(DoorCase row) {
        registered(List.of(SD));
        assertThat(single().get(row.name()).get()).as("single change").isEqualTo(row.single());
    }

    @ParameterizedTest
    @MethodSource("doors")
    void aCaseHasTheVerdictOfTheRulePageInAList(DoorCase row) {
        registered(List.of(SD));
        assertThat(list().get(row.name()).get()).as("list").isEqualTo(row.list());
    }

    private Map<String, Supplier<String>> single() {
        Map<String, Supplier<String>> cases = new HashMap<>();
        cases.put(
                "a member with the NIK of a person in another family",
                () -> changed("members", Map.of("member", personOf(elsewhere(), SD))));
        cases.put(
                "a person who is a member already",
                () -> changed("members", Map.of("member", personOf(nik, SD))));
        cases.put(
                "a caretaker who is a member already",
                () -> {
                    String child = TestPeople.woman(BORN);
                    changed("members", Map.of("member", personOf(child, SD)));
                    return changed("caretaker-changes", caretaker(child));
                });
        cases.put(
                "a caretaker with the NIK of a person in another family",
                () -> changed("caretaker-changes", caretaker(elsewhere())));
        cases.put(
                "the component again, without pupil number and grade",
                () -> changed("component-changes", without(carries(SD), "nisn", "grade")));
        cases.put(
                "the component again, with another grade",
                () -> changed("component-changes", with(carries(SD), "grade", "4")));
        cases.put(
                "a birth date before 1900",
                () -> changed("component-changes", with(carries(SD), "birth_date", "1885-03-02")));
        cases.put(
                "a birth date that contradicts the NIK",
                () -> changed("component-changes", with(carries(SD), "birth_date", "1985-03-03")));
        cases.put(
                "a component that only a woman can carry, for a man",
                () ->
                        changed(
                                "members",
                                Map.of(
                                        "member",
                                        with(
                                                personOf(TestPeople.man(BORN), SD),
                                                "component",
                                                "HAMIL"))));
        cases.put("the village and group on record", () -> moved(VILLAGE, GROUP));
        cases.put("a village outside the sender's areas", () -> moved("17.71.07.1001", null));
        cases.put("a group of another village", () -> moved(VILLAGE, "17.71.08.1002-01"));
        cases.put(
                "a family card that is on record, with another caretaker",
                () -> registering(family(card, TestPeople.woman(BORN), "CANDIDATE")));
        cases.put(
                "a new family that is suspended",
                () -> registering(family(TestPeople.card(), TestPeople.woman(BORN), "SUSPENDED")));
        cases.put(
                "a new family that is active",
                () -> registering(family(TestPeople.card(), TestPeople.woman(BORN), "ACTIVE")));
        cases.put(
                "a new family whose caretaker is a child",
                () -> registering(family(TestPeople.card(), child(), "CANDIDATE")));
        cases.put(
                "a child as the next caretaker",
                () -> {
                    String child = child();
                    Map<String, Object> person = personOf(child, SD);
                    person.put("birth_date", CHILD_BORN);
                    assertThat(changed("members", Map.of("member", person))).isEqualTo(APPLIED);
                    return changed(
                            "caretaker-changes",
                            Map.of("member_id", memberOf(child), "effective_on", "2045-02-01"));
                });
        cases.put(
                "a new family with the card of a family that has left",
                () -> {
                    leaves();
                    return registering(family(card, TestPeople.woman(BORN), "CANDIDATE"));
                });
        cases.put(
                "a new family whose caretaker is that of a family that has left",
                () -> {
                    leaves();
                    return registering(family(TestPeople.card(), nik, "CANDIDATE"));
                });
        cases.put(
                "a member with the NIK of a person in a family that has left",
                () -> changed("members", Map.of("member", personOf(ofFamilyThatLeft(), SD))));
        cases.put(
                "a caretaker with the NIK of a person in a family that has left",
                () -> changed("caretaker-changes", caretaker(ofFamilyThatLeft())));
        cases.put(
                "something new about a family that has left",
                () -> {
                    leaves();
                    return moved("17.71.08.1002", null);
                });
        cases.put(
                "what is on record about a family that has left",
                () -> {
                    leaves();
                    return moved(VILLAGE, GROUP);
                });
        return cases;
    }

    private Map<String, Supplier<String>> list() {
        Map<String, Supplier<String>> cases = new HashMap<>();
        cases.put(
                "a member with the NIK of a person in another family",
                () -> verdict(importing(member(elsewhere(), BORN, SD))));
        cases.put("a person who is a member already", () -> verdict(importing(member(SD))));
        cases.put(
                "a caretaker who is a member already",
                () -> {
                    String child = TestPeople.woman(BORN);
                    importing(member(child, BORN, SD)).statusCode(201);
                    return verdict(listed(family(child)));
                });
        cases.put(
                "a caretaker with the NIK of a person in another family",
                () -> verdict(listed(family(elsewhere()))));
        cases.put(
                "the component again, without pupil number and grade",
                () -> verdict(importing(member(nik, BORN, SD, "", ""))));
        cases.put(
                "the component again, with another grade",
                () -> verdict(importing(member(nik, BORN, SD, "0123456789", "4"))));
        cases.put(
                "a birth date before 1900",
                () -> verdict(importing(member(nik, "1885-03-02", SD))));
        cases.put(
                "a birth date that contradicts the NIK",
                () -> verdict(importing(member(nik, "1985-03-03", SD))));
        cases.put(
                "a component that only a woman can carry, for a man",
                () -> {
                    String[] row = member(TestPeople.man(BORN), BORN, SD);
                    row[4] = "L";
                    row[5] = "HAMIL";
                    return verdict(importing(row));
                });
        cases.put("the village and group on record", () -> verdict(listed(family(nik))));
        cases.put(
                "a village outside the sender's areas",
                () -> verdict(listed(family(nik, "17.71.07.1001", "", "AKTIF"))));
        cases.put(
                "a group of another village",
                () -> verdict(listed(family(nik, VILLAGE, "17.71.08.1002-01", "AKTIF"))));
        cases.put(
                "a family card that is on record, with another caretaker",
                () -> verdict(listed(family(TestPeople.woman(BORN)))));
        cases.put(
                "a new family that is suspended",
                () -> {
                    String[] row = family(TestPeople.woman(BORN), VILLAGE, GROUP, "DITANGGUHKAN");
                    row[0] = TestPeople.card();
                    return verdict(listed(row));
                });
        cases.put(
                "a new family that is active",
                () -> {
                    String[] row = family(TestPeople.woman(BORN), VILLAGE, GROUP, "AKTIF");
                    row[0] = TestPeople.card();
                    return verdict(
                            Api.sending(
                                    Api.administrator(),
                                    "families",
                                    Rows.families().row(row).text()));
                });
        cases.put(
                "a new family whose caretaker is a child",
                () -> {
                    String[] row = family(child(), VILLAGE, GROUP, "CALON");
                    row[0] = TestPeople.card();
                    return verdict(listed(row));
                });
        cases.put("a child as the next caretaker", () -> verdict(listed(family(child()))));
        cases.put(
                "a new family with the card of a family that has left",
                () -> {
                    leaves();
                    return verdict(listed(family(TestPeople.woman(BORN))));
                });
        cases.put(
                "a new family whose caretaker is that of a family that has left",
                () -> {
                    leaves();
                    String[] row = family(nik, VILLAGE, GROUP, "CALON");
                    row[0] = TestPeople.card();
                    return verdict(listed(row));
                });
        cases.put(
                "a member with the NIK of a person in a family that has left",
                () -> verdict(importing(member(ofFamilyThatLeft(), BORN, SD))));
        cases.put(
                "a caretaker with the NIK of a person in a family that has left",
                () -> verdict(listed(family(ofFamilyThatLeft()))));
        cases.put(
                "something new about a family that has left",
                () -> {
                    leaves();
                    return verdict(listed(family(nik, "17.71.08.1002", "", "GRADUASI")));
                });
        cases.put(
                "what is on record about a family that has left",
                () -> {
                    leaves();
                    return verdict(listed(family(nik, VILLAGE, GROUP, "GRADUASI")));
                });
        return cases;
    }

    /** Registers the family over REST, with a caretaker who carries these components. */
    private void registered(List<ComponentSpan> spans) {
        Map<String, Object> family = family(card, nik, "CANDIDATE");
        if (!spans.isEmpty()) {
            family.put("caretaker", personOf(nik, spans.get(0)));
        }
        Api.administrator().post("/kpm", family).statusCode(201);
        makeActive(familyOf(card));
        spans.stream()
                .skip(1)
                .forEach(
                        span ->
                                assertThat(changed("component-changes", carries(span)))
                                        .isEqualTo(APPLIED));
    }

    private Map<String, Object> family(String familyCard, String caretaker, String status) {
        Map<String, Object> family = new HashMap<>();
        family.put("family_card", familyCard);
        family.put("caretaker", Map.of("nik", caretaker, "name", NAME));
        family.put("address", "Jalan Contoh 1");
        family.put("village_code", VILLAGE);
        family.put("group_code", GROUP);
        family.put("paying_bank", "BRI");
        family.put("account_number", account);
        family.put("status", status);
        family.put("participating_since", "2014-01-01");
        return family;
    }

    private static Map<String, Object> personOf(String nik, ComponentSpan span) {
        Map<String, Object> person = new HashMap<>();
        person.put("nik", nik);
        person.put("name", NAME);
        person.put("birth_date", BORN);
        person.put("component", span.type().name());
        person.put("npsn", span.school());
        person.put("nisn", "0123456789");
        person.put("grade", "3");
        person.put("component_since", span.since().toString());
        person.put("component_until", span.until() == null ? null : span.until().toString());
        return person;
    }

    private static Map<String, Object> caretaker(String nik) {
        return Map.of("person", Map.of("nik", nik, "name", NAME), "effective_on", "2026-02-01");
    }

    private Map<String, Object> carries(ComponentSpan span) {
        Map<String, Object> change = new HashMap<>();
        change.put("member_id", memberOf(nik));
        change.put("component", span.type().name());
        change.put("effective_on", span.since().toString());
        change.put("birth_date", BORN);
        change.put("npsn", span.school());
        change.put("nisn", "0123456789");
        change.put("grade", "3");
        return change;
    }

    private Map<String, Object> ends(LocalDate day) {
        return Map.of("member_id", memberOf(nik), "effective_on", day.toString());
    }

    private static Map<String, Object> with(
            Map<String, Object> request, String field, String value) {
        request.put(field, value);
        return request;
    }

    private static Map<String, Object> without(Map<String, Object> request, String... fields) {
        List.of(fields).forEach(request::remove);
        return request;
    }

    private String moved(String village, String group) {
        Map<String, Object> move = new HashMap<>();
        move.put("village_code", village);
        move.put("group_code", group);
        move.put("effective_on", "2026-02-01");
        return changed("moves", move);
    }

    /**
     * Returns the verdict on a single change: whether it raised the version, or the code of the
     * refusal.
     */
    private String changed(String what, Map<String, ?> body) {
        UUID kpm = familyOf(card);
        long before = version(kpm);
        ValidatableResponse answer = Api.administrator().post("/kpm/" + kpm + "/" + what, body);
        if (answer.extract().statusCode() >= 400) {
            return answer.extract().path("code");
        }
        return version(kpm) == before ? UNCHANGED : APPLIED;
    }

    private static String registering(Map<String, Object> family) {
        ValidatableResponse answer = Api.administrator().post("/kpm", family);
        return answer.extract().statusCode() == 201 ? APPLIED : answer.extract().path("code");
    }

    private long version(UUID kpm) {
        return tables.number("SELECT version FROM kpm WHERE id = ?", kpm);
    }

    private void leaves() {
        leaves(familyOf(card), Measure.GRADUATE);
    }

    private String elsewhere() {
        String other = TestPeople.woman(BORN);
        Api.importing("families", Rows.families().family(TestPeople.card(), other)).statusCode(201);
        return other;
    }

    private String ofFamilyThatLeft() {
        String otherCard = TestPeople.card();
        String other = TestPeople.woman(BORN);
        Api.importing("families", Rows.families().family(otherCard, other)).statusCode(201);
        leaves(familyOf(otherCard), Measure.GRADUATE);
        return other;
    }

    private static String child() {
        return TestPeople.woman(CHILD_BORN);
    }

    private String[] family(String caretaker) {
        return family(caretaker, VILLAGE, GROUP, "AKTIF");
    }

    private String[] family(String caretaker, String village, String group, String status) {
        return new String[] {
            card,
            caretaker,
            NAME,
            "Jalan Contoh 1",
            village,
            group,
            "BRI",
            account,
            status,
            "2014-01-01"
        };
    }

    private String[] member(ComponentSpan span) {
        return member(nik, BORN, span);
    }

    private String[] member(String person, String born, ComponentSpan span) {
        return member(person, born, span, "0123456789", "3");
    }

    private String[] member(
            String person, String born, ComponentSpan span, String nisn, String grade) {
        return new String[] {
            card,
            person,
            NAME,
            born,
            "P",
            span.type().name(),
            span.school() == null ? "" : span.school(),
            nisn,
            grade,
            span.since().toString(),
            span.until() == null ? "" : span.until().toString()
        };
    }

    private static ValidatableResponse listed(String[] family) {
        return sent("families", Rows.families(), family);
    }

    private static ValidatableResponse importing(String[] member) {
        return sent("members", Rows.members(), member);
    }

    /**
     * An additional empty line makes each file different, so that no file counts as already
     * received.
     */
    private static ValidatableResponse sent(String kind, Rows rows, String[] row) {
        return Api.importing(
                Api.administrator(),
                kind,
                rows.row(row).text() + "\n".repeat(FILES.incrementAndGet()));
    }

    private static String verdict(ValidatableResponse answer) {
        List<String> refused = answer.extract().path("refusals.code");
        if (refused != null && !refused.isEmpty()) {
            return refused.get(0);
        }
        return answer.extract().<Integer>path("rows_unchanged") == 1 ? UNCHANGED : APPLIED;
    }

    private List<ComponentSpan> onRecord() {
        return tables.spansOf(memberOf(nik));
    }
}
