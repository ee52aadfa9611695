package id.pkh.registry.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pkh.platform.web.Refused;
import id.pkh.testsupport.RuleTable;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForbiddenAddressesTest {

    private static final String PAGE = "webhooks.md";

    static List<List<String>> addresses() {
        return RuleTable.rows(PAGE, "address", "answer");
    }

    @Test
    void theRangesAreThoseOfThePage() {
        assertThat(ForbiddenAddresses.RANGES)
                .extracting(ForbiddenAddresses.Range::text)
                .containsExactlyElementsOf(
                        RuleTable.rows(PAGE, "range", "what it is").stream()
                                .map(row -> row.get(0))
                                .toList());
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void anAddressIsJudgedAsThePageSays(List<String> row) throws UnknownHostException {
        assertThat(ForbiddenAddresses.contain(InetAddress.getByName(row.get(0))))
                .isEqualTo(row.get(1).equals("nothing"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://hooks.example.go.id/x",
                "ftp://hooks.example.go.id/x",
                "https:///x",
                "https:hooks.example.go.id",
                "https://user:pass@hooks.example.go.id/",
                "https://hooks.example.go.id/#part",
                "https://hooks.example.go.id:0/",
                "https://hooks.example.go.id:70000/",
                "https://localhost/",
                "https://a.localhost/",
                "https://127.0.0.1/",
                "https://127.1/",
                "https://2130706433/",
                "https://0x7f000001/",
                "https://169.254.169.254/latest",
                "https://[::1]/",
                "https://[::ffff:10.0.0.1]/",
                "https://[fd00:ec2::254]/",
                "not an address"
            })
    void anAddressThatCannotBeAReceiverIsRefused(String url) {
        assertThatThrownBy(() -> ReceiverAddress.read(url, Set.of("receiver")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("WEBHOOK_URL_INVALID");
    }

    @ParameterizedTest
    @CsvSource({
        "https://hooks.example.go.id,         hooks.example.go.id, 443,  /",
        "https://hooks.example.go.id:8443/a?b=c, hooks.example.go.id, 8443, /a?b=c",
        "http://receiver:81/x,                receiver,            81,   /x",
        "http://receiver/x,                   receiver,            80,   /x",
        "https://[2606:4700::1111]/,          2606:4700::1111,     443,  /"
    })
    void anotherAddressIsReadInItsParts(String url, String host, int port, String target) {
        ReceiverAddress read = ReceiverAddress.read(url, Set.of("receiver"));

        assertThat(read.host()).isEqualTo(host);
        assertThat(read.port()).isEqualTo(port);
        assertThat(read.target()).isEqualTo(target);
    }
}
