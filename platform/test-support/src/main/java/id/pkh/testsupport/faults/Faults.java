package id.pkh.testsupport.faults;

import static id.pkh.testsupport.faults.Fault.odd;
import static id.pkh.testsupport.faults.Fault.refused;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The wrong values that {@link InputFaults} sends to every operation. */
final class Faults {

    /** A line that would be taken for one of the log if its line break were logged as it is. */
    static final String FORGED = "9999-01-01 FATAL forged";

    /** Percent-encoded values for the path and for query parameters. */
    static final List<Fault> IN_ADDRESS =
            List.of(
                    refused("NUL", "%00"),
                    refused("NUL inside", "17%0071"),
                    refused("line break", "x%0A" + FORGED.replace(" ", "%20")),
                    refused("carriage return", "x%0D%0Ay"),
                    refused("escape", "%1B%5B2J"),
                    refused("DEL", "x%7F"),
                    refused("C1 control", "x%C2%85y"),
                    refused("not UTF-8", "x%FFy"),
                    refused("surrogate in UTF-8", "x%ED%A0%80"),
                    refused("overlong NUL", "%C0%80"),
                    odd("long text", "x".repeat(3000)),
                    odd("supplementary character", "%F0%9F%98%80"),
                    odd("quote", "%27%22%60%3B--"),
                    odd("pattern", "%25_%5C"),
                    odd("negative", "-1"),
                    odd("number out of range", "99999999999999999999"),
                    odd("fraction", "1.5"),
                    odd("year out of range", "%2B999999999-12-31"),
                    odd("year 0", "0000-01-01"),
                    odd("year 9999", "9999-12-31"),
                    odd("month out of range", "%2B999999999-12"),
                    odd("month of the year 9999", "9999-12"),
                    odd("month of the year 0", "0000-01"),
                    odd("quarter of the year 9999", "9999-Q4"),
                    odd("quarter of the year 0", "0000-Q1"),
                    odd("month before the programme", "2006-12"),
                    odd("text", "garbage"));

    /** A blank value says nothing, so it is a fault wherever a parameter has a meaning. */
    static final List<Fault> BLANK_IN_QUERY =
            List.of(refused("empty", ""), refused("blank", "%20"), refused("blank", "%09"));

    /** What is no code, no id, no day and no truth value. */
    static final Fault NO_CODE = refused("no code", "%C2%A7%20%C2%A7");

    /** The query parameters that take any text. */
    static final Set<String> FREE_TEXTS =
            Set.of("purpose", "reader", "subject", "key", "correlation", "type");

    /** JSON values for a field. */
    static final List<Fault> IN_JSON =
            List.of(
                    refused("NUL", "\"17\\u000071\""),
                    refused("escape", "\"\\u001b[2J\""),
                    refused("DEL", "\"x\\u007f\""),
                    refused("C1 control", "\"x\\u0085y\""),
                    refused("lone surrogate", "\"x\\ud800y\""),
                    odd("line break", "\"x\\n" + FORGED + "\""),
                    odd("empty", "\"\""),
                    odd("blank", "\" \""),
                    odd("long text", "\"" + "x".repeat(20_000) + "\""),
                    odd("text", "\"garbage\""),
                    odd("supplementary character", "\"\\ud83d\\ude00\""),
                    odd("boolean", "false"),
                    odd("number", "7"),
                    odd("negative", "-1"),
                    odd("fraction", "1.5"),
                    odd("number out of range", "99999999999999999999"),
                    odd("exponent out of range", "1e999999999"),
                    odd("number as text", "\"7\""),
                    odd("null", "null"),
                    odd("list", "[]"),
                    odd("list of null", "[null]"),
                    odd("object", "{}"),
                    odd("object of other fields", "{\"x\":{}}"),
                    odd("year out of range", "\"+999999999-12-31\""),
                    odd("year before all", "\"-999999999-01-01\""),
                    odd("year 0", "\"0000-01-01\""),
                    odd("year 9999", "\"9999-12-31\""),
                    odd("day as numbers", "[2026,1,1]"),
                    odd("month out of range", "\"9999-12\""),
                    odd("month before the programme", "\"2006-12\""),
                    odd("quarter out of range", "\"9999-Q4\""));

    /** Whole bodies where JSON is expected. */
    static final Map<String, byte[]> JSON_BODIES = jsonBodies();

    /** Whole bodies where a file is expected. */
    static final Map<String, byte[]> FILES = files();

    /** Values of headers; {@code null} stands for a header that is left out. */
    static final Map<String, List<String>> HEADERS =
            Map.of(
                    "Accept",
                            List.of(
                                    "garbage",
                                    "",
                                    "/",
                                    "text/",
                                    ";",
                                    ",",
                                    "application/json;q=x",
                                    "application/json;q=\"",
                                    "application/json; charset=nothing",
                                    "*/json",
                                    "image/png"),
                    "Content-Type",
                            List.of(
                                    "",
                                    "garbage",
                                    "/",
                                    "application/",
                                    ";charset=utf-8",
                                    "application/json; charset=nothing",
                                    "application/json; charset=\"",
                                    "application/json; charset=",
                                    "application/json,text/csv",
                                    "text/csv; charset=nothing",
                                    "image/png"),
                    "Accept-Language", List.of("garbage", "", ";q=", "xx-".repeat(500), "id;q=x"),
                    "Accept-Encoding", List.of("garbage", "gzip;q=x"),
                    "Idempotency-Key",
                            List.of("", " ", "short", "x".repeat(1000), "caf\u00e9-0000001"),
                    "X-Correlation-ID", List.of("", "x".repeat(1000), "a b\u00e9"),
                    "traceparent", List.of("", "garbage", "00-zz-zz-zz"),
                    "If-None-Match", List.of("\"", "garbage"),
                    "Range", List.of("bytes=-", "garbage"),
                    "Authorization",
                            List.of(
                                    "",
                                    "Bearer",
                                    "Bearer ",
                                    "Bearer \u00e9",
                                    "Basic x",
                                    "garbage"));

    private Faults() {}

    private static Map<String, byte[]> jsonBodies() {
        Map<String, byte[]> bodies = new LinkedHashMap<>();
        bodies.put("no body", new byte[0]);
        bodies.put("null", utf8("null"));
        bodies.put("list", utf8("[]"));
        bodies.put("text", utf8("\"x\""));
        bodies.put("number", utf8("7"));
        bodies.put("cut", utf8("{\"a\":"));
        bodies.put("two documents", utf8("{}{}"));
        bodies.put("NUL", new byte[] {0});
        bodies.put("NUL in a name", utf8("{\"a\\u0000\":1}"));
        bodies.put("deep", utf8("{\"a\":".repeat(2000)));
        bodies.put("not UTF-8", new byte[] {'{', '"', 'a', '"', ':', '"', (byte) 0xFF, '"', '}'});
        bodies.put("UTF-16 without a mark", "{\"a\":1}".getBytes(StandardCharsets.UTF_16LE));
        bodies.put("gzip", new byte[] {0x1F, (byte) 0x8B, 8, 0, 0, 0, 0, 0});
        return bodies;
    }

    private static Map<String, byte[]> files() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("no body", new byte[0]);
        files.put("sep=", utf8("sep="));
        files.put("sep= and nothing else", utf8("sep=;\n"));
        files.put("sep= with a quote", utf8("sep=\"\na\"b\n"));
        files.put("sep=\" in quotes", utf8("\"sep=\"\"\"\na;b\n"));
        files.put("sep= with a line break", utf8("sep=\n\na;b\n"));
        files.put("sep= with a control character", utf8("sep=\u0001\na\u0001b\n"));
        files.put("sep= with two characters", utf8("sep=;;\na;;b\n"));
        files.put("sep= with a letter", utf8("sep=a\nxay\n"));
        files.put("sep= with a supplementary character", utf8("sep=\uD83D\uDE00\na;b\n"));
        files.put("sep= with a carriage return", utf8("sep=\r\r\na;b\r\n"));
        files.put("open quote", utf8("\"a;b\nc;d"));
        files.put("NUL", utf8("a;b\n\u0000;x\n"));
        files.put(
                "not UTF-8", new byte[] {'a', ';', (byte) 0xFF, (byte) 0x81, '\n', 'b', ';', 'c'});
        files.put("gzip", new byte[] {0x1F, (byte) 0x8B, 8, 0, 0, 0, 0, 0});
        files.put("PNG", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0});
        files.put("cut archive", new byte[] {'P', 'K', 3, 4, 20, 0, 0, 0});
        files.put("OLE", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0});
        files.put("cut XML", utf8("<?xml version=\"1.0\" encoding=\"UTF-8\"?><Document><a>x"));
        files.put(
                "XML of an unknown encoding",
                utf8("<?xml version=\"1.0\" encoding=\"nothing\"?><a/>"));
        files.put(
                "XML not in its encoding",
                latin1("<?xml version=\"1.0\" encoding=\"UTF-8\"?><a>\u00e9</a>"));
        files.put("XML with a type", utf8("<!DOCTYPE a [<!ENTITY b \"b\">]><a>&b;</a>"));
        files.put("UTF-16", "\uFEFFa;b\nc;d\n".getBytes(StandardCharsets.UTF_16LE));
        files.put("only a mark", new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
        return files;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] latin1(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
