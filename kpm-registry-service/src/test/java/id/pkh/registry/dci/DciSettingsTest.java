package id.pkh.registry.dci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pkh.registry.RegistryConfig;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Senders are found in variables of the environment and in files, and unusable keys stop the start.
 */
class DciSettingsTest {

    private static RegistryConfig read(Map<String, String> variables, Map<String, String> file) {
        return new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 100, new DurationConverter())
                .withMapping(RegistryConfig.class)
                .withSources(new EnvConfigSource(variables, 300))
                .withSources(new PropertiesConfigSource(file, "senders.properties", 250))
                .build()
                .getConfigMapping(RegistryConfig.class);
    }

    @Test
    void aSenderWithAPlainNameIsReadFromVariables() {
        RegistryConfig config =
                read(
                        Map.of(
                                "PKH_REGISTRY_DCI_SENDERS_LOCAL_SUBJECT", "local-external-system",
                                "PKH_REGISTRY_DCI_SENDERS_LOCAL_CALLBACK_HOSTS",
                                        "localhost,127.0.0.1"),
                        Map.of());
        assertThat(config.dci().senders()).containsOnlyKeys("local");
        assertThat(config.dci().senders().get("local").callbackHosts())
                .hasValueSatisfying(hosts -> assertThat(hosts).contains("127.0.0.1"));
    }

    @Test
    void aSenderWithDotsIsReadFromAFile() {
        RegistryConfig config =
                read(
                        Map.of(),
                        Map.of(
                                "pkh.registry.dci.senders.\"spmis.example.org\".subject",
                                "system-spmis"));
        assertThat(config.dci().senders()).containsOnlyKeys("spmis.example.org");
    }

    @Test
    void withoutAKeyOrWithKeysThatCannotBeReadTheServiceDoesNotStart() {
        String subject = "pkh.registry.dci.senders.spmis.subject";
        RegistryConfig withoutKey = read(Map.of(), Map.of(subject, "system-spmis"));
        assertThatThrownBy(() -> new Senders(withoutKey, new OwnKey(withoutKey, false)))
                .hasMessageContaining(OwnKey.PROPERTY);
        RegistryConfig unreadable =
                read(
                        Map.of(),
                        Map.of(
                                subject,
                                "system-spmis",
                                "pkh.registry.dci.senders.spmis.keys.base64",
                                "bm90IGtleXM="));
        assertThatThrownBy(() -> new Senders(unreadable, new OwnKey(unreadable, true)))
                .hasMessageContaining("spmis")
                .hasMessageNotContaining("bm90IGtleXM");
        RegistryConfig publicOnly =
                read(
                        Map.of(),
                        Map.of(
                                OwnKey.PROPERTY,
                                "eyJrdHkiOiJPS1AiLCJraWQiOiJhIiwiY3J2IjoiRWQyNTUxOSIsIngiOiJZZkx2LXI5MXBRWmJaR2dRaXVKbG03ekZFY3l2ZnRGOFd2bHVKSFVULUdzIn0="));
        assertThatThrownBy(() -> new OwnKey(publicOnly, false))
                .hasMessageContaining(OwnKey.PROPERTY);
    }
}
