package id.pkh.verification.decision;

import id.pkh.verification.decision.Matters.OpenMatter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Names the content of a draft, so that the second person confirms what they have read. */
final class DraftHash {

    private DraftHash() {}

    static String of(PrepareDraft.Command command, List<OpenMatter> matters) {
        StringBuilder content = new StringBuilder();
        content.append(command.measure())
                .append('|')
                .append(command.effect())
                .append('|')
                .append(command.reasonCode())
                .append('|')
                .append(command.note());
        for (OpenMatter matter : matters) {
            content.append('\n')
                    .append(matter.subjectId())
                    .append('|')
                    .append(matter.kpmId())
                    .append('|')
                    .append(matter.words());
        }
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(content.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
