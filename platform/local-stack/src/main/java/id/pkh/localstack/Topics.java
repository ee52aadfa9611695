package id.pkh.localstack;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/** The topics that the modules on the class path declare in {@code META-INF/pkh/topics.txt}. */
public final class Topics {

    private static final String DECLARATION = "META-INF/pkh/topics.txt";
    private static final long CREATION_LIMIT_SECONDS = 60;

    /** A line of a declaration: {@code name partitions cleanup}. */
    public record Topic(String name, int partitions, String cleanup) {

        static Topic parse(String line) {
            String[] words = line.strip().split("\\s+");
            if (words.length != 3) {
                throw new IllegalArgumentException(
                        "expected 'name partitions cleanup' in " + DECLARATION + ": " + line);
            }
            return new Topic(words[0], Integer.parseInt(words[1]), words[2]);
        }
    }

    private Topics() {}

    /** All declared topics, each once. */
    public static List<Topic> declared() {
        Set<URL> sources = new LinkedHashSet<>();
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        for (ClassLoader loader :
                new ClassLoader[] {
                    context, Topics.class.getClassLoader(), ClassLoader.getSystemClassLoader()
                }) {
            if (loader != null) {
                sources.addAll(resources(loader));
            }
        }
        Map<String, Topic> byName = new LinkedHashMap<>();
        sources.forEach(source -> parse(source).forEach(t -> byName.putIfAbsent(t.name(), t)));
        return List.copyOf(byName.values());
    }

    private static List<URL> resources(ClassLoader loader) {
        try {
            return Collections.list(loader.getResources(DECLARATION));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Topic> parse(URL source) {
        try (var reader =
                new BufferedReader(
                        new InputStreamReader(source.openStream(), StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Topic::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + source, e);
        }
    }

    /** Creates the topics that do not exist yet. */
    static void create(Admin admin, Collection<Topic> topics) {
        Set<NewTopic> wanted =
                topics.stream()
                        .map(
                                topic ->
                                        new NewTopic(topic.name(), topic.partitions(), (short) 1)
                                                .configs(
                                                        Map.of(
                                                                TopicConfig.CLEANUP_POLICY_CONFIG,
                                                                topic.cleanup())))
                        .collect(Collectors.toSet());
        admin.createTopics(wanted)
                .values()
                .forEach(
                        (name, creation) -> {
                            try {
                                creation.get(CREATION_LIMIT_SECONDS, TimeUnit.SECONDS);
                            } catch (ExecutionException e) {
                                if (!(e.getCause() instanceof TopicExistsException)) {
                                    throw new IllegalStateException(
                                            "cannot create topic " + name, e.getCause());
                                }
                            } catch (TimeoutException e) {
                                throw new IllegalStateException(
                                        "topic " + name + " was not created in time", e);
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                                throw new IllegalStateException("interrupted", e);
                            }
                        });
    }
}
