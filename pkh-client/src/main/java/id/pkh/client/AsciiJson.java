package id.pkh.client;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.charset.StandardCharsets;

/**
 * Answers in JSON with other characters than ASCII escaped. The generated code reads them in the
 * default charset of the process, which before Java 18 depends on the language of the machine.
 */
final class AsciiJson {

    private static final int ASCII_MAX = 0x7f;

    private AsciiJson() {}

    /** Everything that is not JSON, such as a file, stays as it is. */
    static BodyHandler<InputStream> handler() {
        return answer ->
                isJson(answer)
                        ? BodySubscribers.mapping(
                                BodySubscribers.ofByteArray(),
                                utf8 -> new ByteArrayInputStream(escaped(utf8)))
                        : BodySubscribers.ofInputStream();
    }

    private static boolean isJson(ResponseInfo answer) {
        return answer.headers().firstValue("Content-Type").orElse("").contains("json");
    }

    static byte[] escaped(byte[] utf8) {
        StringBuilder ascii = new StringBuilder(utf8.length);
        for (char c : new String(utf8, StandardCharsets.UTF_8).toCharArray()) {
            if (c <= ASCII_MAX) {
                ascii.append(c);
            } else {
                ascii.append(String.format("\\u%04x", (int) c));
            }
        }
        return ascii.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
