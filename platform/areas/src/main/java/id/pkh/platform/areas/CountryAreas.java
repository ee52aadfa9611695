package id.pkh.platform.areas;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * The areas of {@link Decree#CURRENT}. All names together are kept as bytes beside the codes as
 * numbers, 3 MB in all, because each service has them.
 */
public final class CountryAreas {

    private static final String LIST = "/META-INF/pkh/areas/areas.tsv.gz";
    private static final int EXPECTED = 92_000;
    private static final int EXPECTED_BYTES = 1 << 20;
    private static final int DIGITS = 10;
    private static final long NO_CODE = -1;

    /** No part is zero, so that an area has another number than the one above it. */
    private static final Pattern CODE =
            Pattern.compile("(?!.*\\b0+\\b)\\d{2}(\\.\\d{2}(\\.\\d{2}(\\.\\d{4})?)?)?");

    private final long[] codes;
    private final int[] ends;
    private final byte[] names;

    private CountryAreas(long[] codes, int[] ends, byte[] names) {
        this.codes = codes;
        this.ends = ends;
        this.names = names;
    }

    /** The list, read once when it is first asked for. */
    public static CountryAreas shipped() {
        return Shipped.LIST;
    }

    /** Empty for a code that the decree does not list, also for what is no code. */
    public Optional<String> name(String code) {
        long number = number(code);
        int at = number == NO_CODE ? -1 : Arrays.binarySearch(codes, number);
        if (at < 0) {
            return Optional.empty();
        }
        int begin = at == 0 ? 0 : ends[at - 1];
        return Optional.of(new String(names, begin, ends[at] - begin, StandardCharsets.UTF_8));
    }

    public int size() {
        return codes.length;
    }

    /** Each code with its name in order of code, so an area comes after the one above it. */
    public static void forEach(BiConsumer<String, String> area) {
        try (InputStream list = CountryAreas.class.getResourceAsStream(LIST);
                BufferedReader lines =
                        new BufferedReader(
                                new InputStreamReader(
                                        new GZIPInputStream(list), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int tab = line.indexOf('\t');
                area.accept(line.substring(0, tab), line.substring(tab + 1));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the list of areas cannot be read", e);
        }
    }

    /** The digits of a code, filled with zeros to ten: numbers in the order of the codes. */
    private static long number(String code) {
        if (code == null || !CODE.matcher(code).matches()) {
            return NO_CODE;
        }
        StringBuilder digits = new StringBuilder(DIGITS);
        code.chars().filter(Character::isDigit).forEach(digit -> digits.append((char) digit));
        while (digits.length() < DIGITS) {
            digits.append('0');
        }
        return Long.parseLong(digits.toString());
    }

    private static final class Shipped {

        static final CountryAreas LIST = read();

        private static CountryAreas read() {
            Gathered areas = new Gathered();
            forEach(areas::add);
            return areas.complete();
        }
    }

    /** The areas while they are read. */
    private static final class Gathered {

        private long[] codes = new long[EXPECTED];
        private int[] ends = new int[EXPECTED];
        private byte[] names = new byte[EXPECTED_BYTES];
        private int count;

        void add(String code, String name) {
            if (count == codes.length) {
                codes = Arrays.copyOf(codes, count * 2);
                ends = Arrays.copyOf(ends, count * 2);
            }
            byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
            int begin = count == 0 ? 0 : ends[count - 1];
            if (begin + bytes.length > names.length) {
                names = Arrays.copyOf(names, names.length * 2);
            }
            System.arraycopy(bytes, 0, names, begin, bytes.length);
            codes[count] = number(code);
            ends[count] = begin + bytes.length;
            count++;
        }

        CountryAreas complete() {
            return new CountryAreas(
                    Arrays.copyOf(codes, count),
                    Arrays.copyOf(ends, count),
                    Arrays.copyOf(names, ends[count - 1]));
        }
    }
}
