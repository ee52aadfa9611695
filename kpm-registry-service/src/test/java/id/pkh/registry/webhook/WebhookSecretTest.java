package id.pkh.registry.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;

class WebhookSecretTest {

    /** The example of the standard. */
    @Test
    void signsAsThePublishedExample() {
        assertThat(
                        new WebhookSecret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
                                .signature(
                                        "msg_p5jXN8AQM9LWM0D4loKWxJek",
                                        1614265330,
                                        "{\"test\": 2432232314}"))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void aNewSecretHas256BitsAndIsNeverTheSame() {
        WebhookSecret made = WebhookSecret.make();

        assertThat(made.text()).startsWith("whsec_");
        assertThat(Base64.getDecoder().decode(made.text().substring(6))).hasSize(32);
        assertThat(made).isNotEqualTo(WebhookSecret.make());
        assertThat(made.toString()).isEqualTo("whsec_…");
    }
}
