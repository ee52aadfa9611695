package id.pkh.systemtests;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Plain HTTP as a browser speaks it: keeps cookies by host, also secure ones from localhost, and
 * fills in forms. Redirects are for the caller to follow.
 */
final class Web {

    private static final Pattern ACTION = Pattern.compile("<form[^>]* action=\"([^\"]+)\"");
    private static final int MAX_REDIRECTS = 10;
    private static final HttpClient HTTP =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();

    private final Map<String, Map<String, String>> cookies = new HashMap<>();

    HttpResponse<String> get(String address) {
        return send(HttpRequest.newBuilder(URI.create(address)).GET());
    }

    HttpResponse<String> post(String address, Map<String, String> fields) {
        return send(
                HttpRequest.newBuilder(URI.create(address))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form(fields))));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        URI address = request.copy().build().uri();
        Map<String, String> kept =
                cookies.computeIfAbsent(address.getAuthority(), h -> new HashMap<>());
        if (!kept.isEmpty()) {
            request.setHeader(
                    "Cookie",
                    kept.entrySet().stream()
                            .map(c -> c.getKey() + "=" + c.getValue())
                            .collect(Collectors.joining("; ")));
        }
        HttpResponse<String> answer = exchange(request.build());
        for (String set : answer.headers().allValues("Set-Cookie")) {
            String[] pair = set.split(";", 2)[0].split("=", 2);
            if (pair[1].isEmpty() || set.matches("(?i).*max-age=0(;.*|$)")) {
                kept.remove(pair[0]);
            } else {
                kept.put(pair[0], pair[1]);
            }
        }
        return answer;
    }

    /** Goes where an answer leads, until it leads nowhere else. */
    HttpResponse<String> follow(HttpResponse<String> answer) {
        HttpResponse<String> shown = answer;
        for (int i = 0; i < MAX_REDIRECTS && shown.statusCode() / 100 == 3; i++) {
            shown = get(location(shown));
        }
        return shown;
    }

    /** Where the form of a page goes. */
    static String action(HttpResponse<String> page) {
        Matcher action = ACTION.matcher(page.body());
        if (!action.find()) {
            throw new AssertionError("no form in " + page + ": " + page.body());
        }
        return action.group(1).replace("&amp;", "&");
    }

    static String location(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Location")
                .map(to -> answer.uri().resolve(to).toString())
                .orElseThrow(() -> new AssertionError(answer + " leads nowhere: " + answer.body()));
    }

    static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(f -> encoded(f.getKey()) + "=" + encoded(f.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static HttpResponse<String> exchange(HttpRequest request) {
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(request.toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
