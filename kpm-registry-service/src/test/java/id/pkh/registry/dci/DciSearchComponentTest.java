package id.pkh.registry.dci;

import static id.pkh.registry.dci.DciClient.SCOPES;
import static id.pkh.registry.dci.DciClient.byNumber;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import id.pkh.localstack.TestTokens;
import id.pkh.platform.security.Roles;
import id.pkh.registry.dci.DciClient.Got;
import id.pkh.registry.support.TestPeople;
import id.pkh.testsupport.rest.Caller;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Searches, by a client of another make, against the document. */
@QuarkusTest
class DciSearchComponentTest extends DciFamiliesTest {

    private static final String FIRST = "/message/search_response/0";
    private static final String RECORD = FIRST + "/data/reg_records/0";
    private static final DciClient SOCIAL = DciClient.of("social", SCOPES);

    @ParameterizedTest
    @ValueSource(strings = {"UIN", "NIN", "spdci-common:IdentifierType:NIK"})
    void aPersonIsFoundByNumberAndShownMasked(String type) {
        Known family = active();
        Got got = SOCIAL.searchNow(byNumber(type, family.nik()));

        assertThat(got.status()).isEqualTo(200);
        assertThat(got.at("/header/action")).isEqualTo("on-search");
        assertThat(got.at("/header/status")).isEqualTo("succ");
        assertThat(got.at("/header/receiver_id")).isEqualTo("test-client");
        assertThat(got.at(FIRST + "/status")).isEqualTo("succ");
        assertThat(got.at(FIRST + "/data/reg_record_type")).isEqualTo("Member");
        assertThat(got.at(RECORD + "/member_identifier/0/identifier_value"))
                .isEqualTo(memberOf(family.nik()).toString());
        assertThat(got.at(RECORD + "/demographic_info/identifier/0/identifier_value"))
                .isEqualTo("*".repeat(12) + family.nik().substring(12));
        assertThat(got.json().at(RECORD + "/demographic_info/name").isMissingNode()).isTrue();
        assertThat(got.json().at(RECORD + "/demographic_info/birth_date").isMissingNode()).isTrue();
        assertThat(got.text()).doesNotContain("Aminah").doesNotContain(family.nik());
    }

    @Test
    void namesAndNumbersNeedAScopeAndAreLoggedWithThePurpose() {
        Known family = active();
        Got got =
                DciClient.of("social", SCOPES + " dci.identities")
                        .searchNow(
                                byNumber("HOUSEHOLD_ID", family.card())
                                        + ", \"response_entity\": \"Group\"");

        assertThat(got.at(RECORD + "/group_identifier/1/identifier_value"))
                .isEqualTo(family.card());
        assertThat(got.at(RECORD + "/group_size")).isEqualTo("2");
        assertThat(got.at(RECORD + "/group_head_info/demographic_info/name/given_name"))
                .isEqualTo("Siti Aminah");
        assertThat(
                        got.at(
                                RECORD
                                        + "/group_head_info/demographic_info/identifier/0/identifier_value"))
                .isEqualTo(family.nik());
        Caller.auditor()
                .get("/read-log?subject_kind=kpm&subject_id=" + family.kpm())
                .statusCode(200)
                .body("items[0].reader", equalTo("system-dci"))
                .body("items[0].purpose", equalTo("a claim at the desk"))
                .body("items[0].fields", equalTo("names,nik,family_card"))
                .body("items[1].fields", equalTo("look_up:family_card"));
    }

    @Test
    void theThreeQueryTypesFindTheSame() {
        Known family = active();
        String member = memberOf(family.nik()).toString();
        Got got =
                SOCIAL.searchNow(
                        byNumber("MEMBER_ID", member),
                        """
                        "query_type": "predicate",
                        "query": [{"seq_num": 1,
                          "expression1": {"attribute_name": "UIN", "operator": "eq", "attribute_value": "%s"},
                          "condition": "and",
                          "expression2": {"attribute_name": "location", "operator": "eq", "attribute_value": "%s"}}],
                        "consent": {"purpose": {"code": "CLAIM"}}"""
                                .formatted(family.nik(), VILLAGE),
                        """
                        "query_type": "expression",
                        "query": {"type": "ns:org:QueryType:expression", "value": {"expression": {
                          "collection": "Member",
                          "query": {"$and": [{"UIN": {"$eq": "%s"}}, {"enrolment_status": {"$in": ["1", "4"]}}]}}}},
                        "authorize": {"purpose": {"text": "a claim"}}"""
                                .formatted(family.nik()));

        JsonNode responses = got.json().at("/message/search_response");
        assertThat(responses).hasSize(3);
        for (JsonNode response : responses) {
            assertThat(response.path("status").asText()).isEqualTo("succ");
            assertThat(
                            response.at("/data/reg_records/0/member_identifier/0/identifier_value")
                                    .asText())
                    .isEqualTo(member);
            assertThat(response.at("/pagination/total_count").asInt()).isEqualTo(1);
        }
    }

    @Test
    void aQueryThatIsNotAnsweredIsRejectedAndTheOthersAreAnswered() {
        Known family = active();
        Got got =
                SOCIAL.searchNow(
                        byNumber("UIN", family.nik()),
                        """
                        "query_type": "predicate",
                        "query": [{"expression1": {"attribute_name": "age", "operator": "lt", "attribute_value": "25"},
                          "condition": "or",
                          "expression2": {"attribute_name": "poverty_score", "operator": "lt", "attribute_value": "2.5"}}]""",
                        byNumber("MOBILE", "08123456789"),
                        byNumber("UIN", family.nik())
                                + ", \"reg_type\": \"ns:org:RegistryType:Farmer\"",
                        byNumber("UIN", family.nik()) + ", \"reg_record_type\": \"Farmer\"",
                        "\"query_type\": \"idtype-value\", \"query\": {\"type\": \"UIN\", \"value\": \"%s\"}"
                                .formatted(family.nik()),
                        byNumber("UIN", family.nik())
                                .replace("a claim at the desk", "1771082501010021"));

        assertThat(got.at("/header/status")).isEqualTo("succ");
        JsonNode responses = got.json().at("/message/search_response");
        assertThat(responses.get(0).path("status").asText()).isEqualTo("succ");
        for (int i = 1; i < responses.size(); i++) {
            assertThat(responses.get(i).path("status").asText()).as("%s", i).isEqualTo("rjct");
            assertThat(responses.get(i).path("status_reason_code").asText())
                    .isEqualTo("rjct.search_criteria.invalid");
            assertThat(responses.get(i).has("data")).isFalse();
        }
        assertThat(got.text()).doesNotContain("08123456789");
    }

    @Test
    void onlyRejectedRequestsMakeARejectedAnswerAndAReferenceCountsOnce() {
        Got rejected = SOCIAL.searchNow(byNumber("MOBILE", "1"));
        assertThat(rejected.at("/header/status")).isEqualTo("rjct");

        String request = DciClient.request("one", byNumber("UIN", TestPeople.woman("1985-03-02")));
        Got twice =
                SOCIAL.send(
                        "sync/search",
                        SOCIAL.envelope("search", 2, DciClient.search(request, request)));
        assertThat(twice.at(FIRST + "/status")).isEqualTo("succ");
        assertThat(twice.at("/message/search_response/1/status_reason_code"))
                .isEqualTo("rjct.reference_id.duplicate");
    }

    @Test
    void whatDoesNotExistAndWhatIsElsewhereAreAnsweredAlike() {
        Known family = active();
        DciClient elsewhere = DciClient.of("social", SCOPES, "17.71.08.1001");
        for (Got got :
                List.of(
                        elsewhere.searchNow(byNumber("UIN", family.nik())),
                        elsewhere.searchNow(byNumber("KPM_ID", family.kpm().toString())),
                        SOCIAL.searchNow(byNumber("UIN", TestPeople.woman("1985-03-02"))),
                        SOCIAL.searchNow(byNumber("UIN", "TEST-001")))) {
            assertThat(got.at(FIRST + "/status")).isEqualTo("succ");
            assertThat(got.json().at(FIRST + "/data/reg_records")).isEmpty();
            assertThat(got.at(FIRST + "/pagination/total_count")).isEqualTo("0");
        }
    }

    @Test
    void familiesOfAVillageAreListedByPage() {
        String village = "17.71.08.1004";
        for (int i = 0; i < 3; i++) {
            family(village);
        }
        String list =
                """
                "query_type": "idtype-value", "query": {"type": "location", "value": "%s"},
                "sort": [{"attribute_name": "kpm_id", "sort_order": "desc"}],
                "pagination": {"page_size": 2, "page_number": %d}""";
        Got first = SOCIAL.searchNow(list.formatted(village, 1));
        Got last = SOCIAL.searchNow(list.formatted(village, 2));

        int total = first.json().at(FIRST + "/pagination/total_count").asInt();
        assertThat(total).isGreaterThanOrEqualTo(3);
        assertThat(first.json().at(FIRST + "/data/reg_records")).hasSize(2);
        assertThat(first.at(FIRST + "/data/reg_record_type")).isEqualTo("Group");
        assertThat(first.at(RECORD + "/@id")).isGreaterThan(last.at(RECORD + "/@id"));
        assertThat(SOCIAL.searchNow(list.formatted("17.71", 1)).at(FIRST + "/status_reason_code"))
                .isEqualTo("rjct.search_criteria.invalid");
        assertThat(
                        SOCIAL.searchNow(list.formatted(village, 1).replace("kpm_id", "income"))
                                .at(FIRST + "/status_reason_code"))
                .isEqualTo("rjct.sort.invalid");
        assertThat(
                        SOCIAL.searchNow(
                                        list.formatted(village, 1)
                                                .replace("\"page_size\": 2", "\"page_size\": 201"))
                                .at(FIRST + "/status_reason_code"))
                .isEqualTo("rjct.pagination.invalid");
        assertThat(
                        SOCIAL.searchNow(
                                        list.formatted(village, 1)
                                                + ", \"response_entity\": \"Member\"")
                                .at(FIRST + "/status_reason_code"))
                .isEqualTo("rjct.search_criteria.invalid");
    }

    /** As the realm of Keycloak writes them. */
    @Test
    void scopesMayBeAListInAClaimOfTheirOwn() {
        String token =
                TestTokens.withClaims(
                        List.of(Roles.EXTERNAL_SYSTEM),
                        Map.of(
                                "sub", "\"system-dci\"",
                                "scopes", "[\"dci.social\", \"families.look-up\"]"));
        Got got =
                DciClient.withToken("social", token)
                        .searchNow(byNumber("UIN", TestPeople.woman("1985-03-02")));
        assertThat(got.status()).isEqualTo(200);
    }
}
