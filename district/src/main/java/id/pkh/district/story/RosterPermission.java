package id.pkh.district.story;

import id.pkh.client.registry.model.PermitRosterRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The request with which an officer permits a file as the initial roster of an area. Another person
 * then sends exactly this file.
 */
public final class RosterPermission {

    private RosterPermission() {}

    public static PermitRosterRequest of(String area, String sha256) {
        return new PermitRosterRequest().area(area).sha256(sha256);
    }

    public static String sha256(Path file) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (InputStream bytes = new DigestInputStream(Files.newInputStream(file), digest)) {
                bytes.transferTo(OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException unreadable) {
            throw new StoryFailure("cannot read " + file.getFileName(), unreadable);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
