package id.pkh.disbursement.snap.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** The vectors that were published for SNAP BI. */
class SnapSignatureTest {

    private static Properties published() throws IOException {
        Properties vector = new Properties();
        try (InputStream in =
                SnapSignatureTest.class.getResourceAsStream("/snap/published-vector.txt")) {
            vector.load(in);
        }
        return vector;
    }

    @Test
    void theRequestForATokenIsSignedAsPublished() throws IOException {
        assertThat(
                        SnapSignature.ofToken(
                                "G1234325-SNAP",
                                "2024-03-01T08:27:49.024Z",
                                published().getProperty("key")))
                .isEqualTo(published().getProperty("signature"));
    }

    @Test
    void aCallIsSignedAsPublished() {
        String body =
                "{\"partnerReferenceNo\":\"2020102900000000000001\",\"amount\":{\"value\":\"12345678.00\",\"currency\":\"IDR\"},"
                        + "\"feeAmount\":{\"value\":\"12345678.00\",\"currency\":\"IDR\"},\"merchantId\":\"00007100010926\","
                        + "\"terminalId\":\"213141251124\",\"validityPeriod\":\"2009-07-03T12:08:56-07:00\"}";

        assertThat(
                        SnapSignature.ofCall(
                                "POST",
                                "/v1.0/qr/qr-mpm-generate",
                                "myaccesstoken",
                                body,
                                "2024-03-05T10:37:16.196Z",
                                "myclientsecret"))
                .isEqualTo(
                        "wmzT7yjg1SxxCsxNsFgCR9SYXiZGGbceF6fV8xe97sAMHxZ+7OEBMIBmvb6Sj6GcksGp3iv77DiomgSbcST3XQ==");
    }

    @Test
    void whatIsNoKeyIsNotUsed() {
        assertThatThrownBy(() -> SnapSignature.ofToken("a", "b", "bm8ga2V5"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
