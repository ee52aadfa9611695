package id.pkh.meeting.minutes.domain;

import java.util.stream.Stream;

/** What happened at a meeting, in five parts that the ministry's form takes as one text. */
public record Narrative(
        String process, String material, String participation, String result, String obstacles) {

    public static final int MAX_CHARS = 1000;

    public Narrative {
        process = plain(process);
        material = plain(material);
        participation = plain(participation);
        result = plain(result);
        obstacles = plain(obstacles);
    }

    /** Of all parts together. */
    public int chars() {
        return Stream.of(process, material, participation, result, obstacles)
                .mapToInt(part -> part.codePointCount(0, part.length()))
                .sum();
    }

    public boolean isTooLong() {
        return chars() > MAX_CHARS;
    }

    private static String plain(String written) {
        return written == null ? "" : written.strip();
    }
}
