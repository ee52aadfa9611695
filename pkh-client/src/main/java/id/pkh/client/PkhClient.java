package id.pkh.client;

import id.pkh.client.http.ApiClient;
import id.pkh.client.http.ApiException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A connection to one service. It gives its calls a token, turns refusals into {@link RefusedCall},
 * and waits where the service asks a caller to wait. One connection serves any number of threads.
 *
 * <pre>{@code
 * PkhClient meetings = PkhClient.at(URI.create("http://localhost:8082"), tokens::current);
 * GroupPage page = meetings.call(GroupsApi::new, groups -> groups.listGroups(null, 100, village));
 * meetings.each(
 *         GroupsApi::new,
 *         (groups, after) -> groups.listGroups(after, 500, village),
 *         GroupPage::getItems,
 *         GroupPage::getNext,
 *         group -> System.out.println(group.getGroupCode()));
 * }</pre>
 */
public final class PkhClient {

    private final Connection connection;

    private PkhClient(Connection connection) {
        this.connection = connection;
    }

    /**
     * A connection with the usual limits.
     *
     * @param address of the service, without a path
     * @param token the bearer token of a call; asked before each call, because tokens expire
     */
    public static PkhClient at(URI address, Supplier<String> token) {
        return to(address).token(token).open();
    }

    /** A connection whose limits and headers the caller chooses. */
    public static Builder to(URI address) {
        return new Builder(address);
    }

    /** The same connection, with the token of another person. */
    public PkhClient as(Supplier<String> token) {
        return new PkhClient(connection.withToken(token));
    }

    /**
     * Calls an operation; {@link RefusedCall} if it is refused.
     *
     * @param operations a generated group of operations, such as {@code GroupsApi::new}
     */
    public <A, T> T call(Function<ApiClient, A> operations, Operation<A, T> operation) {
        try {
            return operation.call(operations.apply(connection));
        } catch (ApiException failed) {
            throw RefusedCall.of(failed);
        } finally {
            connection.endCall();
        }
    }

    /**
     * Reads a list page after page.
     *
     * @param page reads the page after a cursor, which is null for the first page
     * @param next the cursor of a page; null on the last one
     */
    public <A, P, I> void each(
            Function<ApiClient, A> operations,
            PageOperation<A, P> page,
            Function<P, List<I>> items,
            Function<P, String> next,
            Consumer<I> reader) {
        String cursor = null;
        do {
            String after = cursor;
            P read = call(operations, group -> page.call(group, after));
            items.apply(read).forEach(reader);
            cursor = next.apply(read);
        } while (cursor != null);
    }

    /** A call of a generated operation. */
    @FunctionalInterface
    public interface Operation<A, T> {

        T call(A operations) throws ApiException;
    }

    /** A call of a generated operation that reads a page of a list. */
    @FunctionalInterface
    public interface PageOperation<A, P> {

        P call(A operations, String after) throws ApiException;
    }

    /** The limits of a connection, and what its calls carry. */
    public static final class Builder {

        final URI address;
        Supplier<String> token = () -> null;
        Supplier<String> correlationId = () -> null;
        Supplier<String> traceparent = CurrentTrace::traceparent;
        Duration connectWithin = Duration.ofSeconds(5);
        Duration answerWithin = Duration.ofSeconds(60);
        Duration waitAtMost = Duration.ofSeconds(30);
        PatientHttpClient.Pause pause = time -> Thread.sleep(time.toMillis());

        private Builder(URI address) {
            this.address = address;
        }

        /** The bearer token of a call; asked before each call, because tokens expire. */
        public Builder token(Supplier<String> current) {
            token = current;
            return this;
        }

        /** The correlation id of a call; null for one that the service chooses. */
        public Builder correlationId(Supplier<String> current) {
            correlationId = current;
            return this;
        }

        /**
         * The W3C trace context of a call; null for none. Without this hook it is that of the
         * current span, if OpenTelemetry is on the class path.
         */
        public Builder traceparent(Supplier<String> current) {
            traceparent = current;
            return this;
        }

        public Builder connectWithin(Duration limit) {
            connectWithin = limit;
            return this;
        }

        public Builder answerWithin(Duration limit) {
            answerWithin = limit;
            return this;
        }

        /**
         * How long a call waits at most when the service is busy (429, 503) and names a time in
         * {@code Retry-After}. Calls that only read and calls with an idempotency key are repeated
         * then; others are refused at once.
         */
        public Builder waitAtMost(Duration limit) {
            waitAtMost = limit;
            return this;
        }

        Builder pause(PatientHttpClient.Pause instead) {
            pause = instead;
            return this;
        }

        public PkhClient open() {
            return new PkhClient(new Connection(this));
        }
    }
}
