package id.pkh.registry;

import id.pkh.platform.security.Roles;
import id.pkh.registry.support.InitialRosterFiles;
import id.pkh.registry.support.TestPeople;
import id.pkh.testsupport.description.contract.ApiDescriptionContract;
import id.pkh.testsupport.description.contract.OperatorsExamples;
import id.pkh.testsupport.description.contract.PolicyExamples;
import id.pkh.testsupport.files.PersonsWorkbook;
import id.pkh.testsupport.rest.Caller;
import id.pkh.testsupport.rows.Rows;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;

@QuarkusTest
class ApiDescriptionComponentTest extends ApiDescriptionContract {

    private static final String PREFIX = "01983f2a-6c10-7b3e-9d51-";
    private static final AtomicInteger DISTRICTS = new AtomicInteger(90);

    /** Another person than the one who sends the examples, because accounts take two people. */
    private static final Caller ADMINISTRATOR =
            Caller.named("administrator-2", Roles.DATA_ADMINISTRATOR, "*");

    private static final int FAMILIES = 9;
    private static final String FACILITATOR = PREFIX + "8e4d2c6f0a";

    @Inject DataSource database;

    private String district;
    private String nextDistrict;
    private String successor;

    ApiDescriptionComponentTest() {
        super("kpm-registry-service");
    }

    @Override
    protected Map<String, String> provide() {
        Map<String, String> actual = new HashMap<>(OperatorsExamples.provide(new Rows(database)));
        district = "17.71." + DISTRICTS.getAndIncrement();
        nextDistrict = "17.71." + DISTRICTS.getAndIncrement();
        areas(actual);
        for (int i = 1; i <= FAMILIES; i++) {
            family(i, actual);
        }
        facilitators(actual);
        handovers(actual);
        coordinators(actual);
        emptyVillage();
        policies(actual);
        contacts(2, actual);
        contacts(3, actual);
        rosters(actual);
        numbersOfNewPeople(actual);
        for (int i = FAMILIES + 1; i <= FAMILIES + DataUpdateExamples.FAMILIES; i++) {
            family(i, actual);
        }
        actual.putAll(DataUpdateExamples.provide(new Rows(database), actual));
        workbooks(actual);
        int complaining = FAMILIES + DataUpdateExamples.FAMILIES + 1;
        actual.putAll(ComplaintExamples.provide(new Rows(database), family(complaining, actual)));
        for (int i = 1; i <= ComplementaryExamples.FAMILIES; i++) {
            family(complaining + i, actual);
        }
        actual.putAll(ComplementaryExamples.provide(new Rows(database), actual));
        int candidate = complaining + ComplementaryExamples.FAMILIES + 1;
        for (int i = 0; i < InitialExamples.FAMILIES; i++) {
            family(candidate + i, actual);
        }
        actual.putAll(InitialExamples.provide(actual, district + ".1001"));
        int graduating = candidate + InitialExamples.FAMILIES;
        for (int i = 0; i < GraduationExamples.FAMILIES; i++) {
            family(graduating + i, actual);
        }
        actual.putAll(GraduationExamples.provide(new Rows(database), actual));
        int merging = graduating + GraduationExamples.FAMILIES;
        for (int i = 0; i < MergeExamples.FAMILIES; i++) {
            family(merging + i, actual);
        }
        actual.putAll(MergeExamples.provide(new Rows(database), actual));
        int moving = merging + MergeExamples.FAMILIES;
        for (int i = 0; i < TransferExamples.FAMILIES; i++) {
            family(moving + i, actual);
        }
        actual.putAll(TransferExamples.provide(new Rows(database), actual));
        actual.putAll(DuplicateExamples.provide(new Rows(database), actual));
        lookUp(actual.get("1771082501010021"));
        actual.putAll(WebhookExamples.provide(new Rows(database), district));
        return actual;
    }

    /** One that the log of look-ups shows. */
    private static void lookUp(String card) {
        ADMINISTRATOR
                .post("/look-ups", Map.of("family_card", card, "purpose", "an example"))
                .statusCode(200);
    }

    /** Rows of home visits, each for one of the uploads. */
    private void workbooks(Map<String, String> actual) {
        PersonsWorkbook workbook =
                PersonsWorkbook.opened(
                        ADMINISTRATOR
                                .get(
                                        "/workbooks/2026-01?facilitator="
                                                + actual.get(FACILITATOR + "01"))
                                .statusCode(200)
                                .extract()
                                .asByteArray());
        for (int upload = 1; upload <= 2; upload++) {
            actual.put(
                    "AXm3k0TqVxk9d1JcEXAMPLE%02d".formatted(upload),
                    workbook.rows("Kunjungan").get(upload).getCell(0).getStringCellValue());
        }
    }

    private void areas(Map<String, String> actual) {
        StringBuilder areas = new StringBuilder("kode;nama\n");
        for (String one : List.of(district, nextDistrict)) {
            areas.append(one).append(";Kecamatan Contoh\n");
            for (int village = 1001; village <= 1012; village++) {
                areas.append(one + "." + village).append(";Kampung Contoh\n");
            }
        }
        ADMINISTRATOR.send("/imports/areas", areas.toString()).statusCode(201);
        actual.put("17.71.08", district);
        actual.put("17.71.09", nextDistrict);
    }

    /** A candidate with an account, which waits for a second person, and a pupil. */
    private String family(int number, Map<String, String> actual) {
        String card = TestPeople.card();
        String account = TestPeople.account();
        String kpm =
                ADMINISTRATOR
                        .post(
                                "/kpm",
                                Map.of(
                                        "family_card",
                                        card,
                                        "caretaker",
                                        Map.of(
                                                "nik",
                                                TestPeople.woman("1985-03-02"),
                                                "name",
                                                "Siti Contoh"),
                                        "village_code",
                                        district + ".1001",
                                        "group_code",
                                        district + ".1001-01",
                                        "paying_bank",
                                        "BRI",
                                        "account_number",
                                        account,
                                        "participating_since",
                                        "2025-01-01",
                                        "members",
                                        List.of(pupil())))
                        .statusCode(201)
                        .extract()
                        .path("kpm_id");
        actual.put(PREFIX + "5b9e0d4f2a%02d".formatted(number), kpm);
        actual.put("17710825010100%02d".formatted(20 + number), card);
        actual.put("********48%02d".formatted(20 + number), "*".repeat(8) + account.substring(8));
        actual.put(
                PREFIX + "7c9e1b3d5f%02d".formatted(number),
                ADMINISTRATOR
                        .read("/account-changes?kpm_id=" + kpm)
                        .getString("items[0].change_id"));
        actual.put(
                PREFIX + "9a1c3e5b7d%02d".formatted(10 * number),
                ADMINISTRATOR
                        .read("/kpm/" + kpm + "/members")
                        .getString("items.find { !it.is_caretaker }.member_id"));
        return kpm;
    }

    /** A family with a number, and another number that waits; the family is notified of it. */
    private static void contacts(int number, Map<String, String> actual) {
        String kpm = actual.get(PREFIX + "5b9e0d4f2a%02d".formatted(number));
        for (String telephone : List.of(TestPeople.telephone(), TestPeople.telephone())) {
            ADMINISTRATOR
                    .post(
                            "/contacts",
                            Map.of(
                                    "holder_role",
                                    "FAMILY",
                                    "holder_ref",
                                    kpm,
                                    "telephone",
                                    telephone))
                    .statusCode(200);
        }
        actual.put(
                PREFIX + "3e5a7c9b1d%02d".formatted(number),
                ADMINISTRATOR
                        .read("/contact-changes?only_waiting=true&holder_ref=" + kpm)
                        .getString("items[0].change_id"));
        actual.put(
                PREFIX + "6d8f0b2a4c%02d".formatted(number),
                ADMINISTRATOR
                        .read("/notifications?kpm_id=" + kpm)
                        .getString("items[0].notification_id"));
    }

    private static Map<String, Object> pupil() {
        return Map.of(
                "nik",
                TestPeople.woman("2014-05-10"),
                "name",
                "Anak Contoh",
                "birth_date",
                "2014-05-10",
                "component",
                "SD",
                "component_since",
                "2025-07-14");
    }

    private void facilitators(Map<String, String> actual) {
        facilitator(1, "FACILITATOR", actual, ".1001");
        facilitator(2, "COORDINATOR", actual, ".1001");
        facilitator(9, "FACILITATOR", actual, ".1005");
        facilitator(5, "FACILITATOR", actual, ".1006");
        facilitator(6, "FACILITATOR", actual, ".1007");
        facilitator(7, "FACILITATOR", actual, ".1008", ".1009");
        actual.put("PSD-177108", "PSD-" + district.replace(".", ""));
        successor = actual.get(FACILITATOR + "05");
        actual.put(
                PREFIX + "a3c5e7092b01",
                ADMINISTRATOR
                        .post(
                                "/facilitators/" + actual.get(FACILITATOR + "06") + "/appointments",
                                Map.of(
                                        "decree_number", "SK 12/PKH/2025",
                                        "decree_date", "2024-12-16",
                                        "area_code", district,
                                        "employment", "CONTRACT",
                                        "valid_from", "2025-01-01"))
                        .statusCode(201)
                        .extract()
                        .path("appointments[0].appointment_id"));
    }

    private void facilitator(
            int number, String role, Map<String, String> actual, String... villages) {
        List<Map<String, String>> assignments =
                Stream.of(villages)
                        .map(
                                village ->
                                        Map.of(
                                                "role",
                                                role,
                                                "village_code",
                                                district + village,
                                                "valid_from",
                                                "2025-01-01"))
                        .toList();
        actual.put(FACILITATOR + "0" + number, register(number, assignments));
    }

    private String register(int number, List<Map<String, String>> assignments) {
        return ADMINISTRATOR
                .post(
                        "/facilitators",
                        Map.of(
                                "code",
                                "PSD-%s-%s".formatted(district.replace(".", ""), number),
                                "name",
                                "Pendamping Contoh",
                                "nik",
                                TestPeople.man("1990-06-15"),
                                "assignments",
                                assignments))
                .statusCode(201)
                .extract()
                .path("facilitator_id");
    }

    /** One that is cancelled, and one that is received. */
    private void handovers(Map<String, String> actual) {
        List<String> ids =
                ADMINISTRATOR
                        .post(
                                "/handovers",
                                Map.of(
                                        "predecessor_id",
                                        actual.get(FACILITATOR + "07"),
                                        "successor_id",
                                        successor,
                                        "effective_on",
                                        "2028-03-01",
                                        "reason_code",
                                        "TRANSFERRED"))
                        .statusCode(201)
                        .extract()
                        .path("handovers.handover_id");
        actual.put(PREFIX + "c7e9012b4d01", ids.get(0));
        actual.put(PREFIX + "c7e9012b4d02", ids.get(1));
    }

    private void coordinators(Map<String, String> actual) {
        String coordinator =
                register(
                        8,
                        List.of(
                                Map.of(
                                        "role", "FACILITATOR",
                                        "village_code", nextDistrict + ".1001",
                                        "valid_from", "2025-01-01")));
        actual.put(FACILITATOR + "08", coordinator);
        actual.put(
                PREFIX + "e9012b4d6f01",
                ADMINISTRATOR
                        .post(
                                "/coordinators",
                                Map.of(
                                        "sub_district", nextDistrict,
                                        "facilitator_id", coordinator,
                                        "valid_from", "2025-01-01"))
                        .statusCode(201)
                        .extract()
                        .path("coordination_id"));
    }

    /** A family takes part in a village that has no facilitator. */
    private void emptyVillage() {
        new Rows(database)
                .execute(
                        "UPDATE kpm SET status = 'ACTIVE', base_status = 'ACTIVE',"
                                + " village_code = ?, group_code = NULL WHERE id = ?::uuid",
                        district + ".1010",
                        family(FAMILIES + 1, new HashMap<>()));
    }

    private void policies(Map<String, String> actual) {
        actual.putAll(
                PolicyExamples.provide(
                        new Rows(database),
                        "FACILITATORS",
                        "{\"policy_code\":\"CODE\",\"valid_from\":\"DAY\",\"legal_basis\":\"an example\","
                                + "\"families_per_facilitator\":300,\"notice_days\":14,"
                                + "\"overlap_days\":14,\"appointment_required\":false}",
                        "FACILITATORS-2028",
                        "DATA-UPDATES-2028",
                        "COMPLAINTS-2028",
                        "GRADUATION-2028"));
    }

    @AfterEach
    void endOfPolicies() {
        PolicyExamples.end(new Rows(database));
    }

    /** The successor, who alone confirms the receipt. */
    @Override
    protected Caller callerOf(String operationId, List<String> roles) {
        return operationId.equals("confirmHandoverReceipt")
                ? Caller.named(successor, Roles.FACILITATOR, "*")
                : super.callerOf(operationId, roles);
    }

    private void rosters(Map<String, String> actual) {
        String file = InitialRosterFiles.sha256(nextDistrict.getBytes(StandardCharsets.UTF_8));
        actual.put(
                PREFIX + "2b4d6f8a0c02",
                Caller.officer()
                        .post("/initial-rosters", Map.of("area", nextDistrict, "sha256", file))
                        .statusCode(201)
                        .extract()
                        .path("roster_id"));
    }

    private static void numbersOfNewPeople(Map<String, String> actual) {
        for (String card : List.of("1771082501010001", "1771082501010011")) {
            actual.put(card, TestPeople.card());
        }
        for (String woman : List.of("1771084203850002", "1771084203850011")) {
            actual.put(woman, TestPeople.woman("1985-03-02"));
        }
        for (String girl : List.of("1771085005160003", "1771085005160004", "1771085005160012")) {
            actual.put(girl, TestPeople.woman("2016-05-10"));
        }
        for (String man : List.of("1771081506900003", "1771081506900004")) {
            actual.put(man, TestPeople.man("1990-06-15"));
        }
        actual.put("1771085507700007", TestPeople.woman("1970-07-15"));
    }
}
