package id.pkh.console.page;

import java.net.URI;
import java.net.URISyntaxException;

/**
 * A path of this console that a request contains; any other address is replaced by the first page.
 */
public final class LocalPath {

    private static final URI HOME = URI.create("/");

    private LocalPath() {}

    public static URI orHome(String path) {
        if (path == null || !path.startsWith("/") || path.startsWith("//") || path.contains("\\")) {
            return HOME;
        }
        try {
            return new URI(path);
        } catch (URISyntaxException malformed) {
            return HOME;
        }
    }
}
