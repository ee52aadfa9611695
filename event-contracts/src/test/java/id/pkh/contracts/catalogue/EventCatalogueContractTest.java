package id.pkh.contracts.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import id.pkh.contracts.Event;
import id.pkh.contracts.EventType;
import id.pkh.contracts.verification.LadderEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Record, schema, frozen sample, catalogue row and asyncapi.yaml of an event say the same. */
class EventCatalogueContractTest {

    private static final Path DOCS = Path.of("..", "docs");
    private static final Path CONTRACTS = Path.of("src/main/resources/contracts");
    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();
    private static final SchemaRegistry SCHEMAS =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7);

    static List<EventType<?>> events() {
        return EventCatalogue.ALL;
    }

    @ParameterizedTest
    @MethodSource("events")
    void theSampleIsTheRecordInBothDirections(EventType<?> event) throws IOException {
        JsonNode sample = JSON.readTree(sampleOf(event));
        Event read = JSON.treeToValue(sample, event.record());

        assertThat(JSON.readTree(JSON.writeValueAsString(read))).isEqualTo(sample);
        assertThat(EventCatalogue.of(read)).isSameAs(event);
        assertThat(event.keyOf(read)).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("events")
    void theSampleIsValidAgainstTheSchema(EventType<?> event) throws IOException {
        assertThat(schemaOf(event).validate(sampleOf(event), InputFormat.JSON)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("events")
    void theSchemaRefusesASampleWithoutOneOfItsRequiredFields(EventType<?> event)
            throws IOException {
        JsonNode schema = JSON.readTree(schemaTextOf(event));
        for (JsonNode required : schema.get("required")) {
            ObjectNode sample = (ObjectNode) JSON.readTree(sampleOf(event));
            sample.remove(required.asText());
            assertThat(schemaOf(event).validate(sample.toString(), InputFormat.JSON))
                    .as("%s without %s", event.type(), required.asText())
                    .isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("events")
    void theSchemaDescribesEveryFieldOfTheRecordAndNoOther(EventType<?> event) throws IOException {
        JsonNode schema = JSON.readTree(schemaTextOf(event));
        JsonNode sample = JSON.readTree(sampleOf(event));
        Set<String> described = new TreeSet<>();
        schema.get("properties").fieldNames().forEachRemaining(described::add);
        described.removeAll(FormerFields.of(event));
        Set<String> sampled = new TreeSet<>();
        sample.fieldNames().forEachRemaining(sampled::add);

        assertThat(described).isEqualTo(sampled);
        assertThat(described).contains("occurred_on", "recorded_at");
    }

    /** Readers of the topic find in the schema what an event of before can still carry. */
    @ParameterizedTest
    @MethodSource("events")
    void aFieldThatIsGoneStaysInTheSchemaAsDeprecated(EventType<?> event) throws IOException {
        JsonNode schema = JSON.readTree(schemaTextOf(event));
        Set<String> deprecated = new TreeSet<>();
        schema.get("properties")
                .properties()
                .forEach(
                        field -> {
                            if (field.getValue().path("deprecated").asBoolean()) {
                                deprecated.add(field.getKey());
                            }
                        });

        assertThat(deprecated).isEqualTo(FormerFields.of(event));
    }

    @ParameterizedTest
    @MethodSource("events")
    void anEventOfBeforeIsReadWithoutTheFieldsThatAreGone(EventType<?> event) throws IOException {
        Path former = CONTRACTS.resolve("former-samples").resolve(event.type() + ".json");
        assertThat(Files.exists(former)).isEqualTo(!FormerFields.of(event).isEmpty());
        if (FormerFields.of(event).isEmpty()) {
            return;
        }
        String sample = Files.readString(former);
        assertThat(schemaOf(event).validate(sample, InputFormat.JSON)).isEmpty();
        ObjectMapper consumer =
                JSON.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        JsonNode read =
                JSON.readTree(JSON.writeValueAsString(consumer.readValue(sample, event.record())));
        ObjectNode kept = (ObjectNode) JSON.readTree(sample);
        assertThat(fieldNames(kept)).containsAll(FormerFields.of(event));
        kept.remove(FormerFields.of(event));
        Set<String> addedSince = fieldNames(read);
        addedSince.removeAll(fieldNames(kept));
        addedSince.forEach(field -> assertThat(read.get(field).isNull()).as(field).isTrue());
        ((ObjectNode) read).remove(addedSince);
        assertThat(read).isEqualTo(kept);
    }

    /** What people type, or a bank states, stays in the service; codes and ids may be published. */
    @ParameterizedTest
    @MethodSource("events")
    void noSampleHasATextThatPeopleWrote(EventType<?> event) throws IOException {
        for (JsonNode value : JSON.readTree(sampleOf(event))) {
            if (value.isTextual()) {
                assertThat(value.asText()).matches("\\S+|Permensos 1/2018 art\\. 7");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("events")
    void noFieldCanCarryPersonalData(EventType<?> event) throws IOException {
        Set<String> forbidden =
                Set.of(
                        "nik",
                        "name",
                        "address",
                        "account",
                        "account_number",
                        "family_card_number",
                        "no_kk");
        assertThat(fieldNames(JSON.readTree(sampleOf(event))))
                .doesNotContainAnyElementsOf(forbidden);
    }

    @ParameterizedTest
    @MethodSource("events")
    void theTypeNamesItsContextAndTheRecord(EventType<?> event) {
        String name =
                event.record().getSimpleName().replaceAll("(?<!^)(?=[A-Z])", "-").toLowerCase();
        String context = event.record().getPackageName().replaceFirst(".*\\.", "");
        assertThat(event.type()).isEqualTo("id.pkh.%s.%s.v1", context, name);
        assertThat(event.topic()).startsWith("pkh." + context + ".").endsWith(".v1");
    }

    @Test
    void theCatalogueHasOneRowAnEvent() throws IOException {
        Set<String> rows =
                catalogueRows()
                        .map(m -> m.group(1) + " " + m.group(2) + " " + m.group(3))
                        .collect(Collectors.toCollection(TreeSet::new));
        Set<String> events =
                EventCatalogue.ALL.stream()
                        .map(e -> e.record().getSimpleName() + " " + e.type() + " " + e.topic())
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(rows).isEqualTo(events);
    }

    @ParameterizedTest
    @MethodSource("events")
    void theKeyIsTheFieldThatTheCatalogueNames(EventType<?> event) throws IOException {
        JsonNode sample = JSON.readTree(sampleOf(event));
        String field =
                catalogueRows()
                        .filter(row -> row.group(2).equals(event.type()))
                        .map(row -> row.group(4))
                        .findFirst()
                        .orElseThrow();

        assertThat(event.keyOf(JSON.treeToValue(sample, event.record())))
                .isEqualTo(sample.get(field).asText());
    }

    @Test
    void anEventOutsideTheCatalogueHasNoType() {
        record Unlisted(LocalDate occurredOn, Instant recordedAt) implements Event {}

        assertThatThrownBy(() -> EventCatalogue.of(new Unlisted(null, null)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theStepsOfTheLadderShareATypeAndATopic() {
        Set<EventType<?>> steps = EventCatalogue.carrying(LadderEvent.class);

        assertThat(steps)
                .containsExactlyInAnyOrder(
                        EventCatalogue.REMINDER_ISSUED,
                        EventCatalogue.REMINDER_WITHDRAWN,
                        EventCatalogue.SUSPENSION_WARNING_ISSUED,
                        EventCatalogue.SUSPENSION_WARNING_WITHDRAWN,
                        EventCatalogue.SUSPENSION_PROPOSED,
                        EventCatalogue.SUSPENSION_PROPOSAL_WITHDRAWN,
                        EventCatalogue.TERMINATION_PROPOSED,
                        EventCatalogue.TERMINATION_PROPOSAL_WITHDRAWN);
        assertThat(steps).extracting(EventType::topic).containsOnly("pkh.verification.sanction.v1");
    }

    @Test
    void thereIsASchemaAndASampleForEveryEventAndForNothingElse() throws IOException {
        Set<String> expected =
                EventCatalogue.ALL.stream()
                        .map(e -> e.type() + ".json")
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(filesIn("schemas")).isEqualTo(expected);
        assertThat(filesIn("samples")).isEqualTo(expected);
    }

    @Test
    void asyncapiIsValidAgainstTheSpecification() throws IOException {
        Schema specification =
                SCHEMAS.getSchema(
                        Files.readString(Path.of("src/test/resources/asyncapi/3.0.0.json")),
                        InputFormat.JSON);
        assertThat(specification.validate(asyncapi().toString(), InputFormat.JSON)).isEmpty();
    }

    @Test
    void theSpecificationRefusesADocumentThatIsNotOne() throws IOException {
        Schema specification =
                SCHEMAS.getSchema(
                        Files.readString(Path.of("src/test/resources/asyncapi/3.0.0.json")),
                        InputFormat.JSON);
        String broken =
                asyncapi().toString().replace("\"action\":\"send\"", "\"action\":\"shout\"");
        assertThat(specification.validate(broken, InputFormat.JSON)).isNotEmpty();
    }

    @Test
    void asyncapiHasExactlyTheEventsAndTheirTopics() throws IOException {
        Set<String> described = new TreeSet<>();
        for (JsonNode channel : asyncapi().get("channels")) {
            String address = channel.get("address").asText();
            if (!address.endsWith(".dlq")) {
                channel.get("messages")
                        .fieldNames()
                        .forEachRemaining(name -> described.add(name + " " + address));
            }
        }
        assertThat(described)
                .isEqualTo(
                        EventCatalogue.ALL.stream()
                                .map(e -> e.record().getSimpleName() + " " + e.topic())
                                .collect(Collectors.toCollection(TreeSet::new)));
        for (EventType<?> event : EventCatalogue.ALL) {
            JsonNode message =
                    asyncapi().at("/components/messages/" + event.record().getSimpleName());
            assertThat(message.get("name").asText()).isEqualTo(event.type());
            assertThat(DOCS.resolve(message.at("/payload/schema/$ref").asText())).isRegularFile();
        }
    }

    @Test
    void theTopicsThatAreCreatedAreThoseOfAsyncapi() throws IOException {
        Set<String> created =
                Files.readAllLines(Path.of("src/main/resources/META-INF/pkh/topics.txt")).stream()
                        .filter(line -> !line.startsWith("#") && !line.isBlank())
                        .map(line -> line.split(" ")[0])
                        .collect(Collectors.toCollection(TreeSet::new));
        Set<String> described = new TreeSet<>();
        asyncapi().get("channels").forEach(c -> described.add(c.get("address").asText()));
        assertThat(created).isEqualTo(described);
    }

    /** Groups: event, type, topic, key. */
    private static Stream<MatchResult> catalogueRows() throws IOException {
        Pattern row =
                Pattern.compile(
                        "\\| `(\\w+)` \\| `(id\\.pkh[^`]+)` \\| `(pkh[^`]+)` \\| `(\\w+)` \\|.*");
        return Files.readAllLines(DOCS.resolve("event-catalogue.md")).stream()
                .map(row::matcher)
                .filter(Matcher::matches)
                .map(Matcher::toMatchResult);
    }

    private static JsonNode asyncapi() throws IOException {
        return new ObjectMapper(new YAMLFactory()).readTree(DOCS.resolve("asyncapi.yaml").toFile());
    }

    private static Schema schemaOf(EventType<?> event) throws IOException {
        return SCHEMAS.getSchema(schemaTextOf(event), InputFormat.JSON);
    }

    private static String schemaTextOf(EventType<?> event) throws IOException {
        return Files.readString(CONTRACTS.resolve("schemas").resolve(event.type() + ".json"));
    }

    private static String sampleOf(EventType<?> event) throws IOException {
        return Files.readString(
                CONTRACTS.resolve("samples").resolve(event.type() + ".json"),
                StandardCharsets.UTF_8);
    }

    private static Set<String> filesIn(String folder) throws IOException {
        try (Stream<Path> files = Files.list(CONTRACTS.resolve(folder))) {
            return files.map(f -> f.getFileName().toString())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Set<String> fieldNames(JsonNode node) {
        Set<String> names = new TreeSet<>();
        node.fieldNames().forEachRemaining(names::add);
        for (JsonNode child : node) {
            names.addAll(fieldNames(child));
        }
        return names;
    }
}
