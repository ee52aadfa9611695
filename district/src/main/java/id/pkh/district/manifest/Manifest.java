package id.pkh.district.manifest;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The content of story.json: which files of a folder are sent where, in which order and by whom,
 * and what the officer decides. It contains no expected number.
 *
 * @param areas districts (kecamatan) that take part
 */
public record Manifest(
        String title,
        String quarter,
        List<String> months,
        List<String> areas,
        List<Chapter> chapters,
        List<Correction> corrections) {

    private static final int DAY_OF_MONTH = 6;
    private static final ObjectMapper JSON =
            new ObjectMapper()
                    .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    /** A part of the story with its acts in order. */
    public record Chapter(String title, List<Act> acts) {}

    /** One act; {@code act} determines which of the other fields are set. */
    public record Act(
            String act,
            String by,
            String service,
            String kind,
            String file,
            String folder,
            String month,
            String quarter,
            String group,
            String reason,
            String decision,
            String effect,
            String except,
            String exceptDecision,
            String exceptReason,
            String manifest,
            String cycle,
            String coversFrom,
            String coversUntil,
            String channel,
            String family) {}

    /** A sheet that is sent again with other content. */
    public record Correction(String kind, String file, String reason) {}

    private record Corrections(List<Correction> corrections) {}

    public static Manifest read(Path folder) throws IOException {
        Manifest story = JSON.readValue(folder.resolve("story.json").toFile(), Manifest.class);
        List<Correction> corrections = new ArrayList<>();
        for (Act act : story.acts("CORRECT").toList()) {
            Path file = folder.resolve(act.manifest());
            corrections.addAll(JSON.readValue(file.toFile(), Corrections.class).corrections());
        }
        return new Manifest(
                story.title,
                story.quarter,
                story.months,
                story.areas,
                story.chapters,
                List.copyOf(corrections));
    }

    /** The day on which the story is played: its quarter is over, and the next cycle is ahead. */
    public LocalDate day() {
        YearMonth last = YearMonth.parse(months.get(months.size() - 1));
        return last.plusMonths(1).atDay(DAY_OF_MONTH);
    }

    /** All acts of a kind, in order. */
    public Stream<Act> acts(String kind) {
        return chapters.stream().flatMap(c -> c.acts().stream()).filter(a -> kind.equals(a.act()));
    }

    public Optional<Act> act(String kind) {
        return acts(kind).findFirst();
    }
}
