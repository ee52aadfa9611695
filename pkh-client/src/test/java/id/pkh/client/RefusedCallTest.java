package id.pkh.client;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.client.http.ApiException;
import org.junit.jupiter.api.Test;

class RefusedCallTest {

    @Test
    void aProblemDocumentBecomesACode() {
        RefusedCall refused =
                RefusedCall.of(
                        new ApiException(
                                409,
                                "createGroup call failed",
                                null,
                                """
                                {"code": "GROUP_ALREADY_FORMED", "status": 409, "detail": "Check the code.",
                                 "group_code": "17.71.08.1001-01"}
                                """));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("GROUP_ALREADY_FORMED");
        assertThat(refused.detail()).isEqualTo("Check the code.");
        assertThat(refused.member("group_code")).contains("17.71.08.1001-01");
        assertThat(refused.member("month")).isEmpty();
    }

    @Test
    void anAnswerOfAnotherServerHasNoCode() {
        RefusedCall refused =
                RefusedCall.of(new ApiException(502, "failed", null, "<html>Bad gateway</html>"));

        assertThat(refused.status()).isEqualTo(502);
        assertThat(refused.code()).isEqualTo(RefusedCall.NO_ANSWER);
    }
}
