package id.pkh.registry.dci;

import static id.pkh.registry.dci.DciClient.SCOPES;
import static id.pkh.registry.dci.DciClient.byNumber;
import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.registry.dci.DciClient.Got;
import id.pkh.registry.family.domain.Measure;
import id.pkh.registry.support.TestPeople;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** What is special in the integrated beneficiary registry. */
@QuarkusTest
class DciBeneficiaryComponentTest extends DciFamiliesTest {

    private static final String FIRST = "/message/search_response/0";
    private static final String RECORD = FIRST + "/data/reg_records/0";
    private static final DciClient SOCIAL = DciClient.of("social", SCOPES);
    private static final DciClient IBR = DciClient.of("ibr", SCOPES);

    @Test
    void aBeneficiaryHasTheStatusOfTheCodeListAndACandidateIsNone() {
        Known family = active();
        assertThat(IBR.searchNow(byNumber("UIN", family.pupil())).at(RECORD + "/enrolment_status"))
                .isEqualTo("1");
        leaves(family.kpm(), Measure.SUSPEND);
        Got suspended = IBR.searchNow(byNumber("UIN", family.pupil()));
        assertThat(suspended.at(FIRST + "/data/reg_record_type")).isEqualTo("Beneficiary");
        assertThat(suspended.at(RECORD + "/enrolment_status")).isEqualTo("4");
        assertThat(suspended.at(RECORD + "/enrolment_date")).isEqualTo("2025-01-01T00:00:00+07:00");
        assertThat(suspended.at(RECORD + "/programme_identifier/0/programme_identifier"))
                .isEqualTo("PKH");
        assertThat(suspended.json().at(RECORD + "/benefits").isMissingNode()).isTrue();
        assertThat(
                        IBR.searchNow(byNumber("UIN", family(VILLAGE).nik()))
                                .json()
                                .at(FIRST + "/data/reg_records"))
                .isEmpty();
    }

    @Test
    void whetherAPersonIsEnrolledIsYesOrNo() {
        Known family = active();
        assertThat(enrolled(family.nik())).isEqualTo("yes");
        leaves(family.kpm(), Measure.SUSPEND);
        assertThat(enrolled(family.nik())).isEqualTo("yes");
        Known left = active();
        leaves(left.kpm(), Measure.MOVE);
        assertThat(enrolled(left.nik())).isEqualTo("no");
        assertThat(enrolled(TestPeople.woman("1985-03-02"))).isEqualTo("no");

        String other = criteria(family.nik()).replace("\"PKH\"", "\"DCI001\"");
        assertThat(IBR.sendWrong("sync/enrolled", IBR.envelope("search", 1, other)).status())
                .isEqualTo(400);
        String noPurpose = criteria(family.nik()).replace("a claim", " ");
        assertThat(IBR.sendWrong("sync/enrolled", IBR.envelope("search", 1, noPurpose)).error())
                .isEqualTo("err.request.bad");
        assertThat(
                        SOCIAL.sendWrong(
                                        "sync/enrolled",
                                        SOCIAL.envelope("search", 1, criteria(family.nik())))
                                .error())
                .isEqualTo("err.request.not_found");
    }

    private static String criteria(String nik) {
        return """
               {"transaction_id": "t-1", "enrolled_criteria": {"query_type": "expression",
                "response_entity": "Member", "authorize": {"purpose": {"text": "a claim"}},
                "query": {"person_identifier": {"eq": "%s"},
                  "programme_identifier.program.programme_identifier": {"eq": "PKH"}}}}"""
                .formatted(nik);
    }

    private static String enrolled(String nik) {
        return IBR.send("sync/enrolled", IBR.envelope("search", 1, criteria(nik)))
                .at("/message/enrolled_response/0/enrolled_status");
    }
}
