package id.pkh.disbursement.snap.client;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnapSettingsTest {

    private record Agreed(URI url, String privateKeyBase64) implements SnapConfig.Bank {

        @Override
        public String clientId() {
            return "PKH";
        }

        @Override
        public String clientSecret() {
            return "secret";
        }

        @Override
        public String partnerId() {
            return "PKH";
        }

        @Override
        public String channelId() {
            return "95221";
        }

        @Override
        public String serviceCode() {
            return "17";
        }
    }

    private static String key() throws NoSuchAlgorithmException {
        return Base64.getEncoder()
                .encodeToString(
                        KeyPairGenerator.getInstance("RSA")
                                .generateKeyPair()
                                .getPrivate()
                                .getEncoded());
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://snap.example.org", "http://localhost:8080/snap"})
    void anEncryptedOrLocalAddressIsUsed(String url) throws NoSuchAlgorithmException {
        Agreed agreed = new Agreed(URI.create(url), key());

        assertThatCode(() -> SnapClient.requireUsable("BRI", agreed)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://snap.example.org", "ftp://localhost", "snap.example.org"})
    void anyOtherAddressStopsTheStart(String url) throws NoSuchAlgorithmException {
        Agreed agreed = new Agreed(URI.create(url), key());

        assertThatThrownBy(() -> SnapClient.requireUsable("BRI", agreed))
                .hasMessageContaining("needs https");
    }

    @Test
    void whatIsNoKeyStopsTheStart() {
        Agreed agreed = new Agreed(URI.create("https://snap.example.org"), "bm8ga2V5");

        assertThatThrownBy(() -> SnapClient.requireUsable("BRI", agreed))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
