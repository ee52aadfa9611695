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
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.security.spec.RSAPublicKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.RsaKeyUtil;
import org.jose4j.lang.HashUtil;
import org.jose4j.lang.JoseException;

/** Signs bearer tokens (RS256) for the local stack, and publishes the key that verifies them. */
public final class TokenIssuer implements AutoCloseable {

    public static final String ISSUER = "https://issuer.pkh.local";
    public static final String AUDIENCE = "pkh";

    private static final int KEY_BITS = 2048;

    private final RsaJsonWebKey key;
    private HttpServer server;

    private TokenIssuer(RsaJsonWebKey key) {
        this.key = key;
        key.setKeyId(key.calculateBase64urlEncodedThumbprint(HashUtil.SHA_256));
        key.setUse("sig");
        key.setAlgorithm(AlgorithmIdentifiers.RSA_USING_SHA256);
    }

    /**
     * The issuer whose key is stored in {@code directory}; the key is generated if there is none.
     */
    public static TokenIssuer in(Path directory) {
        return in(directory, () -> newPrivateKey(RSAKeyGenParameterSpec.F4));
    }

    /**
     * The same with a key that is cheap for tests. Their JVMs multiply large numbers slowly,
     * because they compile for a fast start: so the public exponent is 3, with which a signature is
     * verified in a fifth of the time, and the key is generated once for each user of the machine.
     */
    static TokenIssuer ofTests(Path directory) {
        Path kept =
                Path.of(
                        System.getProperty("java.io.tmpdir"),
                        "pkh-test-issuer-" + System.getProperty("user.name"),
                        "issuer-private.pem");
        return in(
                directory,
                () ->
                        SecretFiles.readOrCreate(
                                kept, () -> newPrivateKey(RSAKeyGenParameterSpec.F0)));
    }

    private static TokenIssuer in(Path directory, Supplier<String> newKey) {
        String pem = SecretFiles.readOrCreate(directory.resolve("issuer-private.pem"), newKey);
        try {
            return new TokenIssuer(keyOf(pem));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("not an RSA key in " + directory, e);
        }
    }

    private static RsaJsonWebKey keyOf(String pem) throws GeneralSecurityException {
        String body = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
        KeyFactory rsa = KeyFactory.getInstance("RSA");
        var privateKey =
                (RSAPrivateCrtKey)
                        rsa.generatePrivate(
                                new PKCS8EncodedKeySpec(Base64.getDecoder().decode(body)));
        var modulus = new RSAPublicKeySpec(privateKey.getModulus(), privateKey.getPublicExponent());
        RsaJsonWebKey key = new RsaJsonWebKey((RSAPublicKey) rsa.generatePublic(modulus));
        key.setPrivateKey(privateKey);
        return key;
    }

    private static String newPrivateKey(BigInteger publicExponent) {
        try {
            KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
            rsa.initialize(new RSAKeyGenParameterSpec(KEY_BITS, publicExponent));
            return pem(rsa.generateKeyPair().getPrivate());
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
        return mint(subject, roles, areas, bank, List.of(), validFor);
    }

    /**
     * Returns a signed token of another system, which may have scopes.
     *
     * @param bank null for a caller who represents none
     */
    public String mint(
            String subject,
            Collection<String> roles,
            Collection<String> areas,
            String bank,
            Collection<String> scopes,
            Duration validFor) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(ISSUER);
        claims.setStringListClaim("aud", List.of(AUDIENCE));
        claims.setSubject(subject);
        claims.setStringClaim("upn", subject);
        claims.setStringListClaim("groups", List.copyOf(roles));
        claims.setStringListClaim("areas", List.copyOf(areas));
        if (bank != null) {
            claims.setStringClaim("bank", bank);
        }
        if (!scopes.isEmpty()) {
            claims.setStringClaim("scope", String.join(" ", scopes));
        }
        NumericDate now = NumericDate.now();
        claims.setIssuedAt(now);
        claims.setExpirationTime(NumericDate.fromSeconds(now.getValue() + validFor.toSeconds()));
        claims.setGeneratedJwtId();
        return signed(claims.toJson());
    }

    /** A signed token with these claims, as a JSON object; for tokens that a test makes wrong. */
    public String signed(String claims) {
        JsonWebSignature token = new JsonWebSignature();
        token.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        token.setKeyIdHeaderValue(key.getKeyId());
        token.setHeader("typ", "JWT");
        token.setPayload(claims);
        token.setKey(key.getPrivateKey());
        try {
            return token.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("cannot sign", e);
        }
    }

    public RSAPublicKey publicKey() {
        return key.getRsaPublicKey();
    }

    public String publicKeyPem() {
        return RsaKeyUtil.pemEncode(publicKey());
    }

    public String jwks() {
        return new JsonWebKeySet(key).toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
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
        return JsonUtil.toJson(
                Map.of(
                        "issuer",
                        ISSUER,
                        "jwks_uri",
                        address() + "/jwks",
                        "id_token_signing_alg_values_supported",
                        List.of(AlgorithmIdentifiers.RSA_USING_SHA256)));
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

    private static String pem(PrivateKey secret) {
        String body =
                Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(secret.getEncoded());
        return "-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----\n";
    }
}
