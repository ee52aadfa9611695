package id.pkh.district.generate;

import java.io.IOException;
import java.nio.file.Path;

/** Writes a district in the shape people have it in. */
public final class DistrictGenerator {

    private DistrictGenerator() {}

    public static void generate(Path outDir, DistrictSpec spec) throws IOException {
        throw new IOException("not written yet: " + outDir + spec);
    }
}
