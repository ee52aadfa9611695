package id.pkh.disbursement.snap.client;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** The banks that can be asked through SNAP BI. None by default. */
@ConfigMapping(prefix = "pkh.disbursement.snap")
public interface SnapConfig {

    /** By the code of the bank. */
    Map<String, Bank> banks();

    /** How long a bank may take for one answer. */
    @WithDefault("10s")
    Duration timeout();

    /** What was agreed with a bank. */
    interface Bank {

        /** The address in front of {@code /v1.0/transfer/status}; https, unless it is local. */
        URI url();

        @WithName("client-id")
        String clientId();

        @WithName("client-secret")
        String clientSecret();

        /** PKCS#8 in Base64, without its first and last line. */
        @WithName("private-key-base64")
        String privateKeyBase64();

        @WithName("partner-id")
        String partnerId();

        @WithName("channel-id")
        String channelId();

        /** The service with which the bank pays: 17 within the bank, 18 to another one. */
        @WithName("service-code")
        @WithDefault("17")
        String serviceCode();
    }
}
