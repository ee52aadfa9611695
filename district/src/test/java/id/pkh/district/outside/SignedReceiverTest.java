package id.pkh.district.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The request and its signature are those that the standard publishes. */
class SignedReceiverTest {

    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final String TIME = "1614265330";
    private static final String BODY = "{\"test\": 2432232314}";
    private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

    private final SignedReceiver receiver = new SignedReceiver();

    SignedReceiverTest() {
        receiver.trust("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    }

    @AfterEach
    void stop() {
        receiver.close();
    }

    @Test
    void whatTheStandardSignsIsTaken() throws IOException {
        assertThat(receiver.take(ID, TIME, SIGNATURE, BODY)).isTrue();
        assertThat(receiver.timestamps()).containsExactly(TIME);
    }

    @Test
    void oneOfSeveralSignaturesIsEnough() throws IOException {
        assertThat(receiver.take(ID, TIME, "v1,AAAA v1a,x " + SIGNATURE, BODY)).isTrue();
    }

    @Test
    void whatIsNotSignedIsRefused() throws IOException {
        assertThat(receiver.take(ID, TIME, SIGNATURE, BODY + " ")).isFalse();
        assertThat(receiver.take(ID, "1614265331", SIGNATURE, BODY)).isFalse();
        assertThat(receiver.take("msg_other", TIME, SIGNATURE, BODY)).isFalse();
        assertThat(receiver.take(ID, TIME, "v1,no base64", BODY)).isFalse();
        assertThat(receiver.take(ID, TIME, null, BODY)).isFalse();
        assertThat(receiver.refused()).isEqualTo(5);
        assertThat(receiver.events()).isEmpty();
    }

    @Test
    void nothingIsTakenBeforeASecretIsKnown() throws IOException {
        try (SignedReceiver other = new SignedReceiver()) {
            assertThat(other.take(ID, TIME, SIGNATURE, BODY)).isFalse();
        }
    }

    @Test
    void anEventIsStoredOnce() throws IOException {
        assertThat(receiver.take(ID, TIME, SIGNATURE, BODY)).isTrue();
        assertThat(receiver.take(ID, TIME, SIGNATURE, BODY)).isTrue();
        assertThat(receiver.events()).hasSize(1);
    }
}
