package id.pkh.platform.edge;

import id.pkh.platform.edge.Refusals.Reason;
import io.netty.channel.Channel;
import io.netty.channel.ServerChannel;
import io.netty.channel.SingleThreadEventLoop;
import io.netty.util.AttributeKey;
import io.netty.util.concurrent.Future;
import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.impl.VertxInternal;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Closes connections on which no request arrives in time. The server's own timeout starts again
 * with each byte, so a client that sends one byte of a header now and then would keep its
 * connection open for days. Therefore each event loop looks at all connections that were accepted
 * on any port, and closes those that have had no complete header for too long.
 */
@Singleton
@Unremovable
class OpenConnections {

    private static final AttributeKey<Use> USE = AttributeKey.valueOf(OpenConnections.class, "use");
    private static final Duration LONGEST_SWEEP_INTERVAL = Duration.ofSeconds(1);

    private final Vertx vertx;
    private final Refusals refusals;
    private final long withoutRequestNanos;
    private final List<Future<?>> sweeps = new ArrayList<>();

    OpenConnections(Vertx vertx, Refusals refusals, EdgeConfig config) {
        this.vertx = vertx;
        this.refusals = refusals;
        this.withoutRequestNanos = config.connection().withoutRequest().toNanos();
    }

    /** What a connection is used for; only its own event loop touches it. */
    private static final class Use {
        private int requests;
        private long idleSince = System.nanoTime();
    }

    void start(@Observes StartupEvent event) {
        long nanos = Math.min(withoutRequestNanos / 4, LONGEST_SWEEP_INTERVAL.toNanos());
        ((VertxInternal) vertx)
                .getEventLoopGroup()
                .forEach(
                        executor -> {
                            SingleThreadEventLoop loop = (SingleThreadEventLoop) executor;
                            sweeps.add(
                                    loop.scheduleWithFixedDelay(
                                            () -> sweep(loop), nanos, nanos, TimeUnit.NANOSECONDS));
                        });
    }

    void stop(@Observes ShutdownEvent event) {
        sweeps.forEach(sweep -> sweep.cancel(false));
    }

    private void sweep(SingleThreadEventLoop loop) {
        loop.registeredChannelsIterator()
                .forEachRemaining(
                        channel -> {
                            if (channel.parent() instanceof ServerChannel && isUnused(channel)) {
                                refusals.count(Reason.NO_REQUEST);
                                channel.close();
                            }
                        });
    }

    private boolean isUnused(Channel channel) {
        Use use = useOf(channel);
        return use.requests == 0 && System.nanoTime() - use.idleSince > withoutRequestNanos;
    }

    void handle(RoutingContext call) {
        Use use = useOf(channelOf(call.request()));
        use.requests++;
        call.addEndHandler(
                ended -> {
                    use.requests--;
                    use.idleSince = System.nanoTime();
                });
        call.next();
    }

    private static Use useOf(Channel channel) {
        Use use = channel.attr(USE).get();
        if (use == null) {
            use = new Use();
            channel.attr(USE).set(use);
        }
        return use;
    }

    static Channel channelOf(HttpServerRequest request) {
        return ((ConnectionBase) request.connection()).channel();
    }
}
