package id.pkh.registry.webhook;

import id.pkh.platform.web.Refused;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;

/**
 * The address of a receiver. It is judged twice: as it is written, when somebody subscribes, and by
 * what its name means, at each connection.
 */
record ReceiverAddress(URI url, boolean isLocal) {

    private static final int HTTPS_PORT = 443;
    private static final int HTTP_PORT = 80;

    /** The name means an address to which nothing is sent. */
    static final class ForbiddenException extends Exception {
        ForbiddenException(String host) {
            super(host + " is not an address of the internet");
        }
    }

    /**
     * Reads an address as it was written; refuses with WEBHOOK_URL_INVALID.
     *
     * @param localHosts hosts of the local stack, which may be anywhere and need no TLS
     */
    static ReceiverAddress read(String text, Set<String> localHosts) {
        URI url = parsed(text);
        String host = url.getHost();
        if (host == null || url.getRawUserInfo() != null || url.getRawFragment() != null) {
            throw invalid("an address with a host, without user and fragment");
        }
        boolean isLocal = localHosts.contains(host.toLowerCase(Locale.ROOT));
        boolean isHttps = "https".equalsIgnoreCase(url.getScheme());
        if (!isHttps && !(isLocal && "http".equalsIgnoreCase(url.getScheme()))) {
            throw invalid("an address that begins with https://");
        }
        if (url.getPort() == 0 || url.getPort() > 0xFFFF) {
            throw invalid("a port from 1 to 65535");
        }
        ReceiverAddress read = new ReceiverAddress(url, isLocal);
        if (!isLocal && read.isForbiddenLiteral()) {
            throw invalid("an address of the internet");
        }
        return read;
    }

    private static URI parsed(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException notAnAddress) {
            throw invalid("an address that begins with https://");
        }
    }

    /** What is not known yet may get an address later. */
    private boolean isForbiddenLiteral() {
        String host = url.getHost();
        boolean isLiteral = host.startsWith("[") || host.matches("[0-9.]+|0[xX].*");
        if (!isLiteral) {
            return host.equalsIgnoreCase("localhost")
                    || host.toLowerCase(Locale.ROOT).endsWith(".localhost");
        }
        try {
            return ForbiddenAddresses.contain(InetAddress.getByName(host));
        } catch (UnknownHostException notAnAddress) {
            return true;
        }
    }

    /**
     * The address to connect to, which is exactly the one that was judged: a name cannot mean
     * another one in between.
     *
     * @param found what the name means now
     */
    InetAddress judged(InetAddress[] found) throws ForbiddenException {
        if (!isLocal) {
            for (InetAddress address : found) {
                if (ForbiddenAddresses.contain(address)) {
                    throw new ForbiddenException(host());
                }
            }
        }
        return found[0];
    }

    /** Without the brackets of an IPv6 address. */
    String host() {
        String host = url.getHost();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    boolean isTls() {
        return "https".equalsIgnoreCase(url.getScheme());
    }

    int port() {
        if (url.getPort() > 0) {
            return url.getPort();
        }
        return isTls() ? HTTPS_PORT : HTTP_PORT;
    }

    /** Path and query. */
    String target() {
        String path =
                url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        return url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
    }

    private static Refused invalid(String expected) {
        return Refused.because("WEBHOOK_URL_INVALID")
                .with("field", "url")
                .with("expected", expected);
    }
}
