package id.pkh.meeting.checkin;

import static id.pkh.platform.pdf.SheetPen.GAP;
import static id.pkh.platform.pdf.SheetPen.HEADING;
import static id.pkh.platform.pdf.SheetPen.LEFT;
import static id.pkh.platform.pdf.SheetPen.PARAGRAPH;

import id.pkh.meeting.checkin.IssueCards.Issued;
import id.pkh.meeting.checkin.IssueCards.OfGroup;
import id.pkh.platform.pdf.SheetPen;
import id.pkh.platform.pdf.TaggedFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** The cards of a group to print and cut. A card that is found says nothing about a person. */
final class CardSheet {

    // lengths are in tenths of a point
    private static final int TITLE = 130;
    private static final int TEXT = 95;
    private static final int CODE = 140;
    private static final int SQUARE_SIDE = 1_000;
    private static final int BESIDE_SQUARE = LEFT + SQUARE_SIDE + GAP * 3;

    private CardSheet() {}

    static byte[] of(OfGroup group) {
        String title = "Kartu hadir kelompok " + group.groupCode();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TaggedFile file = new TaggedFile(out, title);
                SheetPen pen = SheetPen.upright(file.font(), title)) {
            pen.paragraph(HEADING, title, TITLE, true);
            pen.paragraph(
                    PARAGRAPH,
                    "Gunting, dan bagikan kepada keluarga sesuai nomornya. Kartu hilang diganti.",
                    TEXT,
                    false);
            for (Issued card : group.cards()) {
                draw(pen, group.groupCode(), card);
            }
            file.add(pen.finish());
            file.finish();
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static void draw(SheetPen pen, String groupCode, Issued card) throws IOException {
        pen.need(SQUARE_SIDE + GAP * 4);
        pen.down(GAP * 2);
        pen.rule(LEFT, pen.width());
        pen.down(GAP * 2);
        int top = pen.y();
        pen.squares(QrCode.squares(card.code()), LEFT, SQUARE_SIDE);
        pen.moveTo(top);
        pen.piece(PARAGRAPH, List.of(inFours(card.code())), CODE, BESIDE_SQUARE, true);
        pen.down(GAP);
        pen.piece(
                PARAGRAPH,
                List.of(
                        "Keluarga " + card.kpmId(),
                        "Kelompok " + groupCode,
                        "Tunjukkan kartu ini kepada pendamping, atau pindai kode pertemuan.",
                        "Kartu ini hanya untuk mencatat kehadiran."),
                TEXT,
                BESIDE_SQUARE,
                false);
        pen.moveTo(top - SQUARE_SIDE);
    }

    private static String inFours(String code) {
        return code.replaceAll("(.{4})(?!$)", "$1 ");
    }
}
