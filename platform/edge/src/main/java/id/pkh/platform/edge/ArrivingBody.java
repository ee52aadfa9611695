package id.pkh.platform.edge;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http2.Http2Connection;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.netty.handler.codec.http2.Http2Stream;
import io.vertx.core.http.HttpServerRequest;

/**
 * How much of a request's body has arrived, read or not. The request itself knows only what was
 * read, and a resource may take long before it reads a body that is there.
 */
interface ArrivingBody {

    boolean isComplete();

    long bytes();

    /** The server reads nothing more now, so the client cannot send. */
    boolean isHeldBack();

    static ArrivingBody of(HttpServerRequest request) {
        Channel channel = OpenConnections.channelOf(request);
        Http2ConnectionHandler http2 = channel.pipeline().get(Http2ConnectionHandler.class);
        if (http2 != null) {
            return new OfStream(request, http2.connection());
        }
        return Counter.of(channel).next(channel);
    }

    /** A stream of HTTP/2. */
    record OfStream(HttpServerRequest request, Http2Connection connection) implements ArrivingBody {

        @Override
        public boolean isComplete() {
            Http2Stream stream = connection.stream(request.streamId());
            return stream == null || !stream.state().remoteSideOpen();
        }

        @Override
        public long bytes() {
            return request.bytesRead();
        }

        @Override
        public boolean isHeldBack() {
            Http2Stream stream = connection.stream(request.streamId());
            return stream != null && connection.local().flowController().windowSize(stream) <= 0;
        }
    }

    /**
     * The requests of a connection with HTTP/1, seen before the server's own handler. It is added
     * when the first request has begun, so it sees the content of that request and all of the
     * others.
     */
    final class Counter extends ChannelInboundHandlerAdapter {

        private static final String SERVER = "handler";

        private long asked;
        private long completed;
        private long bytes;

        static Counter of(Channel channel) {
            Counter counter = channel.pipeline().get(Counter.class);
            if (counter == null) {
                counter = new Counter();
                channel.pipeline().addBefore(SERVER, null, counter);
            }
            return counter;
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (message instanceof HttpRequest) {
                bytes = 0;
            }
            if (message instanceof HttpContent content) {
                bytes += content.content().readableBytes();
            }
            if (message instanceof LastHttpContent) {
                completed++;
            }
            context.fireChannelRead(message);
        }

        /** The next request of this connection; a client may send several before it has answers. */
        ArrivingBody next(Channel channel) {
            long number = ++asked;
            return new ArrivingBody() {
                @Override
                public boolean isComplete() {
                    return completed >= number;
                }

                @Override
                public long bytes() {
                    return bytes;
                }

                @Override
                public boolean isHeldBack() {
                    return !channel.config().isAutoRead();
                }
            };
        }
    }
}
