package id.pkh.client;

import id.pkh.client.http.ApiClient;
import id.pkh.client.http.ApiException;
import java.net.URI;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A connection to one service. It gives its calls a token, and turns refusals into {@link
 * RefusedCall}.
 *
 * <pre>{@code
 * PkhClient meetings = PkhClient.at(URI.create("http://localhost:8082"), tokens::current);
 * GroupsApi groups = meetings.api(GroupsApi::new);
 * GroupPage page = meetings.call(() -> groups.listGroups(null, 100, "17.71.08.1001"));
 * }</pre>
 */
public final class PkhClient {

    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(5);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(60);

    private final ApiClient http;

    private PkhClient(ApiClient http) {
        this.http = http;
    }

    /**
     * A connection.
     *
     * @param address of the service, without a path
     * @param token the bearer token of a call; asked before each call, because tokens expire
     */
    public static PkhClient at(URI address, Supplier<String> token) {
        ApiClient http = new ApiClient();
        http.updateBaseUri(address.toString());
        http.setConnectTimeout(CONNECT_WITHIN);
        http.setReadTimeout(ANSWER_WITHIN);
        http.setRequestInterceptor(
                request -> request.setHeader("Authorization", "Bearer " + token.get()));
        return new PkhClient(http);
    }

    /** A generated group of operations, such as {@code GroupsApi::new}. */
    public <A> A api(Function<ApiClient, A> constructor) {
        return constructor.apply(http);
    }

    /** Calls an operation; {@link RefusedCall} if it is refused. */
    public <T> T call(Operation<T> operation) {
        try {
            return operation.call();
        } catch (ApiException failed) {
            throw RefusedCall.of(failed);
        }
    }

    /** A call of a generated operation. */
    @FunctionalInterface
    public interface Operation<T> {

        T call() throws ApiException;
    }
}
