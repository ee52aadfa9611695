package id.pkh.platform.files;

import id.pkh.platform.security.Mask;

/** Makes a sender's file name safe to store and to show. */
final class Filenames {

    private static final int MAX_CHARS = 200;

    private Filenames() {}

    /**
     * The last path element without control characters; long numbers may be a NIK and are masked.
     */
    static String safe(String filename) {
        if (filename == null) {
            return "upload";
        }
        String name = filename.substring(lastSeparator(filename) + 1);
        name = name.replaceAll("[\\p{Cntrl}\\p{Cf}]", "").strip();
        name = Mask.longNumbers(name);
        if (name.length() > MAX_CHARS) {
            name = name.substring(name.length() - MAX_CHARS);
        }
        return name.isEmpty() ? "upload" : name;
    }

    private static int lastSeparator(String filename) {
        return Math.max(filename.lastIndexOf('/'), filename.lastIndexOf('\\'));
    }
}
