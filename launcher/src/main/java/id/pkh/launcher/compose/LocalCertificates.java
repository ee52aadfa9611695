package id.pkh.launcher.compose;

import id.pkh.launcher.stack.Checkout;
import id.pkh.launcher.stack.ServiceSpec;
import id.pkh.launcher.stack.StackFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** The certificates of the composed system with TLS, and the authority that issued them. */
final class LocalCertificates {

    private static final String SCRIPT = "deploy/tls/make-local-ca.sh";

    private final Checkout checkout;

    LocalCertificates(Checkout checkout) {
        this.checkout = checkout;
    }

    /** Creates a certificate for every container that others connect to. */
    void create() {
        List<String> command = new ArrayList<>();
        command.add(checkout.root().resolve(SCRIPT).toString());
        command.add(directory().toString());
        names().forEach(command::add);
        try {
            ProcessBuilder script = new ProcessBuilder(command).redirectErrorStream(true);
            script.environment().put("JAVA_HOME", System.getProperty("java.home"));
            Process running = script.start();
            String output =
                    new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (running.waitFor() != 0) {
                throw new StackFailure("%s failed: %s".formatted(SCRIPT, output));
            }
        } catch (IOException e) {
            throw new StackFailure("%s cannot run: %s".formatted(SCRIPT, e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("interrupted", e);
        }
    }

    Stream<String> names() {
        return Stream.concat(
                Stream.of("kafka", "postgres"),
                checkout.services().stream().map(ServiceSpec::module));
    }

    Path authority() {
        return directory().resolve("ca.crt");
    }

    /** For clients that accept this authority only. */
    SSLContext trust() {
        try (var certificate = Files.newInputStream(authority())) {
            KeyStore accepted = KeyStore.getInstance(KeyStore.getDefaultType());
            accepted.load(null, null);
            accepted.setCertificateEntry(
                    "pkh",
                    CertificateFactory.getInstance("X.509").generateCertificate(certificate));
            TrustManagerFactory trust =
                    TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(accepted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new StackFailure("cannot use %s: %s".formatted(authority(), e.getMessage()), e);
        }
    }

    private Path directory() {
        return checkout.state().resolve("tls");
    }
}
