package id.pkh.client;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.Optional;

/** The time after which a service may be called again. */
final class RetryAfter {

    private RetryAfter() {}

    /** The services give seconds; a date, which a proxy may give, is not read. */
    static Optional<Duration> in(HttpHeaders headers) {
        return Optional.ofNullable(headers)
                .flatMap(all -> all.firstValue("Retry-After"))
                .filter(text -> text.matches("[0-9]{1,6}"))
                .map(text -> Duration.ofSeconds(Integer.parseInt(text)));
    }
}
