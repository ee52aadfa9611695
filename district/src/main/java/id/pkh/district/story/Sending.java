package id.pkh.district.story;

import com.fasterxml.jackson.databind.JsonNode;
import id.pkh.district.recount.Expectations;
import id.pkh.district.recount.RowProblem;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Sends files, adds up the results of their rows, and checks that every bad row is reported. */
final class Sending {

    private static final Pattern LONG_NUMBER = Pattern.compile("[0-9]{9,}");

    private final Path input;
    private final Expectations expected;
    private final Findings findings;
    private long rowsRead;
    private long rowsRefused;
    private int files;

    Sending(Path input, Expectations expected, Findings findings) {
        this.input = input;
        this.expected = expected;
        this.findings = findings;
    }

    long rowsRead() {
        return rowsRead;
    }

    long rowsRefused() {
        return rowsRefused;
    }

    int files() {
        return files;
    }

    /** Sends a file for the first time. */
    JsonNode send(Api api, String path, String token, String file) {
        Api.Answer answer = api.upload(path, token, input.resolve(file));
        files++;
        if (answer.status() != 201) {
            findings.add(file + " got the response " + answer.said() + " instead of 201");
            return answer.body();
        }
        JsonNode result = answer.body();
        rowsRead += result.path("rows_read").asLong();
        rowsRefused += result.path("rows_refused").asLong();
        compareRefusals(file, result);
        return result;
    }

    /** Sends the same bytes again; they must be accepted without any effect. */
    void again(Api api, String path, String token, String file) {
        Api.Answer answer = api.upload(path, token, input.resolve(file));
        String status = answer.body().path("status").asText();
        findings.equal(file + ", sent twice, status code", 200, answer.status());
        findings.equal(file + ", sent twice, answer", "ALREADY_RECEIVED", status);
    }

    private void compareRefusals(String file, JsonNode result) {
        Set<String> wanted = new TreeSet<>();
        for (RowProblem problem : expected.refusalsOf(file)) {
            wanted.add("line " + problem.line() + " column " + problem.column());
        }
        Set<String> found = new TreeSet<>();
        for (JsonNode refusal : result.path("refusals")) {
            String column = refusal.path("column").asText();
            found.add("line " + refusal.path("line").asInt() + " column " + plain(column));
            String value = refusal.path("masked_value").asText();
            findings.isTrue(
                    file + " line " + refusal.path("line") + ": a number is not masked",
                    !LONG_NUMBER.matcher(value).find());
            findings.isTrue(
                    file + " line " + refusal.path("line") + ": no code or no message",
                    refusal.hasNonNull("code") && refusal.hasNonNull("message"));
        }
        findings.equal(file + ", rows refused", wanted, found);
    }

    private static String plain(String column) {
        return column.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
