package id.pkh.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class SecurityTextsTest {

    @Test
    void every_code_has_a_title_and_a_detail_in_both_languages() throws IOException {
        for (String bundle : new String[] {"refusals-security", "refusals-security_id"}) {
            Properties texts = new Properties();
            try (InputStream in = getClass().getResourceAsStream("/" + bundle + ".properties")) {
                texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            }
            for (String code : new SecurityRefusals().statuses().keySet()) {
                assertThat(texts.getProperty(code + ".title")).as(bundle + code).isNotBlank();
                assertThat(texts.getProperty(code + ".detail")).as(bundle + code).isNotBlank();
            }
        }
    }
}
