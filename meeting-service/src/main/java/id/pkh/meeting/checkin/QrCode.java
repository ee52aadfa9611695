package id.pkh.meeting.checkin;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;

/** A text as a QR code. A code survives the loss of an eighth of its squares on worn paper. */
final class QrCode {

    /** What readers need around it (ISO/IEC 18004). */
    private static final int QUIET_SQUARES = 4;

    private static final Map<EncodeHintType, ?> HINTS =
            Map.of(
                    EncodeHintType.MARGIN,
                    0,
                    EncodeHintType.ERROR_CORRECTION,
                    ErrorCorrectionLevel.M);

    private QrCode() {}

    /** The squares, row by row; true is dark. */
    static boolean[][] squares(String text) {
        try {
            BitMatrix matrix = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, HINTS);
            boolean[][] squares = new boolean[matrix.getHeight()][matrix.getWidth()];
            for (int row = 0; row < squares.length; row++) {
                for (int column = 0; column < squares[row].length; column++) {
                    squares[row][column] = matrix.get(column, row);
                }
            }
            return squares;
        } catch (WriterException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** As SVG of any size. */
    static String svg(String text) {
        boolean[][] squares = squares(text);
        int side = squares.length + 2 * QUIET_SQUARES;
        StringBuilder path = new StringBuilder();
        for (int row = 0; row < squares.length; row++) {
            for (int column = 0; column < squares[row].length; column++) {
                if (squares[row][column]) {
                    path.append('M')
                            .append(column + QUIET_SQUARES)
                            .append(' ')
                            .append(row + QUIET_SQUARES)
                            .append("h1v1h-1z");
                }
            }
        }
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" shape-rendering=\"crispEdges\">"
                        .formatted(side, side)
                + "<title>%s</title><rect width=\"%d\" height=\"%d\" fill=\"#fff\"/><path d=\"%s\"/></svg>"
                        .formatted(text, side, side, path);
    }
}
