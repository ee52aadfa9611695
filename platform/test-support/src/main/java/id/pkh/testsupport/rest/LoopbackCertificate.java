package id.pkh.testsupport.rest;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A certificate for {@code localhost} that no authority of the Java platform has signed, and
 * servers that show it. A client trusts them only if {@link #pem} is in its trust store.
 */
public final class LoopbackCertificate {

    private static final String PASSWORD = "changeit";
    private static final String ALIAS = "loopback";

    private final Path keyStore;
    private final Path pem;

    private LoopbackCertificate(Path folder) {
        this.keyStore = folder.resolve("server.p12");
        this.pem = folder.resolve("ca.crt");
    }

    public static LoopbackCertificate make() {
        try {
            Path folder = Files.createTempDirectory("pkh-tls-");
            LoopbackCertificate made = new LoopbackCertificate(folder);
            made.keytool(
                    "-genkeypair -keyalg EC -validity 2 -dname CN=localhost"
                            + " -ext SAN=dns:localhost,ip:127.0.0.1 -ext BC=ca:true");
            made.keytool("-exportcert -rfc -file " + made.pem);
            folder.toFile().deleteOnExit();
            made.keyStore.toFile().deleteOnExit();
            made.pem.toFile().deleteOnExit();
            return made;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The file with the certificate, for a trust store. */
    public Path pem() {
        return pem;
    }

    /** A server on a free port of the loopback address; the caller adds contexts and starts it. */
    public HttpsServer server() throws IOException {
        HttpsServer server =
                HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context()));
        return server;
    }

    private SSLContext context() throws IOException {
        try (InputStream in = Files.newInputStream(keyStore)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(in, PASSWORD.toCharArray());
            KeyManagerFactory managers =
                    KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(keys, PASSWORD.toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException unusable) {
            throw new IllegalStateException(unusable);
        }
    }

    private void keytool(String arguments) throws IOException {
        String command =
                Path.of(System.getProperty("java.home"), "bin", "keytool")
                        + " "
                        + arguments
                        + " -alias %s -keystore %s -storepass %s -storetype PKCS12"
                                .formatted(ALIAS, keyStore, PASSWORD);
        Process process = new ProcessBuilder(command.split(" ")).redirectErrorStream(true).start();
        try {
            String output = new String(process.getInputStream().readAllBytes());
            if (process.waitFor() != 0) {
                throw new IOException("keytool failed: " + output);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }
}
