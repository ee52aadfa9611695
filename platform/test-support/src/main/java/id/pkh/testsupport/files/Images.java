package id.pkh.testsupport.files;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.ThreadLocalRandom;
import javax.imageio.ImageIO;

/** Pictures as cameras make them, each with other pixels. */
public final class Images {

    private static final int COLOURS = 0x1000000;

    private Images() {}

    public static byte[] png(int width, int height) {
        return written("png", width, height);
    }

    public static byte[] jpeg(int width, int height) {
        return written("jpeg", width, height);
    }

    private static byte[] written(String format, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y++) {
                image.setRGB(x, y, ThreadLocalRandom.current().nextInt(COLOURS));
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
