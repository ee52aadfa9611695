package id.pkh.district.story;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where the story is played, and with which data.
 *
 * @param services base address by service name: registry, meeting, verification, disbursement
 * @param tokens makes the bearer tokens of the persons
 * @param input folder with the district's files and its story.json
 * @param broker settings of a client of the broker, for counting the published events
 */
public record StoryConfig(
        Map<String, URI> services, TokenMinter tokens, Path input, Map<String, Object> broker) {

    public static final String REGISTRY = "registry";
    public static final String MEETING = "meeting";
    public static final String VERIFICATION = "verification";
    public static final String DISBURSEMENT = "disbursement";

    public StoryConfig {
        services = Map.copyOf(services);
        broker = Map.copyOf(broker);
    }

    /** With a broker that anyone may connect to. */
    public StoryConfig(
            Map<String, URI> services, TokenMinter tokens, Path input, String bootstrapServers) {
        this(services, tokens, input, Map.of("bootstrap.servers", bootstrapServers));
    }
}
