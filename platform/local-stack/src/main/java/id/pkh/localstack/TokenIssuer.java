package id.pkh.localstack;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Signs bearer tokens (RS256) for the local stack, and publishes the key that verifies them. */
public final class TokenIssuer implements AutoCloseable {

    public static final String ISSUER = "https://issuer.pkh.local";
    public static final String AUDIENCE = "pkh";

    private static final int KEY_BITS = 2048;

    private final PrivateKey privateKey;
    private final RSAPublicKey publicKey;
    private final String keyId;
    private HttpServer server;

    private TokenIssuer(RSAPrivateCrtKey privateKey) throws GeneralSecurityException {
        this.privateKey = privateKey;
        this.publicKey =
                (RSAPublicKey)
                        KeyFactory.getInstance("RSA")
                                .generatePublic(
                                        new RSAPublicKeySpec(
                                                privateKey.getModulus(),
                                                privateKey.getPublicExponent()));
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(publicKey.getEncoded());
        this.keyId = base64Url(Arrays.copyOf(digest, 12));
    }

    /**
     * The issuer whose key is stored in {@code directory}; the key is generated if there is none.
     */
    public static TokenIssuer in(Path directory) {
        String pem =
                SecretFiles.readOrCreate(
                        directory.resolve("issuer-private.pem"), TokenIssuer::newPrivateKey);
        String body = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
        try {
            var spec = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(body));
            return new TokenIssuer(
                    (RSAPrivateCrtKey) KeyFactory.getInstance("RSA").generatePrivate(spec));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("not an RSA key in " + directory, e);
        }
    }

    private static String newPrivateKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(KEY_BITS);
            return pem("PRIVATE KEY", generator.generateKeyPair().getPrivate().getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no RSA in this JVM", e);
        }
    }

    /**
     * A signed token for {@code subject} with these roles, for these areas ({@code "*"} means all).
     */
    public String mint(
            String subject, Collection<String> roles, Collection<String> areas, Duration validFor) {
        return mint(subject, roles, areas, null, validFor);
    }

    /**
     * The same, for a caller who represents a bank.
     *
     * @param bank the bank's code for the claim {@code bank}; null for none
     */
    public String mint(
            String subject,
            Collection<String> roles,
            Collection<String> areas,
            String bank,
            Duration validFor) {
        Instant now = Instant.now();
        String claims =
                """
                {"iss":%s,"aud":[%s],"sub":%s,"upn":%s,"groups":%s,"areas":%s,%s"iat":%d,"exp":%d,"jti":%s}"""
                        .formatted(
                                quoted(ISSUER),
                                quoted(AUDIENCE),
                                quoted(subject),
                                quoted(subject),
                                array(roles),
                                array(areas),
                                bank == null ? "" : "\"bank\":" + quoted(bank) + ",",
                                now.getEpochSecond(),
                                now.plus(validFor).getEpochSecond(),
                                quoted(UUID.randomUUID().toString()));
        return signed(claims);
    }

    /** A signed token with these claims, as a JSON object; for tokens that a test makes wrong. */
    public String signed(String claims) {
        String header = "{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":%s}".formatted(quoted(keyId));
        String signed = base64Url(header) + "." + base64Url(claims);
        return signed + "." + base64Url(sign(signed));
    }

    private byte[] sign(String text) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(privateKey);
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot sign", e);
        }
    }

    public RSAPublicKey publicKey() {
        return publicKey;
    }

    public String publicKeyPem() {
        return pem("PUBLIC KEY", publicKey.getEncoded());
    }

    public String jwks() {
        return """
        {"keys":[{"kty":"RSA","use":"sig","alg":"RS256","kid":%s,"n":%s,"e":%s}]}"""
                .formatted(
                        quoted(keyId),
                        quoted(base64Url(unsigned(publicKey.getModulus()))),
                        quoted(base64Url(unsigned(publicKey.getPublicExponent()))));
    }

    /**
     * Serves {@code /jwks} and {@code /.well-known/openid-configuration}; with port 0, on a free
     * port.
     */
    public TokenIssuer serve(int port) {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("the token issuer cannot listen on " + port, e);
        }
        server.createContext("/jwks", exchange -> answer(exchange, jwks()));
        server.createContext(
                "/.well-known/openid-configuration", exchange -> answer(exchange, discovery()));
        server.start();
        return this;
    }

    private String discovery() {
        return """
        {"issuer":%s,"jwks_uri":%s,"id_token_signing_alg_values_supported":["RS256"]}"""
                .formatted(quoted(ISSUER), quoted(address() + "/jwks"));
    }

    public String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    @Override
    public void close() {
        if (server != null) {
            server.stop(0);
        }
    }

    private static String array(Collection<String> values) {
        return List.copyOf(values).stream()
                .map(TokenIssuer::quoted)
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String quoted(String value) {
        StringBuilder json = new StringBuilder("\"");
        for (char c : value.toCharArray()) {
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ') {
                json.append("\\u%04x".formatted((int) c));
            } else {
                json.append(c);
            }
        }
        return json.append('"').toString();
    }

    private static byte[] unsigned(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
    }

    private static String pem(String kind, byte[] der) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN " + kind + "-----\n" + body + "\n-----END " + kind + "-----\n";
    }

    private static String base64Url(String text) {
        return base64Url(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String base64Url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
