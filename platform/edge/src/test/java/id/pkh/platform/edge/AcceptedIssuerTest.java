package id.pkh.platform.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AcceptedIssuerTest {

    private static final String ISSUER = "mp.jwt.verify.issuer";
    private static final String KEY = "mp.jwt.verify.publickey";
    private static final String KEYS_AT = "mp.jwt.verify.publickey.location";
    private static final String PROVIDER = "https://login.example.org/realms/pkh";

    @Test
    void without_an_issuer_nothing_starts() {
        assertThatThrownBy(() -> with(Map.of(KEYS_AT, "file:/keys")).requireUsable())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(ISSUER);
        assertThatThrownBy(() -> with(Map.of(ISSUER, " NONE ", KEY, "x")).requireUsable())
                .hasMessageContaining(ISSUER);
    }

    @Test
    void without_a_key_of_the_issuer_nothing_starts() {
        assertThatThrownBy(() -> with(Map.of(ISSUER, PROVIDER, KEY, "NONE")).requireUsable())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(KEYS_AT)
                .hasMessageContaining(PROVIDER);
    }

    @Test
    void the_local_issuer_has_to_be_allowed() {
        assertThatThrownBy(
                        () -> with(Map.of(ISSUER, AcceptedIssuer.LOCAL, KEY, "x")).requireUsable())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("PKH_LOCAL_ISSUER_ALLOWED=true");

        AcceptedIssuer allowed =
                with(
                        Map.of(
                                ISSUER,
                                AcceptedIssuer.LOCAL,
                                KEY,
                                "x",
                                AcceptedIssuer.ALLOWED,
                                "true"));
        assertThatCode(allowed::requireUsable).doesNotThrowAnyException();
        assertThat(allowed.isLocal()).isTrue();
    }

    @Test
    void a_provider_is_accepted_with_a_key_or_with_the_address_of_its_keys() {
        AcceptedIssuer provider = with(Map.of(ISSUER, PROVIDER, KEYS_AT, PROVIDER + "/certs"));

        assertThatCode(provider::requireUsable).doesNotThrowAnyException();
        assertThat(provider.isLocal()).isFalse();
        assertThat(provider.name()).isEqualTo(PROVIDER);
    }

    @Test
    void the_local_issuer_is_the_one_of_the_local_stack() {
        assertThat(AcceptedIssuer.LOCAL).isEqualTo(id.pkh.localstack.TokenIssuer.ISSUER);
    }

    private static AcceptedIssuer with(Map<String, String> settings) {
        return new AcceptedIssuer(
                new SmallRyeConfigBuilder()
                        .withDefaultValues(settings)
                        .addDefaultInterceptors()
                        .build());
    }
}
