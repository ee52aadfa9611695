package id.pkh.systemtests;

import id.pkh.localstack.LocalKafka;
import id.pkh.testsupport.events.TopicReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Looks for NIKs, family-card and account numbers of a district in what everybody may read: the
 * records of every topic and the logs. It tells where it found one, never which.
 */
final class Leaks {

    /** A NIK and a family-card number have 16 digits; an account has ten at least. */
    private static final Pattern NUMBER =
            Pattern.compile("(?<![0-9A-Za-z-])[0-9]{10,16}(?![0-9A-Za-z])");

    private final Set<String> secrets = new HashSet<>();

    /** Every such number of the registry's files. */
    Leaks(Path district) throws IOException {
        for (String file : List.of("families.csv", "members.csv", "facilitators.csv")) {
            Matcher number = NUMBER.matcher(Files.readString(district.resolve(file)));
            while (number.find()) {
                secrets.add(number.group());
            }
        }
    }

    int secrets() {
        return secrets.size();
    }

    boolean isIn(String text) {
        Matcher number = NUMBER.matcher(text);
        while (number.find()) {
            if (secrets.contains(number.group())) {
                return true;
            }
        }
        return false;
    }

    List<String> inLogs(Path logs) throws IOException {
        try (Stream<Path> files = Files.list(logs)) {
            return files.filter(f -> isIn(read(f))).map(f -> f.getFileName().toString()).toList();
        }
    }

    List<String> inTopics(LocalKafka kafka) {
        List<String> found = new ArrayList<>();
        TopicReader.read(
                kafka.bootstrapServers(),
                topics(kafka),
                message -> {
                    if (isIn(textOf(message))) {
                        found.add(message.topic() + " offset " + message.offset());
                    }
                });
        return found;
    }

    private static List<String> topics(LocalKafka kafka) {
        try (var admin = kafka.admin()) {
            return admin.listTopics().names().get().stream()
                    .filter(topic -> topic.startsWith("pkh."))
                    .toList();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String textOf(ConsumerRecord<String, byte[]> message) {
        StringBuilder text = new StringBuilder();
        message.headers().forEach(h -> text.append(utf8(h.value())).append('\n'));
        return text.append(message.key()).append('\n').append(utf8(message.value())).toString();
    }

    private static String utf8(byte[] bytes) {
        return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
