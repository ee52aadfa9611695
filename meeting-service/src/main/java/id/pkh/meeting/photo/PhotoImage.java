package id.pkh.meeting.photo;

import id.pkh.platform.web.Refused;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;

/**
 * Decodes a photo and writes it again, so that what is stored is its pixels and nothing else: no
 * metadata, and no second file behind or inside the first. The size is read before the pixels are.
 */
final class PhotoImage {

    private static final int MAX_PIXELS = 24_000_000;

    /**
     * What is larger is read with fewer pixels, so that a picture takes few megabytes of memory.
     */
    private static final int STORED_PIXELS = 4_000_000;

    private static final int QUALITY_PERCENT = 85;

    private PhotoImage() {}

    /** A photo as it is stored. */
    record Clean(String contentType, byte[] bytes) {}

    /**
     * One picture at a time, because several at once would need as much memory as they are large.
     *
     * @param orientation of EXIF, 1 for upright
     */
    static synchronized Clean of(byte[] received, int orientation) {
        String format = formatOf(received);
        BufferedImage image = upright(decoded(received, format), orientation);
        try {
            return new Clean("image/" + format, encoded(image, format));
        } catch (IOException impossible) {
            throw new IllegalStateException("a photo was not written", impossible);
        }
    }

    /** By the first bytes; names and declared types say nothing. */
    private static String formatOf(byte[] bytes) {
        if (startsWith(bytes, 0xFF, 0xD8, 0xFF)) {
            return "jpeg";
        }
        if (startsWith(bytes, 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A)) {
            return "png";
        }
        throw Refused.because("PHOTO_NOT_AN_IMAGE");
    }

    private static boolean startsWith(byte[] bytes, int... signature) {
        if (bytes.length < signature.length) {
            return false;
        }
        for (int i = 0; i < signature.length; i++) {
            if ((bytes[i] & 0xFF) != signature[i]) {
                return false;
            }
        }
        return true;
    }

    private static BufferedImage decoded(byte[] bytes, String format) {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
        ImageReader reader = readers.next();
        try (ImageInputStream in =
                ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(in, true, true);
            long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
            if (pixels > MAX_PIXELS) {
                throw Refused.because("PHOTO_TOO_MANY_PIXELS").with("max_pixels", MAX_PIXELS);
            }
            int every = (int) Math.ceil(Math.sqrt((double) pixels / STORED_PIXELS));
            ImageReadParam how = reader.getDefaultReadParam();
            how.setSourceSubsampling(every, every, 0, 0);
            return reader.read(0, how);
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException broken) {
            throw Refused.because("PHOTO_NOT_AN_IMAGE", broken);
        } finally {
            reader.dispose();
        }
    }

    /** Draws it on a fresh canvas, turned as the camera was held; mirrored pictures stay so. */
    private static BufferedImage upright(BufferedImage image, int orientation) {
        int width = image.getWidth();
        int height = image.getHeight();
        boolean isTurned = orientation == 6 || orientation == 8;
        BufferedImage canvas =
                new BufferedImage(
                        isTurned ? height : width,
                        isTurned ? width : height,
                        BufferedImage.TYPE_INT_RGB);
        AffineTransform turn =
                switch (orientation) {
                    case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
                    case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
                    case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
                    default -> new AffineTransform();
                };
        Graphics2D graphics = canvas.createGraphics();
        try {
            graphics.drawImage(image, turn, null);
        } finally {
            graphics.dispose();
        }
        return canvas;
    }

    private static byte[] encoded(BufferedImage image, String format) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            ImageWriteParam how = writer.getDefaultWriteParam();
            if (format.equals("jpeg")) {
                how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                how.setCompressionQuality(QUALITY_PERCENT / 100f);
            }
            writer.write(null, new IIOImage(image, null, null), how);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
