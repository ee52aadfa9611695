package id.pkh.console;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.console.support.OnStandIns;
import id.pkh.testsupport.log.CapturedLog;
import io.quarkus.test.junit.QuarkusTest;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is kept out of the log, whatever a library logs. */
@QuarkusTest
@OnStandIns
class LogComponentTest {

    private static final Logger LIBRARY = Logger.getLogger("org.example.library");

    @ParameterizedTest
    @ValueSource(strings = {"1771085203900001", "1771 0852 0390 0001", "17.71.08.520390.0001"})
    void aNumberOfSixteenDigitsIsMasked(String number) {
        try (CapturedLog log = CapturedLog.asConfigured()) {
            LIBRARY.errorf(new IllegalStateException("no " + number), "cannot read %s", number);

            assertThat(log.text())
                    .contains("cannot read ****************", "no ****************")
                    .doesNotContain(number);
        }
    }

    @Test
    void noMessageStartsALineOfItsOwn() {
        try (CapturedLog log = CapturedLog.asConfigured()) {
            LIBRARY.warn("x\n9999-01-01 FATAL forged");

            assertThat(log.text()).contains("x\\n9999-01-01").doesNotContain("\n9999");
        }
    }
}
