package id.pkh.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs a command that refuses to run as root when this process is root, as in most containers.
 *
 * <p>In its own user namespace the command keeps access to root's files but does not appear as
 * root. Where namespaces are forbidden, it runs as {@code nobody}, who must then have access to the
 * files.
 */
final class Unprivileged {

    private static final List<String> OWN_NAMESPACE = List.of("unshare", "-U");
    private static final List<String> AS_NOBODY =
            List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");

    private Unprivileged() {}

    /** The words to put before a command that uses {@code directory}. */
    static List<String> prefix(Path directory) {
        if (!System.getProperty("user.name").equals("root")) {
            return List.of();
        }
        if (Commands.exists("unshare") && works(OWN_NAMESPACE, "true")) {
            return OWN_NAMESPACE;
        }
        if (Commands.exists("setpriv")) {
            handToNobody(directory);
            if (works(AS_NOBODY, "test -w '" + directory + "'")) {
                return AS_NOBODY;
            }
        }
        throw new IllegalStateException(
                "PostgreSQL does not run as root, and neither 'unshare -U' nor 'setpriv' works for "
                        + directory
                        + " here: run this as an ordinary user, or in a directory that the user"
                        + " 'nobody' can reach");
    }

    private static boolean works(List<String> prefix, String command) {
        List<String> words = new ArrayList<>(prefix);
        words.addAll(List.of("sh", "-c", command));
        return Commands.run(words).ok();
    }

    private static void handToNobody(Path directory) {
        try (var files = Files.walk(directory)) {
            var users = directory.getFileSystem().getUserPrincipalLookupService();
            var nobody = users.lookupPrincipalByName("nobody");
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.setOwner(file, nobody);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot hand " + directory + " to nobody", e);
        }
    }
}
