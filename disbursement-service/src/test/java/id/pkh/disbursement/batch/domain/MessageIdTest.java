package id.pkh.disbursement.batch.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageIdTest {

    @Test
    void aReferenceIsParsedToItsIdInAnyLetterCase() {
        for (UUID id :
                new UUID[] {
                    UUID.fromString("019d5000-0000-7000-8000-00000000000f"),
                    UUID.fromString("ffffffff-ffff-ffff-ffff-fffffffffffe"),
                    new UUID(0, 0),
                    UUID.randomUUID()
                }) {
            String reference = MessageId.reference(id);
            assertThat(MessageId.idOf(reference)).contains(id);
            assertThat(MessageId.idOf(reference.toUpperCase(Locale.ROOT))).contains(id);
            assertThat(isReference(reference, id)).isTrue();
            assertThat(isReference(reference, new UUID(id.getMostSignificantBits(), 7))).isFalse();
            assertThat(isReference(reference, new UUID(7, id.getLeastSignificantBits()))).isFalse();
        }
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "019d5000000070008000000000000",
                "019d50000000700080000000000000001",
                "019d5000000070008000000000000g01",
                "019d5000-0000-7000-8000-0000000f",
                "-19d5000000070008000000000000001",
                " 19d500000007000800000000000001 ",
                "\u0660\u0661\u0662d5000000070008000000000000001"
            })
    void anUnknownReferenceIsNotParsed(String reference) {
        assertThat(MessageId.idOf(reference)).isEmpty();
        assertThat(isReference(reference, new UUID(0x19d500000007000L, 1))).isFalse();
    }

    private static boolean isReference(String text, UUID id) {
        return MessageId.isReference(
                text, id.getMostSignificantBits(), id.getLeastSignificantBits());
    }
}
