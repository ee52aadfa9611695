package id.pkh.meeting.p2k2.domain;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The first material, read from the migration that brings it in. */
final class CurriculumFixture {

    private static final Pattern ROW =
            Pattern.compile(
                    "\\(\\s*(\\d+), '([^']+)',\\s+'([^']+)',\\s+'([^']+)',\\s+'([^']+)',\\s+'([A-Z]+)'\\)");

    private CurriculumFixture() {}

    static Curriculum first() {
        List<P2k2Session> sessions = new ArrayList<>();
        Map<String, Integer> numbers = new HashMap<>();
        Matcher row = ROW.matcher(migration());
        while (row.find()) {
            sessions.add(
                    new P2k2Session(
                            Integer.parseInt(row.group(1)),
                            row.group(2),
                            row.group(3),
                            row.group(4),
                            row.group(5),
                            Course.valueOf(row.group(6)),
                            numbers.merge(row.group(4), 1, Integer::sum)));
        }
        return new Curriculum("P2K2-2026", LocalDate.parse("2018-01-01"), sessions);
    }

    private static String migration() {
        try (InputStream file =
                CurriculumFixture.class.getResourceAsStream(
                        "/db/migration/V20261201080200__p2k2_sessions.sql")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
