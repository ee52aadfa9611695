package id.pkh.district.story;

import id.pkh.client.RefusedCall;
import id.pkh.client.http.ApiResponse;
import id.pkh.client.platform.model.FileResult;
import id.pkh.client.platform.model.FileResult.StatusEnum;
import id.pkh.client.platform.model.RefusedRow;
import id.pkh.district.recount.Expectations;
import id.pkh.district.recount.RowProblem;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Sends files, adds up the results of their rows, and checks that every bad row is reported. */
final class Sending {

    private static final int OK = 200;
    private static final int CREATED = 201;
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

    /** How one file is sent. */
    @FunctionalInterface
    interface Upload {

        ApiResponse<FileResult> send(Path file);
    }

    /** Sends a file for the first time; empty if it is not accepted. */
    Optional<FileResult> send(String file, Upload upload) {
        files++;
        try {
            ApiResponse<FileResult> answer = upload.send(input.resolve(file));
            if (answer.getStatusCode() == CREATED) {
                FileResult result = answer.getData();
                rowsRead += result.getRowsRead();
                rowsRefused += result.getRowsRefused();
                compareRefusals(file, result);
                return Optional.of(result);
            }
            findings.add(file + " got the response " + answer.getStatusCode() + " instead of 201");
        } catch (RefusedCall refused) {
            findings.add(file + " is not accepted: " + refused.getMessage());
        }
        return Optional.empty();
    }

    /** Sends the same bytes again; they must be accepted without any effect. */
    void again(String file, Upload upload) {
        try {
            ApiResponse<FileResult> answer = upload.send(input.resolve(file));
            findings.equal(file + ", sent twice, status code", OK, answer.getStatusCode());
            findings.equal(
                    file + ", sent twice, answer",
                    StatusEnum.ALREADY_RECEIVED,
                    answer.getData().getStatus());
        } catch (RefusedCall refused) {
            findings.add(file + ", sent twice, is not accepted: " + refused.getMessage());
        }
    }

    private void compareRefusals(String file, FileResult result) {
        Set<String> wanted = new TreeSet<>();
        for (RowProblem problem : expected.refusalsOf(file)) {
            wanted.add("line " + problem.line() + " column " + problem.column());
        }
        Set<String> found = new TreeSet<>();
        for (RefusedRow refusal : result.getRefusals()) {
            found.add("line " + refusal.getLine() + " column " + plain(refusal.getColumn()));
            findings.isTrue(
                    file + " line " + refusal.getLine() + ": a number is not masked",
                    !LONG_NUMBER.matcher(refusal.getMaskedValue()).find());
            findings.isTrue(
                    file + " line " + refusal.getLine() + ": no code or no message",
                    refusal.getCode() != null && refusal.getMessage() != null);
        }
        findings.equal(file + ", rows refused", wanted, found);
    }

    private static String plain(String column) {
        return column.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
