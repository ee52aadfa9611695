package id.pkh.disbursement.batch.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pkh.disbursement.BankComponentTest;
import id.pkh.disbursement.batch.client.RegistryPayees.Question;
import id.pkh.disbursement.support.StubRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import jakarta.inject.Inject;
import jakarta.ws.rs.ProcessingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The call of a registry whose certificate an authority of the ministry has signed. */
@QuarkusTest
class EncryptedCallComponentTest extends BankComponentTest {

    @Inject TlsConfigurationRegistry tls;

    private static byte[] asked(Optional<TlsConfiguration> authorities, UUID family) {
        return HttpPayeeDirectory.client(
                        StubRegistry.encrypted(), Duration.ofSeconds(10), authorities)
                .reveal(
                        "Bearer a-token",
                        null,
                        null,
                        new Question(List.of(family), "payment batch"));
    }

    @Test
    void theTrustStoreForCallsOfServicesIsUsed() {
        UUID family = UUID.randomUUID();
        StubRegistry.knows(family, "BRI", "SITI CONTOH", "001234567890123");

        assertThat(new String(asked(tls.get("services"), family), StandardCharsets.UTF_8))
                .contains(family.toString(), "001234567890123");
        assertThat(StubRegistry.calls()).isEqualTo(1);
    }

    @Test
    void aRegistryThatNoKnownAuthorityVouchesForIsNotCalled() {
        assertThatThrownBy(() -> asked(Optional.empty(), UUID.randomUUID()))
                .isInstanceOf(ProcessingException.class);
        assertThat(StubRegistry.calls()).isZero();
    }
}
