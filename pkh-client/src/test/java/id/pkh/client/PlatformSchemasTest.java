package id.pkh.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What the platform gives every service is one package of the client. */
class PlatformSchemasTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> SERVICES =
            List.of("kpm-registry", "meeting", "verification", "disbursement");

    @Test
    void theServicesDescribeThemInTheSameWay() throws IOException {
        Map<String, JsonNode> first = new HashMap<>();
        for (String service : SERVICES) {
            schemasOf(service)
                    .fields()
                    .forEachRemaining(
                            schema -> {
                                if (isGenerated("platform", schema.getKey())) {
                                    JsonNode form = withoutNulls(schema.getValue());
                                    assertThat(first.computeIfAbsent(schema.getKey(), n -> form))
                                            .as(service + " " + schema.getKey())
                                            .isEqualTo(form);
                                }
                            });
        }
        assertThat(first).isNotEmpty();
    }

    @Test
    void everySchemaThatAllServicesHaveIsThere() throws IOException {
        Set<String> common = null;
        for (String service : SERVICES) {
            Set<String> names = new TreeSet<>();
            schemasOf(service).fieldNames().forEachRemaining(names::add);
            common = common == null ? names : common;
            common.retainAll(names);
        }
        assertThat(common).isNotEmpty().allMatch(name -> isGenerated("platform", name));
        assertThat(common).noneMatch(name -> isGenerated("meeting", name));
    }

    private static JsonNode schemasOf(String service) throws IOException {
        return JSON.readTree(Path.of("../docs/openapi/" + service + "-service.json").toFile())
                .path("components")
                .path("schemas");
    }

    private static boolean isGenerated(String area, String schema) {
        try {
            Class.forName("id.pkh.client." + area + ".model." + schema);
            return true;
        } catch (ClassNotFoundException absent) {
            return false;
        }
    }

    /** A class in Java is the same whether a field can be null or not. */
    private static JsonNode withoutNulls(JsonNode schema) {
        if (schema instanceof ObjectNode object) {
            object.remove("nullable");
            object.forEach(PlatformSchemasTest::withoutNulls);
        } else if (schema instanceof ArrayNode array) {
            array.forEach(PlatformSchemasTest::withoutNulls);
            for (int i = array.size() - 1; i >= 0; i--) {
                if (array.get(i).isNull()) {
                    array.remove(i);
                }
            }
        }
        return schema;
    }
}
