package id.pkh.disbursement.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pkh.platform.settings.RenamedSettings;
import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DisbursementConfigTest {

    private static final String PREFIX = "pkh.disbursement.";

    @Test
    void durationsAndSizesAreWrittenWithTheirUnits() {
        DisbursementConfig config =
                configured(
                        file(
                                Map.of(
                                        PREFIX + "bank.answer.within", "48h",
                                        PREFIX + "bank.preparation.lease", "90s",
                                        PREFIX + "bank.report.max-size", "4M")));

        assertThat(config.bank().answerWithin()).isEqualTo(Duration.ofDays(2));
        assertThat(config.bank().lease()).isEqualTo(Duration.ofSeconds(90));
        assertThat(config.bank().reportMaxSize().asLongValue()).isEqualTo(4L * 1024 * 1024);
    }

    @Test
    void theDefaultsAreThoseOfTheFormerNames() {
        DisbursementConfig config = configured(file(Map.of()));

        assertThat(config.calculation().waitAtMost()).isEqualTo(Duration.ofSeconds(20));
        assertThat(config.registry().timeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(config.money().watchFor()).isEqualTo(Duration.ofDays(120));
        assertThat(config.bank().lease()).isEqualTo(Duration.ofSeconds(180));
        assertThat(config.bank().waitAtMost()).isEqualTo(Duration.ofSeconds(20));
        assertThat(config.bank().answerWithin()).isEqualTo(Duration.ofHours(72));
        assertThat(config.bank().reportMaxSize().asLongValue()).isEqualTo(2_000_000_000L);
        assertThat(config.bank().inboxSettle()).isEqualTo(Duration.ofSeconds(60));
        assertThat(config.bank().reportWait()).isEqualTo(Duration.ofMinutes(5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bank.answer.hours", "bank.report.max.bytes", "money.watch.days"})
    void aFormerNameInAFileIsRefused(String former) {
        assertThatThrownBy(() -> configured(file(Map.of(PREFIX + former, "48"))))
                .isInstanceOf(ConfigValidationException.class)
                .hasMessageContaining(PREFIX + former);
    }

    @Test
    void aFormerNameInTheEnvironmentIsRefusedWithThePresentName() {
        ConfigSource environment =
                new EnvConfigSource(Map.of("PKH_DISBURSEMENT_BANK_ANSWER_HOURS", "48"), 300);

        assertThatCode(() -> configured(environment))
                .as("the mapping alone does not look at the environment")
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> RenamedSettings.refuse(read(environment)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(
                        "pkh.disbursement.bank.answer.hours is now"
                                + " pkh.disbursement.bank.answer.within");
    }

    @Test
    void everyPresentNameIsOneOfTheMapping() {
        RenamedSettings.all().values().stream()
                .filter(name -> name.startsWith(PREFIX))
                .forEach(
                        name ->
                                assertThatCode(() -> configured(file(Map.of(name, "1"))))
                                        .as(name)
                                        .doesNotThrowAnyException());
    }

    private static ConfigSource file(Map<String, String> values) {
        return new PropertiesConfigSource(values, "file", 250);
    }

    private static DisbursementConfig configured(ConfigSource source) {
        return read(source).getConfigMapping(DisbursementConfig.class);
    }

    private static SmallRyeConfig read(ConfigSource source) {
        return new SmallRyeConfigBuilder()
                .withSources(source)
                .withConverter(Duration.class, 200, new DurationConverter())
                .withConverter(MemorySize.class, 200, new MemorySizeConverter())
                .withMapping(DisbursementConfig.class)
                .build();
    }
}
