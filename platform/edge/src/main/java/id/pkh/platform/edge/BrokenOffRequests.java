package id.pkh.platform.edge;

import io.netty.channel.unix.Errors.NativeIoException;
import io.quarkus.arc.Unremovable;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.StreamResetException;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.SocketException;
import java.nio.channels.ClosedChannelException;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Requests whose connection was closed before the whole body had arrived. That is no fault of the
 * service, so it is one line in the log and no error.
 */
@Singleton
@Unremovable
public class BrokenOffRequests {

    private static final Logger LOG = Logger.getLogger("id.pkh.platform.edge.requests");
    private static final int MAX_CAUSES = 16;
    private static final String READ_TIMED_OUT = "Read timed out";
    private static final Set<Class<?>> CLOSED =
            Set.of(
                    ClosedChannelException.class,
                    HttpClosedException.class,
                    NativeIoException.class,
                    SocketException.class,
                    StreamResetException.class);

    private final CurrentVertxRequest current;

    BrokenOffRequests(CurrentVertxRequest current) {
        this.current = current;
    }

    /** Logs that the current request was broken off, if it failed for this reason. */
    public boolean logIfCauseOf(Throwable thrown) {
        if (current.getCurrent() == null) {
            return false;
        }
        HttpServerRequest request = current.getCurrent().request();
        if (request.isEnded() || !isOfClosedConnection(thrown)) {
            return false; // a call to another service can be broken off as well
        }
        LOG.infof(
                "the request did not arrive completely, at %s %s",
                request.method(),
                ((HttpServerRequestInternal) request)
                        .context()
                        .<String>getLocal(RequestLabels.TEMPLATE));
        return true;
    }

    /**
     * Nothing arrived for some seconds; also when the end came before the service began to read.
     */
    private static boolean isOfWaiting(Throwable cause) {
        return cause.getClass() == IOException.class && READ_TIMED_OUT.equals(cause.getMessage());
    }

    private static boolean isOfClosedConnection(Throwable thrown) {
        Throwable cause = thrown;
        for (int i = 0; i < MAX_CAUSES && cause != null; i++) {
            if (CLOSED.contains(cause.getClass()) || isOfWaiting(cause)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }
}
