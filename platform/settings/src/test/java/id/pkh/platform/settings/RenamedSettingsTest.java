package id.pkh.platform.settings;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.junit.jupiter.api.Test;

class RenamedSettingsTest {

    @Test
    void a_former_name_in_the_environment_stops_the_start_and_names_the_present_one() {
        assertThatThrownBy(
                        () ->
                                RenamedSettings.refuse(
                                        configured(
                                                environment(
                                                        "PKH_TEST_PATIENCE_HOURS", "48",
                                                        "PKH_TEST_LARGEST_BYTES", ""))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("pkh.test.patience.hours is now pkh.test.patience")
                .hasMessageContaining("pkh.test.largest.bytes is now pkh.test.largest");
    }

    @Test
    void a_former_name_in_a_file_or_a_system_property_stops_the_start() {
        assertThatThrownBy(
                        () ->
                                RenamedSettings.refuse(
                                        configured(
                                                new PropertiesConfigSource(
                                                        Map.of("pkh.test.patience.hours", "48"),
                                                        "file",
                                                        250))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("pkh.test.patience.hours is now pkh.test.patience");
    }

    @Test
    void present_names_and_none_are_fine() {
        assertThatCode(() -> RenamedSettings.refuse(configured(environment())))
                .doesNotThrowAnyException();
        assertThatCode(
                        () ->
                                RenamedSettings.refuse(
                                        configured(
                                                environment(
                                                        "PKH_TEST_PATIENCE", "48h",
                                                        "PKH_TEST_LARGEST", "1M"))))
                .doesNotThrowAnyException();
    }

    private static ConfigSource environment(String... values) {
        Map<String, String> variables = new HashMap<>();
        for (int i = 0; i < values.length; i += 2) {
            variables.put(values[i], values[i + 1]);
        }
        return new EnvConfigSource(variables, 300);
    }

    private static SmallRyeConfig configured(ConfigSource source) {
        return new SmallRyeConfigBuilder().withSources(source).build();
    }
}
