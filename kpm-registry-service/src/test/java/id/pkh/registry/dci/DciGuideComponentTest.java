package id.pkh.registry.dci;

import static id.pkh.registry.dci.DciClient.SCOPES;
import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.registry.RegistryComponentTest;
import id.pkh.registry.dci.DciClient.Got;
import id.pkh.registry.support.Api;
import id.pkh.registry.support.Rows;
import id.pkh.registry.support.TestPeople;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The messages of docs/dci.md are accepted, by the document of the standard and by the service. */
@QuarkusTest
class DciGuideComponentTest extends RegistryComponentTest {

    private static final Pattern MESSAGE = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL);

    private static List<String> messages() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "dci.md"));
        List<String> messages = new ArrayList<>();
        Matcher found = MESSAGE.matcher(page);
        while (found.find()) {
            messages.add(found.group(1));
        }
        return messages;
    }

    /** As another sender would send it now. */
    private static String sentNow(String message, String nik) {
        return message.replaceFirst(
                        "\"message_id\": \"[^\"]+", "\"message_id\": \"" + UUID.randomUUID())
                .replaceFirst("\"message_ts\": \"[^\"]+", "\"message_ts\": \"" + Instant.now())
                .replace("spmis.example.org\",", "test-client\",")
                .replace(
                        "https://spmis.example.org/registry/on-subscribe",
                        "http://localhost:1/registry/on-subscribe")
                .replace("1771084203850001", nik);
    }

    @Test
    void everyMessageOfTheGuideIsAnswered() throws IOException {
        DciClient social = DciClient.of("social", SCOPES);
        DciClient ibr = DciClient.of("ibr", SCOPES);
        String nik = TestPeople.woman("1985-03-02");
        Api.importing("families", Rows.families().family(TestPeople.card(), nik)).statusCode(201);
        List<String> messages = messages().stream().map(each -> sentNow(each, nik)).toList();
        assertThat(messages).hasSize(6);

        Got search = social.send("sync/search", messages.get(0));
        assertThat(search.at("/message/search_response/0/data/reg_records/0/@type"))
                .isEqualTo("Group");
        Got list = ibr.send("sync/search", messages.get(1));
        assertThat(list.at("/message/search_response/0/data/reg_record_type"))
                .isEqualTo("Beneficiary");
        Got status = social.send("sync/txn/status", messages.get(2));
        assertThat(status.at("/message/txnstatus_response/txn_status/search_response/0/status"))
                .isEqualTo("succ");
        Got enrolled = ibr.send("sync/enrolled", messages.get(3));
        assertThat(enrolled.at("/message/enrolled_response/0/enrolled_status")).isEqualTo("yes");
        Got updates =
                DciClient.of("ibr", SCOPES + " dci.enrolments")
                        .send("sync/enrollment/updates", messages.get(4));
        assertThat(updates.at("/message/enrolled_response/0/status")).isEqualTo("succ");
        Got subscribe = social.send("subscribe", messages.get(5));
        assertThat(subscribe.at("/message/ack_status")).isEqualTo("ACK");
    }
}
